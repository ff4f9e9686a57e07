/** Code pages the runtime knows by another name than "windows-<number>". */
const OTHER_NAMES = new Map([
  [932, 'shift_jis'],
  [936, 'gbk'],
  [949, 'euc-kr'],
  [950, 'big5'],
]);
const UTF8 = 65001;

/**
 * A text of a MOBI header, by the code page it names. Tools name 1252 by habit, so what is valid UTF-8 is taken as
 * that; UTF-8 with a few broken bytes keeps the rest.
 */
export function mobiText(bytes: Uint8Array, codePage: number): string {
  const text =
    decoded(bytes, 'utf-8', true) ??
    (codePage === UTF8 ? undefined : decoded(bytes, OTHER_NAMES.get(codePage) ?? `windows-${codePage}`, true)) ??
    decoded(bytes, codePage === UTF8 ? 'utf-8' : 'windows-1252', false);
  return (text ?? '').replace(/[\0\ufffd]/g, '').trim();
}

/** Undefined when nobody knows the encoding or, strictly, when the bytes are not in it. */
function decoded(bytes: Uint8Array, encoding: string, fatal: boolean): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes);
  } catch {
    return undefined; // all that can go wrong: bytes that are invalid, or an encoding nobody knows
  }
}
