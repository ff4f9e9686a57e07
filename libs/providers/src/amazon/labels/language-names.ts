import { foldText, normaliseLanguage } from '@octavo/domain';

const LOCALES = ['en', 'de', 'fr', 'it', 'es', 'pt', 'nl', 'sv', 'pl', 'tr', 'ja', 'zh', 'ar'];
/** Languages books are sold in. */
const CODES =
  'af ar be bg bn bs ca cs cy da de el en eo es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kn ko la lb lt lv mk ml mr ms nb nl no nn pa pl pt ro ru sa sk sl sq sr sv sw ta te th tl tr uk ur vi yi zh';
const MORE: readonly [string, string][] = [
  ['mandarin chinese', 'zh'],
  ['simplified chinese', 'zh-Hans'],
  ['traditional chinese', 'zh-Hant'],
  ['chinese (simplified)', 'zh-Hans'],
  ['chinese (traditional)', 'zh-Hant'],
  ['brazilian portuguese', 'pt-BR'],
  ['portugues do brasil', 'pt-BR'],
  ['castilian', 'es'],
  ['castellano', 'es'],
  ['flemish', 'nl'],
  ['flamand', 'nl'],
  ['日本', 'ja'],
  ['aleman', 'de'],
];

let names: Map<string, string> | undefined;

/** The names of languages in the languages of all shops, folded; made once, when the domain knows one not. */
function languageNames(): Map<string, string> {
  if (names !== undefined) return names;
  names = new Map(MORE);
  for (const locale of LOCALES) {
    const inLocale = new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' });
    for (const code of CODES.split(' ')) {
      const name = foldText(inLocale.of(code) ?? '');
      if (name !== '' && !names.has(name)) names.set(name, code);
    }
  }
  return names;
}

/** "Englisch", "Anglais", "英語", "English" -> "en". Undefined for what names no language. */
export function languageFromName(text: string): string | undefined {
  const written = text.slice(0, 60);
  const folded = foldText(written);
  return languageNames().get(folded) ?? languageNames().get(firstOf(folded)) ?? normaliseLanguage(written);
}

function firstOf(folded: string): string {
  return (folded.split(/[,;/|(、]/)[0] ?? '').trim();
}

const MARKS = [
  // "(Spanish Edition)", "(Édition française)", "(Edizione Inglese)", "Englisch Ausgabe", "(English and German Edition)"
  /^(\p{L}+)(?:\s+(?:and|und|et|e|y)\s+\p{L}+)?[\s-]+(?:language\s+)?(?:edition|ausgabe|editie|uitgave|utgava|wydanie)$/u,
  /^(?:edition|edizione|edicion|edicao|editie|wydanie)\s+(?:en\s+|in\s+|em\s+)?(\p{L}+)$/u,
  /^(?:en|in|em)\s+(\p{L}+)$/u,
];
/** Adjectives where a language agrees with "edition", or is no name by itself. */
const ADJECTIVES = new Map(
  Object.entries({
    francaise: 'fr',
    anglaise: 'en',
    allemande: 'de',
    espagnole: 'es',
    italienne: 'it',
    deutsche: 'de',
    englische: 'en',
    franzosische: 'fr',
    spanische: 'es',
    italienische: 'it',
    inglesa: 'en',
    espanola: 'es',
    francesa: 'fr',
    alemana: 'de',
    italiana: 'it',
    portuguesa: 'pt',
    tedesca: 'de',
    spagnola: 'es',
    engelstalige: 'en',
    engelse: 'en',
    nederlandse: 'nl',
    duitse: 'de',
    franse: 'fr',
    angielskie: 'en',
    polskie: 'pl',
    svensk: 'sv',
    engelsk: 'en',
  }),
);

/** The language a note of an edition names: "(German Edition)" -> "de". Undefined for every other note. */
export function languageOfEdition(note: string): string | undefined {
  const folded = foldText(note.slice(0, 60).replace(/[()[\]（）]/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
  for (const mark of MARKS) {
    const word = mark.exec(folded)?.[1];
    const language = word === undefined ? undefined : (ADJECTIVES.get(word) ?? languageNames().get(word));
    if (language !== undefined) return language;
  }
  return undefined;
}
