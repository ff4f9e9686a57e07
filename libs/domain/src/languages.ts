const NO_LANGUAGE = new Set(['und', 'unknown', 'zxx', 'mul', 'mis', 'xx', 'none']);

/**
 * What a file calls its language, as a BCP 47 tag: "en_us" -> "en-US", "ger" -> "de", "Deutsch" -> "de".
 * Undefined for what names no language. Where several are listed, the first counts.
 */
export function normaliseLanguage(text: string): string | undefined {
  const first = (text.split(/[,;/|]/)[0] ?? '').replace(/\(.*?\)/g, '').trim();
  if (first === '' || NO_LANGUAGE.has(first.toLowerCase())) return undefined;
  const tag = first.replaceAll('_', '-');
  if (/^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(tag)) return canonicalTag(tag);
  return languageNames().get(first.toLowerCase());
}

/**
 * The runtime knows the registry: ISO 639-2 codes become two letters where such exist, case is put right. Of a tag
 * whose rest is nonsense the language stays.
 */
function canonicalTag(tag: string): string | undefined {
  const language = tag.split('-')[0] ?? '';
  try {
    const canonical = Intl.getCanonicalLocales(tag)[0] ?? '';
    return NO_LANGUAGE.has(canonical.split('-')[0] ?? '') ? undefined : canonical;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return language === tag ? undefined : canonicalTag(language);
  }
}

let names: Map<string, string> | undefined;

/** Language names in English and in the language itself, in lower case. Made once, when first a name is met. */
function languageNames(): Map<string, string> {
  if (names !== undefined) return names;
  names = new Map();
  const english = new Intl.DisplayNames(['en'], { type: 'language' });
  for (const code of twoLetterCodes()) {
    const inEnglish = english.of(code) ?? code;
    if (inEnglish === code) continue;
    const inItself = new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;
    for (const name of [inEnglish, inItself]) {
      if (!names.has(name.toLowerCase())) names.set(name.toLowerCase(), canonicalTag(code) ?? code);
    }
  }
  return names;
}

function twoLetterCodes(): string[] {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  return letters.flatMap((first) => letters.map((second) => first + second));
}

let registry: Intl.DisplayNames | undefined;

/**
 * The language of a short text that may as well be something else: "EN", "ger", "English" -> its tag; undefined for
 * words that only look like a code, such as "azw", and for codes of languages that have no two letters.
 */
export function knownLanguage(text: string): string | undefined {
  if (text.length > 30) return undefined;
  const tag = normaliseLanguage(text);
  const language = tag?.split('-')[0] ?? '';
  registry ??= new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  return language.length === 2 && registry.of(language) !== undefined ? tag : undefined;
}
