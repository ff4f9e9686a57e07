import type { Chapter } from '@octavo/domain';
import type { Picture } from '../audio-file.js';
import { Cursor } from '../cursor.js';
import { freeName, type Tags } from '../tags.js';
import { id3Frames, type Id3Frame } from './id3-frames.js';
import type { Id3Tag } from './id3-tag.js';
import { afterText, id3Texts } from './id3-text.js';

const FRONT = 3;
/** Apple's frames that hold texts without being called T***. */
const APPLE_TEXTS = new Set(['GRP1', 'MVNM', 'MVIN']);

/** Puts the texts of a tag into `tags` and gives its pictures and chapters. */
export function readId3Content(tag: Id3Tag, tags: Tags): { pictures: Picture[]; chapters: Chapter[] } {
  const pictures: Picture[] = [];
  const chapters: Chapter[] = [];
  for (const frame of id3Frames(tag)) {
    if (frame.id === 'APIC') pictures.push(pictureOf(frame.bytes, tag.version));
    else if (frame.id === 'CHAP') chapters.push(chapterOf(frame.bytes, tag));
    else addText(frame, tags);
  }
  return { pictures, chapters };
}

function addText({ id, bytes }: Id3Frame, tags: Tags): void {
  if (id === 'TXXX') {
    const [name = '', ...values] = id3Texts(bytes);
    for (const value of values) tags.add(freeName(name), value);
  } else if (id === 'COMM') {
    const [name = '', text = ''] = id3Texts(bytes, 3);
    // iTunes keeps numbers of its own in comments ("iTunNORM").
    if (!name.startsWith('iTun')) tags.add(id, text);
  } else if (id.startsWith('T') || APPLE_TEXTS.has(id)) {
    for (const text of id3Texts(bytes)) tags.add(id, text);
  }
}

/** id3v2.3 §4.15: encoding, media type, kind of picture, description, bytes. 2.2 has three letters for the type. */
function pictureOf(bytes: Uint8Array, version: number): Picture {
  const kindAt = version === 2 ? 4 : afterText(bytes, 1, 0);
  const start = afterText(bytes, kindAt + 1, bytes[0] ?? 0);
  return { bytes: bytes.subarray(start), front: bytes[kindAt] === FRONT };
}

/** ID3v2 Chapter Frame Addendum §3.1: a name for machines, start and end in milliseconds, offsets, then frames. */
function chapterOf(bytes: Uint8Array, tag: Id3Tag): Chapter {
  const cursor = new Cursor(bytes.subarray(afterText(bytes, 0, 0)));
  const startSec = cursor.uint(4) / 1000;
  cursor.skip(12);
  return { title: titleIn({ ...tag, frames: cursor.rest() }), startSec };
}

function titleIn(tag: Id3Tag): string {
  for (const { id, bytes } of id3Frames(tag)) if (id === 'TIT2') return id3Texts(bytes)[0] ?? '';
  return '';
}
