import { type Format, mediumOf } from '@octavo/domain';

/** What a format is called beside a file: its kind, and how such files end where that tells more. */
const FORMAT_WORDS: Record<Format, string> = {
  epub: 'EPUB',
  kepub: 'KEPUB',
  pdf: 'PDF',
  cbz: 'Comic, CBZ',
  cbr: 'Comic, CBR',
  mobi: 'Kindle, MOBI',
  azw3: 'Kindle, AZW3',
  fb2: 'FictionBook',
  m4b: 'Audiobook, M4B',
  m4a: 'Audio, M4A',
  mp3: 'Audio, MP3',
  flac: 'Audio, FLAC',
  ogg: 'Audio, Ogg',
  opus: 'Audio, Opus',
};

/** What a book in a format is, where that is not simply a book to be read. */
const CARD_WORDS: Partial<Record<Format, string>> = { pdf: 'PDF', cbz: 'Comic', cbr: 'Comic', mobi: 'Kindle', azw3: 'Kindle' };

export const formatWords = (format: Format): string => FORMAT_WORDS[format];

/**
 * What a book is in a word for its card: "Audiobook", "Comic", "PDF"; nothing for a book that also lies there in a form
 * every reader takes.
 */
export function kindWords(formats: readonly Format[]): string | undefined {
  if (formats.length === 0 || formats.some((format) => mediumOf(format) === 'ebook' && !(format in CARD_WORDS))) return undefined;
  if (formats.every((format) => mediumOf(format) === 'audiobook')) return 'Audiobook';
  const words = formats.map((format) => CARD_WORDS[format]).filter((word) => word !== undefined);
  return words[0];
}
