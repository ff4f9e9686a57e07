import type { RandomAccess } from '@octavo/domain';
import { Cursor } from '../cursor.js';
import { withoutUnsynchronisation } from './unsynchronisation.js';

const HEADER = 10;
/** Of a tag that is longer, the rest is not looked at: covers of that size are none. */
const MAX_TAG = 24 * 1024 * 1024;
/** Taggers that do not know each other stack their tags. */
const MAX_TAGS = 4;

export interface Id3Tag {
  /** ID3v2.2, 2.3 or 2.4. */
  version: number;
  /** Version 2.4 undoes unsynchronisation in each frame. */
  unsynchronised: boolean;
  /** All frames, one behind the other, and padding. */
  frames: Uint8Array;
}

interface Header {
  version: number;
  flags: number;
  /** Bytes of the tag without its header. */
  size: number;
  /** Where what follows the tag begins. */
  end: number;
}

/** The first ID3v2 tag at the start of a file (id3v2.3 and 2.4 §3.1). A tag that is cut off gives what there is. */
export async function readId3(source: RandomAccess): Promise<Id3Tag | undefined> {
  const header = await readHeader(source, 0);
  if (header === undefined) return undefined;
  const { version, flags } = header;
  const raw = await source.read(HEADER, Math.min(header.size, MAX_TAG));
  const unsynchronised = (flags & 0x80) !== 0;
  const body = unsynchronised && version < 4 ? withoutUnsynchronisation(raw) : raw;
  const hasExtension = version > 2 && (flags & 0x40) !== 0;
  return {
    version,
    unsynchronised: unsynchronised && version === 4,
    frames: hasExtension ? past(body, version) : body,
  };
}

/** Where the file goes on behind its ID3v2 tags; 0 when it has none. */
export async function id3End(source: RandomAccess): Promise<number> {
  let end = 0;
  for (let count = 0; count < MAX_TAGS; count++) {
    const header = await readHeader(source, end);
    if (header === undefined) break;
    end = header.end;
  }
  return end;
}

async function readHeader(source: RandomAccess, at: number): Promise<Header | undefined> {
  const cursor = new Cursor(await source.read(at, HEADER));
  if (cursor.left < HEADER || cursor.latin1(3) !== 'ID3') return undefined;
  const version = cursor.uint(1);
  cursor.skip(1);
  const flags = cursor.uint(1);
  const size = syncsafe(cursor.take(4));
  if (version < 2 || version > 4) return undefined;
  const footer = version === 4 && (flags & 0x10) !== 0 ? HEADER : 0;
  return { version, flags, size, end: at + HEADER + size + footer };
}

/** The extended header says its own length: with itself in 2.4, without in 2.3. */
function past(body: Uint8Array, version: number): Uint8Array {
  const length = body.subarray(0, 4);
  return body.subarray(version === 4 ? Math.max(4, syncsafe(length)) : 4 + new Cursor(length).uint(4));
}

/** Seven bits of each byte count, so that no byte looks like the start of audio. */
export function syncsafe(bytes: Uint8Array): number {
  return bytes.reduce((sum, byte) => sum * 128 + (byte & 0x7f), 0);
}
