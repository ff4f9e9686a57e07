import type { RandomAccess } from '@octavo/domain';
import type { AudioFile, Picture } from '../audio-file.js';
import { latin1 } from '../cursor.js';
import { Tags } from '../tags.js';
import { vorbisChapters } from '../vorbis-chapters.js';
import { readPictureBlock, readVorbisComment } from '../vorbis-comment.js';
import { oggCodec, type OggCodec } from './codec.js';
import { lastGranule } from './last-granule.js';
import { oggPackets } from './packets.js';

const VORBIS_COMMENT = 4;
const PICTURE = 6;
/** Headers come before audio; a stream whose tags are not among its first packets has none. */
const MAX_PACKETS = 64;

/** The tags of the first stream of audio and how long it plays. Undefined when there is no such stream. */
export async function readOgg(source: RandomAccess): Promise<AudioFile | undefined> {
  const tags = new Tags();
  const pictures: Picture[] = [];
  let codec: OggCodec | undefined;
  let count = 0;
  for await (const { serial, bytes } of oggPackets(source)) {
    if (++count > MAX_PACKETS) break;
    if (codec === undefined) codec = oggCodec(serial, bytes);
    else if (serial === codec.serial && readHeader(bytes, codec, { tags, pictures })) break;
  }
  if (codec === undefined) return undefined;
  const durationSec = codec.durationSec ?? (await playedSeconds(source, codec));
  return { tags, pictures, chapters: vorbisChapters(tags), durationSec, warnings: [] };
}

/** True when this was the last header that can hold tags. FLAC has a block in each packet, the others one for all. */
function readHeader(bytes: Uint8Array, codec: OggCodec, into: { tags: Tags; pictures: Picture[] }): boolean {
  const content = bytes.subarray(codec.tagsAt);
  const isFlac = codec.tagsBegin === '';
  const kind = (bytes[0] ?? 0) & 0x7f;
  if (isFlac && kind === PICTURE) into.pictures.push(...readPictureBlock(content));
  const hasTags = isFlac ? kind === VORBIS_COMMENT : latin1(bytes.subarray(0, codec.tagsAt)) === codec.tagsBegin;
  if (hasTags) into.pictures.push(...readVorbisComment(content, into.tags));
  return isFlac ? (bytes[0] ?? 0) >= 0x80 : hasTags;
}

async function playedSeconds(source: RandomAccess, { serial, rate, preSkip }: OggCodec): Promise<number | undefined> {
  const granule = await lastGranule(source, serial);
  return granule === undefined || rate === 0 ? undefined : (granule - preSkip) / rate;
}
