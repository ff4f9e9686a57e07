import { type Format, mediumOf } from '../book.js';
import { formatOfName, withoutEnding } from '../format-of-name.js';
import type { NameKind } from './reading.js';

/** What books also come in that we cannot read; the formats we can read are known to `formatOfName`. */
const UNREAD: readonly (readonly [kind: NameKind, endings: string])[] = [
  ['book', '.txt.gz .html.zip .rtf.zip .htmlz .txtz .azw4 .kfx .djvu .djv .lit .lrf .pdb .rtf .doc .docx .odt .txt'],
  ['book', '.html .htm .opf .acsm'],
  ['comic', '.cb7 .cbt .cba'],
  ['audio', '.aac .wma .wav .mp4'],
];
const UNREAD_ENDINGS = UNREAD.flatMap(([kind, endings]) => endings.split(' ').map((ending) => ({ ending, kind })));

/** Formats in which audiobooks come in pieces. */
const PIECES = /\.(?:mp3|flac|ogg|oga|opus|aac|wma|wav|mp4)$/i;

/** What is more often under an ending: a book, or a piece of one. 'unknown' without an ending, as of a folder. */
export type Holds = 'book' | 'piece' | 'unknown';

export interface NameWithoutEnding {
  stem: string;
  /** Undefined for a name that ends in no format, such as that of a folder. */
  kind?: NameKind;
  holds: Holds;
}

/**
 * "Emma.kepub.epub" -> "Emma"; "Vol. 1.5" ends in no format and stays. Converters leave the old ending behind
 * ("Emma.pdf.epub"), so a second one goes too.
 */
export function withoutKnownEnding(name: string): NameWithoutEnding {
  const first = withoutOne(name);
  if (first === undefined) return { stem: name, holds: 'unknown' };
  const stem = withoutOne(first.stem)?.stem ?? first.stem;
  return { stem, kind: first.kind, holds: PIECES.test(name) ? 'piece' : 'book' };
}

/** A name that is nothing but an ending has none. */
function withoutOne(name: string): { stem: string; kind: NameKind } | undefined {
  const format = formatOfName(name);
  const lower = name.slice(-16).toLowerCase();
  const unread = format === undefined ? UNREAD_ENDINGS.find(({ ending }) => lower.endsWith(ending)) : undefined;
  const kind = format === undefined ? unread?.kind : kindOf(format);
  if (kind === undefined) return undefined;
  const stem = unread === undefined ? withoutEnding(name) : name.slice(0, -unread.ending.length);
  return stem.trim() === '' ? undefined : { stem: stem.trimEnd(), kind };
}

function kindOf(format: Format): NameKind {
  if (format === 'cbz' || format === 'cbr') return 'comic';
  return mediumOf(format) === 'audiobook' ? 'audio' : 'book';
}
