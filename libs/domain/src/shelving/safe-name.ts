/** Room is left for an ending, and for what tells two of one name apart: with them a name has at most 200 bytes. */
const MOST_LETTERS = 100;
const MOST_BYTES = 150;

/** What some file system or reading app does not take in a name, and what stands there instead. */
const INSTEAD: Readonly<Record<string, string>> = {
  '"': "'",
  '/': '-',
  '\\': '-',
  ':': '-',
  '|': '-',
  '<': '(',
  '>': ')',
  '*': ' ',
  '?': ' ',
};

/** Signs nobody sees: controls, what turns the direction of writing round, half characters, and what XML 1.0 §2.2 forbids. */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Bidi_Control}\u200b\u2060\ufeff\ufffe\uffff]/gu;

/** Names of devices, which Windows takes for no others, whatever their ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * A title or name as the name of a file or folder, without its ending: NFC, on one line, of at most 100 characters and
 * 150 bytes of UTF-8. `otherwise` where nothing of it is left.
 */
export function safeName(text: string, otherwise = 'Untitled'): string {
  const plain = text
    .toWellFormed()
    .replace(/\s+/g, ' ')
    .replace(UNSEEN, '')
    .normalize('NFC')
    .replace(/: /g, ' - ')
    .replace(/["/\\:|<>*?]/g, (sign) => INSTEAD[sign] ?? ' ');
  const tidy = trimmed(shortened(trimmed(plain.replace(/ {2,}/g, ' '))));
  return tidy === '' ? otherwise : tidy.replace(DEVICE, '$&_');
}

/** Names that begin with a dot are hidden; Windows drops dots and spaces at the end. */
function trimmed(text: string): string {
  return text.replace(/^[\s.]+/, '').replace(/[\s.]+$/, '');
}

function shortened(text: string): string {
  if (text.length <= MOST_LETTERS && utf8Length(text) <= MOST_BYTES) return text;
  let [kept, count, bytes] = ['', 0, 0];
  for (const { segment } of letters.segment(text.slice(0, 4 * MOST_BYTES))) {
    count += [...segment].length;
    bytes += utf8Length(segment);
    if (count > MOST_LETTERS || bytes > MOST_BYTES) break;
    kept += segment;
  }
  return kept;
}

function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length;
}
