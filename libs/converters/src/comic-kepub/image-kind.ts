/** How an image that devices show as it is goes into the book. */
export interface ShownKind {
  extension: 'jpg' | 'png' | 'gif';
  mediaType: 'image/jpeg' | 'image/png' | 'image/gif';
}

export const JPEG: ShownKind = { extension: 'jpg', mediaType: 'image/jpeg' };
export const PNG: ShownKind = { extension: 'png', mediaType: 'image/png' };
const GIF: ShownKind = { extension: 'gif', mediaType: 'image/gif' };

/** Magic numbers, in Latin-1. Of EPUB 3.3's image types (§3.2) the first three are old enough for every Kobo. */
const MAGIC: readonly { text: string; at?: number; kind: ShownKind | 'other' }[] = [
  { text: '\xff\xd8\xff', kind: JPEG },
  { text: '\x89PNG\r\n\x1a\n', kind: PNG },
  { text: 'GIF8', kind: GIF },
  { text: 'WEBP', at: 8, kind: 'other' },
  { text: 'ftyp', at: 4, kind: 'other' }, // AVIF, HEIC
  { text: 'II*\0', kind: 'other' }, // TIFF
  { text: 'MM\0*', kind: 'other' },
  { text: 'BM', kind: 'other' },
  { text: '\xff\x0a', kind: 'other' }, // JPEG XL
  { text: 'JXL ', at: 4, kind: 'other' },
  { text: 'jP  ', at: 4, kind: 'other' }, // JPEG 2000
];

/**
 * What the bytes of a page are, whatever it is called: a kind that devices show, 'other' for an image that must become
 * one, undefined for what is no image. Drawings (SVG, PDF) are none, so no program for them is ever started.
 */
export function imageKind(bytes: Uint8Array): ShownKind | 'other' | undefined {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  return MAGIC.find(({ text, at = 0 }) => head.startsWith(text, at))?.kind;
}
