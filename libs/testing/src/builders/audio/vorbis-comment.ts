import { type AudioPlan, namedTexts } from './audio.builder.js';
import { latin1, uint, uintLE, utf8 } from './bytes.js';

const NAMES = {
  title: 'TITLE',
  album: 'ALBUM',
  author: 'ALBUMARTIST',
  narrator: 'COMPOSER',
  track: 'TRACKNUMBER',
  disc: 'DISCNUMBER',
};
const FRONT = 3;

/** Vendor, count, then "NAME=value" in UTF-8, each behind its length. */
export function vorbisComment(plan: AudioPlan, more: readonly (readonly [string, string])[] = []): Buffer {
  const comments = [...namedTexts(plan, NAMES), ...chapterTexts(plan), ...more];
  const sized = (text: string) => [uintLE(4, utf8(text).byteLength), utf8(text)];
  const rows = comments.flatMap(([name, value]) => sized(`${name}=${value}`));
  return Buffer.concat([...sized('Octavo'), uintLE(4, comments.length), ...rows]);
}

function chapterTexts({ chapters }: AudioPlan): [string, string][] {
  return chapters.flatMap(({ title, startSec }, at): [string, string][] => {
    const name = `CHAPTER${String(at + 1).padStart(3, '0')}`;
    const time = new Date(startSec * 1000).toISOString().slice(11, 23);
    return [
      [name, time],
      [`${name}NAME`, title],
    ];
  });
}

/** FLAC's block for a picture, which Ogg carries in base64. */
export function pictureBlock(bytes: Uint8Array): Buffer {
  const type = latin1(bytes[0] === 0x89 ? 'image/png' : 'image/jpeg');
  const about = [uint(4, FRONT), uint(4, type.byteLength), type, uint(4, 0), Buffer.alloc(16)];
  return Buffer.concat([...about, uint(4, bytes.byteLength), bytes]);
}

/** FLAC's STREAMINFO for 44.1 kHz in stereo. */
export function streamInfo(seconds: number): Buffer {
  const rate = 44_100;
  const samples = Math.round(seconds * rate);
  const packed = (BigInt(rate) << 44n) | (1n << 41n) | (15n << 36n) | BigInt(samples);
  const bytes = Buffer.alloc(34);
  bytes.writeUInt16BE(4096, 0);
  bytes.writeUInt16BE(4096, 2);
  bytes.writeBigUInt64BE(packed, 10);
  return bytes;
}
