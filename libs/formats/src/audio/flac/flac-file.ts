import type { RandomAccess } from '@octavo/domain';
import type { AudioFile, Picture } from '../audio-file.js';
import { Cursor, latin1 } from '../cursor.js';
import { id3End } from '../id3/id3-tag.js';
import { Tags } from '../tags.js';
import { vorbisChapters } from '../vorbis-chapters.js';
import { readPictureBlock, readVorbisComment } from '../vorbis-comment.js';
import { streamSeconds } from './stream-info.js';

const STREAM_INFO = 0;
const VORBIS_COMMENT = 4;
const PICTURE = 6;
/** A block may be empty, so a hostile file could list millions. */
const MAX_BLOCKS = 200;

/** What the metadata blocks before the audio say (FLAC format, RFC 9639 §8). Undefined when they are not there. */
export async function readFlac(source: RandomAccess): Promise<AudioFile | undefined> {
  const start = await id3End(source);
  if (latin1(await source.read(start, 4)) !== 'fLaC') return undefined;
  const tags = new Tags();
  const pictures: Picture[] = [];
  let durationSec: number | undefined;
  for await (const { type, bytes } of metadataBlocks(source, start + 4)) {
    if (type === STREAM_INFO) durationSec = streamSeconds(bytes);
    if (type === VORBIS_COMMENT) pictures.push(...readVorbisComment(bytes, tags));
    if (type === PICTURE) pictures.push(...readPictureBlock(bytes));
  }
  if (durationSec === undefined && tags.isEmpty) return undefined;
  return { tags, pictures, chapters: vorbisChapters(tags), durationSec, warnings: [] };
}

/** The blocks we know, one read each; padding and seek tables are passed over. */
async function* metadataBlocks(
  source: RandomAccess,
  from: number,
): AsyncGenerator<{ type: number; bytes: Uint8Array }> {
  let at = from;
  for (let count = 0; count < MAX_BLOCKS; count++) {
    const head = new Cursor(await source.read(at, 4));
    if (head.left < 4) return;
    const first = head.uint(1);
    const length = head.uint(3);
    const type = first & 0x7f;
    if ([STREAM_INFO, VORBIS_COMMENT, PICTURE].includes(type)) yield { type, bytes: await source.read(at + 4, length) };
    if (first >= 0x80) return;
    at += 4 + length;
  }
}
