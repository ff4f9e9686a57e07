import type { AudioPlan } from './audio.builder.js';
import { latin1, uint, utf8 } from './bytes.js';

/** Names of 2.2 for the frames that builders write. */
const SHORT = new Map([
  ['TIT2', 'TT2'],
  ['TALB', 'TAL'],
  ['TPE2', 'TP2'],
  ['TCOM', 'TCM'],
  ['TRCK', 'TRK'],
  ['TPOS', 'TPA'],
  ['TXXX', 'TXX'],
  ['COMM', 'COM'],
  ['APIC', 'PIC'],
]);
const FRAME = /^[A-Z][A-Z0-9]{3}$/;

export interface Id3Form {
  version: 2 | 3 | 4;
  /** A zero behind every 0xFF: of the whole tag, or in 2.4 of each frame. */
  unsynchronised: boolean;
  /** As iTunes wrote 2.4. */
  plainSizes: boolean;
}

/** A frame of text, under its own name or as a free one. 2.4 is written in UTF-8, the others in UTF-16. */
export function textFrame(form: Id3Form, name: string, value: string): Buffer {
  if (name === 'COMM') return frame(form, 'COMM', comment(form, value));
  if (FRAME.test(name)) return frame(form, name, encoded(form, value));
  return frame(form, 'TXXX', encoded(form, `${name}\0${value}`));
}

export function pictureFrame(form: Id3Form, bytes: Uint8Array, kind: number): Buffer {
  const png = bytes[0] === 0x89;
  const type = form.version === 2 ? latin1(png ? 'PNG' : 'JPG') : latin1(`image/${png ? 'png' : 'jpeg'}\0`);
  return frame(form, 'APIC', Buffer.concat([uint(1, 0), type, uint(1, kind), uint(1, 0), bytes]));
}

/** A frame for each chapter and a table of contents over them; 2.2 knows neither. */
export function chapterFrames(form: Id3Form, { chapters, length }: AudioPlan): Buffer[] {
  const ends = [...chapters.slice(1).map(({ startSec }) => startSec), length];
  const frames = chapters.map(({ title, startSec }, at) => {
    const times = [uint(4, startSec * 1000), uint(4, (ends[at] ?? length) * 1000), Buffer.alloc(8, 0xff)];
    return frame(form, 'CHAP', Buffer.concat([latin1(`c${at}\0`), ...times, textFrame(form, 'TIT2', title)]));
  });
  const names = latin1(chapters.map((_, at) => `c${at}\0`).join(''));
  const contents = Buffer.concat([latin1('toc\0'), uint(1, 3), uint(1, chapters.length), names]);
  return chapters.length === 0 || form.version === 2 ? [] : [frame(form, 'CTOC', contents), ...frames];
}

export function frame({ version, unsynchronised, plainSizes }: Id3Form, id: string, content: Uint8Array): Buffer {
  if (version === 2)
    return Buffer.concat([latin1(SHORT.get(id) ?? id.slice(0, 3)), uint(3, content.byteLength), content]);
  const perFrame = version === 4 && unsynchronised;
  const body = perFrame ? stuffed(content) : content;
  const size = version === 4 && !plainSizes ? syncsafe(body.byteLength) : uint(4, body.byteLength);
  return Buffer.concat([latin1(id), size, uint(2, perFrame ? 2 : 0), body]);
}

/** The tag around the frames and so many zeros. */
export function tag(form: Id3Form, frames: readonly Uint8Array[], padding: number): Buffer {
  const whole = Buffer.concat([...frames, Buffer.alloc(padding)]);
  const body = form.unsynchronised && form.version < 4 ? stuffed(whole) : whole;
  const flags = uint(1, form.unsynchronised ? 0x80 : 0);
  return Buffer.concat([latin1('ID3'), uint(1, form.version), uint(1, 0), flags, syncsafe(body.byteLength), body]);
}

function syncsafe(value: number): Buffer {
  return Buffer.from([21, 14, 7, 0].map((shift) => (value >> shift) & 0x7f));
}

function stuffed(bytes: Uint8Array): Buffer {
  return Buffer.from([...bytes].flatMap((byte) => (byte === 0xff ? [byte, 0] : [byte])));
}

function encoded({ version }: Id3Form, text: string): Buffer {
  if (version === 4) return Buffer.concat([uint(1, 3), utf8(text)]);
  const parts = text.split('\0').map((part) => Buffer.from(`\ufeff${part}`, 'utf16le'));
  return Buffer.concat([uint(1, 1), ...parts.flatMap((part, at) => (at === 0 ? [part] : [uint(2, 0), part]))]);
}

function comment(form: Id3Form, text: string): Buffer {
  const [encoding, body] = [encoded(form, `\0${text}`).subarray(0, 1), encoded(form, `\0${text}`).subarray(1)];
  return Buffer.concat([encoding, latin1('eng'), body]);
}
