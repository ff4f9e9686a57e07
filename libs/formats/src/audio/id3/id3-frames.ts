import { Cursor, latin1 } from '../cursor.js';
import { syncsafe, type Id3Tag } from './id3-tag.js';
import { withoutUnsynchronisation } from './unsynchronisation.js';

const MAX_FRAMES = 10_000;
const ID = /^[A-Z][A-Z0-9]{2,3}$/;

export interface Id3Frame {
  /** Four letters, as in 2.3 and 2.4. */
  id: string;
  bytes: Uint8Array;
}

/** The three letters of 2.2 for the frames we read. */
const OF_VERSION_2 = new Map([
  ['TT1', 'TIT1'],
  ['TT2', 'TIT2'],
  ['TT3', 'TIT3'],
  ['TAL', 'TALB'],
  ['TP1', 'TPE1'],
  ['TP2', 'TPE2'],
  ['TCM', 'TCOM'],
  ['TPB', 'TPUB'],
  ['TYE', 'TYER'],
  ['TCO', 'TCON'],
  ['TLA', 'TLAN'],
  ['TRK', 'TRCK'],
  ['TPA', 'TPOS'],
  ['TXX', 'TXXX'],
  ['COM', 'COMM'],
  ['PIC', 'APIC'],
  ['GP1', 'GRP1'],
  ['MVN', 'MVNM'],
  ['MVI', 'MVIN'],
]);

/** Takes a tag apart up to its padding or the first thing that is no whole frame. Compressed and encrypted ones are left out. */
export function* id3Frames({ version, unsynchronised, frames }: Id3Tag): Generator<Id3Frame> {
  const headerLength = version === 2 ? 6 : 10;
  let at = 0;
  for (let count = 0; count < MAX_FRAMES && at + headerLength < frames.byteLength; count++) {
    const id = latin1(frames.subarray(at, at + (version === 2 ? 3 : 4)));
    const size = frameSize(frames, at, version);
    if (!ID.test(id) || at + headerLength + size > frames.byteLength) return;
    const flags = version === 2 ? 0 : (frames[at + 9] ?? 0);
    const raw = frames.subarray(at + headerLength, at + headerLength + size);
    const bytes = version === 4 ? content24(raw, flags, unsynchronised) : content23(raw, flags);
    if (bytes !== undefined) yield { id: OF_VERSION_2.get(id) ?? id, bytes };
    at += headerLength + size;
  }
}

/** id3v2.3 §3.3.1: 0x80 compressed, 0x40 encrypted, 0x20 with a group number in front. Version 2.2 has no flags. */
function content23(raw: Uint8Array, flags: number): Uint8Array | undefined {
  if ((flags & 0xc0) !== 0) return undefined;
  return raw.subarray((flags & 0x20) !== 0 ? 1 : 0);
}

/** id3v2.4 §4.1.2: 0x40 group number, 0x08 compressed, 0x04 encrypted, 0x02 unsynchronised, 0x01 length in front. */
function content24(raw: Uint8Array, flags: number, unsynchronised: boolean): Uint8Array | undefined {
  if ((flags & 0x0c) !== 0) return undefined;
  const bare = raw.subarray(((flags & 0x40) !== 0 ? 1 : 0) + ((flags & 0x01) !== 0 ? 4 : 0));
  return unsynchronised || (flags & 0x02) !== 0 ? withoutUnsynchronisation(bare) : bare;
}

/** 2.4 has syncsafe sizes, but iTunes long wrote plain ones: the reading that leads to another frame is the right one. */
function frameSize(frames: Uint8Array, at: number, version: number): number {
  if (version === 2) return new Cursor(frames.subarray(at + 3, at + 6)).uint(3);
  const field = frames.subarray(at + 4, at + 8);
  const plain = new Cursor(field).uint(4);
  if (version === 3) return plain;
  const safe = syncsafe(field);
  return plain === safe || goesOnAt(frames, at + 10 + safe) || !goesOnAt(frames, at + 10 + plain) ? safe : plain;
}

function goesOnAt(frames: Uint8Array, at: number): boolean {
  if (at === frames.byteLength) return true;
  const id = latin1(frames.subarray(at, at + 4));
  return (id.length === 4 && ID.test(id)) || /^\0+$/.test(id);
}
