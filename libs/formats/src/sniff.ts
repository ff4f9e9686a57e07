/** How many first bytes tell the kinds apart. */
export const HEAD_BYTES = 80;

export type FileKind =
  'epub' | 'zip' | 'pdf' | 'mobi' | 'rar' | '7z' | 'gzip' | 'image' | 'html' | 'mp4' | 'id3' | 'flac' | 'ogg';

/** Magic numbers, in Latin-1, with the byte they stand at. */
const MAGIC: readonly { kind: FileKind; at: number; text: string }[] = [
  // OCF 3.3 §4.2.3: the first entry is "mimetype", stored, so its content stands at a fixed place.
  { kind: 'epub', at: 30, text: 'mimetypeapplication/epub+zip' },
  { kind: 'zip', at: 0, text: 'PK\x03\x04' },
  { kind: 'zip', at: 0, text: 'PK\x05\x06' },
  { kind: 'pdf', at: 0, text: '%PDF-' },
  { kind: 'mobi', at: 60, text: 'BOOKMOBI' },
  { kind: 'mobi', at: 60, text: 'TEXtREAd' },
  { kind: 'mobi', at: 0, text: 'TPZ' },
  { kind: 'mobi', at: 0, text: '\xeaDRMION\xee' },
  { kind: 'mobi', at: 0, text: 'CONT\x01\x00' },
  { kind: 'mobi', at: 0, text: 'CONT\x02\x00' },
  { kind: 'rar', at: 0, text: 'Rar!\x1a\x07' },
  { kind: '7z', at: 0, text: '7z\xbc\xaf\x27\x1c' },
  { kind: 'gzip', at: 0, text: '\x1f\x8b' },
  { kind: 'image', at: 0, text: '\xff\xd8\xff' },
  { kind: 'image', at: 0, text: '\x89PNG' },
  { kind: 'image', at: 0, text: 'GIF8' },
  { kind: 'image', at: 8, text: 'WEBP' },
  { kind: 'html', at: 0, text: '<!DOCTYPE html' },
  { kind: 'html', at: 0, text: '<html' },
  { kind: 'mp4', at: 4, text: 'ftyp' },
  { kind: 'id3', at: 0, text: 'ID3' },
  { kind: 'flac', at: 0, text: 'fLaC' },
  { kind: 'ogg', at: 0, text: 'OggS' },
];

/** What the first bytes of a file say it is, whatever its name. Undefined when they say nothing. */
export function sniff(head: Uint8Array): FileKind | undefined {
  const start = Buffer.from(head.subarray(0, HEAD_BYTES)).toString('latin1');
  return MAGIC.find(({ at, text }) => start.startsWith(text, at))?.kind;
}
