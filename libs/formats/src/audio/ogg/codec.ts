import { Cursor, latin1 } from '../cursor.js';
import { streamSeconds } from '../flac/stream-info.js';

/** Of the shortest first packets, in bytes. */
const OPUS_LENGTH = 19;
const VORBIS_LENGTH = 30;
const FLAC_LENGTH = 51;

/** A stream we read, by its first packet. */
export interface OggCodec {
  serial: number;
  /** What the packet with the tags begins with, before the Vorbis comment. */
  tagsBegin: string;
  /** Bytes in front of the Vorbis comment. */
  tagsAt: number;
  /** Granules a second. */
  rate: number;
  /** Granules that are decoded but not played. */
  preSkip: number;
  /** Where the first packet says it, in seconds. */
  durationSec?: number;
}

/** Vorbis I §4.2, Opus (RFC 7845 §5.1) and FLAC (RFC 9639 §10.1). Undefined for other streams, such as pictures. */
export function oggCodec(serial: number, packet: Uint8Array): OggCodec | undefined {
  const start = latin1(packet.subarray(0, 8));
  const cursor = new Cursor(packet);
  if (start === 'OpusHead' && packet.byteLength >= OPUS_LENGTH) {
    cursor.skip(10);
    // Opus counts at 48 kHz, whatever rate it was made from.
    return { serial, tagsBegin: 'OpusTags', tagsAt: 8, rate: 48_000, preSkip: cursor.uintLE(2) };
  }
  if (start.startsWith('\x01vorbis') && packet.byteLength >= VORBIS_LENGTH) {
    cursor.skip(12);
    return { serial, tagsBegin: '\x03vorbis', tagsAt: 7, rate: cursor.uintLE(4), preSkip: 0 };
  }
  if (!start.startsWith('\x7fFLAC') || packet.byteLength < FLAC_LENGTH) return undefined;
  const streamInfo = packet.subarray(17);
  const rate = new Cursor(streamInfo.subarray(10)).uint(3) >> 4;
  return { serial, tagsBegin: '', tagsAt: 4, rate, preSkip: 0, durationSec: streamSeconds(streamInfo) };
}
