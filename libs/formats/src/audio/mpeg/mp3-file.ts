import type { RandomAccess } from '@octavo/domain';
import type { AudioFile } from '../audio-file.js';
import { readId3Content } from '../id3/id3-content.js';
import { id3End, readId3 } from '../id3/id3-tag.js';
import { readId3v1 } from '../id3/id3v1.js';
import { Tags } from '../tags.js';
import { findFrame } from './frame-header.js';
import { mpegSeconds } from './mpeg-duration.js';

/** Between the tags and the first frame there may be padding that nobody counted. */
const LOOKED_THROUGH = 64 * 1024;

/** The tags in front, else those at the end, and how long it plays. Undefined without tags and without audio. */
export async function readMp3(source: RandomAccess): Promise<AudioFile | undefined> {
  const tags = new Tags();
  const tag = await readId3(source);
  const content = tag === undefined ? { pictures: [], chapters: [] } : readId3Content(tag, tags);
  if (tags.isEmpty) await readId3v1(source, tags);
  const start = await id3End(source);
  const bytes = await source.read(start, LOOKED_THROUGH);
  const first = findFrame(bytes);
  if (first !== undefined) {
    const durationSec = await mpegSeconds(source, { bytes, first, start: start + first.at, end: source.size });
    return { tags, ...content, durationSec, warnings: [] };
  }
  if (tags.isEmpty) return undefined;
  return { tags, ...content, durationSec: undefined, warnings: ['No MP3 audio was found behind the tags.'] };
}
