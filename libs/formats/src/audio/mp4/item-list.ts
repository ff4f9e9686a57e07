import type { RandomAccess } from '@octavo/domain';
import type { Picture } from '../audio-file.js';
import { Cursor, latin1, utf8 } from '../cursor.js';
import { freeName, type Tags } from '../tags.js';
import { boxesIn, contentOf, type Box } from './boxes.js';

const MAX_TEXT = 1024 * 1024;
const MAX_PICTURE = 24 * 1024 * 1024;
const MAX_PICTURES = 10;

/** Kinds of values (QuickTime File Format, "Well-known types"). */
const UTF16 = 2;
const INTEGER = 21;

/** iTunes' list of tags: texts go into `tags`, under their four letters or their free name; covers are given. */
export async function readItemList(source: RandomAccess, list: Box, tags: Tags): Promise<Picture[]> {
  const pictures: Picture[] = [];
  for await (const item of boxesIn(source, list.start, list.end)) {
    if (item.type === 'covr') pictures.push(...(await covers(source, item)));
    else await addItem(source, item, tags);
  }
  return pictures.slice(0, MAX_PICTURES);
}

async function covers(source: RandomAccess, item: Box): Promise<Picture[]> {
  const pictures: Picture[] = [];
  for await (const value of boxesIn(source, item.start, item.end)) {
    if (value.type !== 'data' || value.cut || pictures.length === MAX_PICTURES) continue;
    const bytes = (await contentOf(source, value, MAX_PICTURE)).subarray(8);
    pictures.push({ bytes, front: pictures.length === 0 });
  }
  return pictures;
}

/** A free item ("----") holds who made it up, its name and its values. */
async function addItem(source: RandomAccess, item: Box, tags: Tags): Promise<void> {
  let name = item.type;
  for await (const part of boxesIn(source, item.start, item.end)) {
    if (part.cut || (part.type !== 'name' && part.type !== 'data')) continue;
    const bytes = await contentOf(source, part, MAX_TEXT);
    if (part.type === 'name') name = freeName(utf8(bytes.subarray(4)));
    else tags.add(name, valueOf(name, bytes));
  }
}

/** A kind in four bytes, a country and language in four, then the value. */
function valueOf(name: string, bytes: Uint8Array): string {
  const cursor = new Cursor(bytes);
  const kind = cursor.uint(4) & 0xff_ffff;
  cursor.skip(4);
  if (name === 'trkn' || name === 'disk') return ofHowMany(cursor);
  if (kind === INTEGER) return String(cursor.uint(Math.min(cursor.left, 8)));
  if (kind === UTF16) return new TextDecoder('utf-16be').decode(cursor.rest());
  // Four letters beside the texts hold flags and numbers in bytes of their own.
  const rest = cursor.rest();
  return kind === 0 && latin1(rest).includes('\0') ? '' : utf8(rest);
}

/** Two bytes of nothing, the number, how many there are: "3/12". */
function ofHowMany(cursor: Cursor): string {
  cursor.skip(2);
  const number = cursor.uint(2);
  const total = cursor.uint(2);
  return total > 0 ? `${number}/${total}` : String(number);
}
