import type { Chapter, RandomAccess } from '@octavo/domain';
import type { AudioFile, Picture } from '../audio-file.js';
import { latin1 } from '../cursor.js';
import { Tags } from '../tags.js';
import { boxAt, boxesIn, contentOf, type Box } from './boxes.js';
import { trackChapters } from './chapter-track.js';
import { drmOf } from './drm.js';
import { readItemList } from './item-list.js';
import { seconds } from './media-time.js';
import { MOST_NERO_CHAPTERS, neroChapters } from './nero-chapters.js';
import { mediaHeader, readTrack, type Mp4Track } from './track.js';

const HEADER_BYTES = 256;
const MAX_NERO_BYTES = 128 * 1024;
/** The audio, its chapters, a picture for each of them. */
const MAX_TRACKS = 16;
const MAX_BEHIND = 4;

/**
 * What the movie box says. It is walked by its headers: the tables of the audio, which are megabytes in a long book,
 * are passed over, and the audio itself is never read. Undefined when there is no movie box.
 */
export async function readMp4(source: RandomAccess): Promise<AudioFile | undefined> {
  const { brand, movie, isCut } = await topLevel(source);
  if (movie === undefined) return undefined;
  const tags = new Tags();
  const tracks = await tracksOf(source, movie);
  const audio = tracks.find(({ handler }) => handler === 'soun');
  const pictures = await readTags(source, movie, tags);
  if (audio === undefined && tags.isEmpty) return undefined;
  return {
    tags,
    pictures,
    chapters: await chaptersOf(source, movie, tracks),
    durationSec: audio?.durationSec ?? (await movieSeconds(source, movie)),
    drm: drmOf(
      brand,
      tracks.map(({ coding }) => coding),
    ),
    warnings: [
      ...(audio === undefined ? ['The file has no track of audio.'] : []),
      ...(isCut ? ['The file is cut off before its end.'] : []),
    ],
  };
}

interface TopLevel {
  brand: string;
  movie: Box | undefined;
  isCut: boolean;
}

/** A file made to be sent in pieces goes on for thousands of boxes, so only a few are looked at behind the movie. */
async function topLevel(source: RandomAccess): Promise<TopLevel> {
  const found: TopLevel = { brand: '', movie: undefined, isCut: false };
  let behind = 0;
  for await (const box of boxesIn(source, 0, source.size)) {
    if (box.type === 'ftyp') found.brand = latin1(await contentOf(source, box, 4));
    if (box.type === 'moov') found.movie ??= box;
    found.isCut ||= box.cut;
    if (found.movie !== undefined && ++behind > MAX_BEHIND) break;
  }
  return found;
}

async function tracksOf(source: RandomAccess, movie: Box): Promise<Mp4Track[]> {
  const tracks: Mp4Track[] = [];
  for await (const box of boxesIn(source, movie.start, movie.end)) {
    if (box.type === 'trak' && tracks.length < MAX_TRACKS) tracks.push(await readTrack(source, box));
  }
  return tracks;
}

async function readTags(source: RandomAccess, movie: Box, tags: Tags): Promise<Picture[]> {
  const meta = (await boxAt(source, movie, 'udta', 'meta')) ?? (await boxAt(source, movie, 'meta'));
  if (meta === undefined) return [];
  // In MP4 a version stands before its boxes, in QuickTime nothing does.
  const bare = latin1(await source.read(meta.start + 4, 4)) === 'hdlr';
  const list = await boxAt(source, { ...meta, start: meta.start + (bare ? 0 : 4) }, 'ilst');
  return list === undefined ? [] : readItemList(source, list, tags);
}

/** Nero's list, unless it is full: then it may have been cut off, and the track has them all. */
async function chaptersOf(source: RandomAccess, movie: Box, tracks: Mp4Track[]): Promise<Chapter[]> {
  const box = await boxAt(source, movie, 'udta', 'chpl');
  const listed = box === undefined ? [] : neroChapters(await contentOf(source, box, MAX_NERO_BYTES));
  if (listed.length > 0 && listed.length < MOST_NERO_CHAPTERS) return listed;
  const named = new Set(tracks.flatMap(({ chapterTracks }) => chapterTracks));
  const texts = tracks.find(({ id, handler }) => named.has(id) && (handler === 'text' || handler === 'sbtl'));
  const inTrack = texts === undefined ? [] : await trackChapters(source, texts);
  return inTrack.length >= listed.length ? inTrack : listed;
}

async function movieSeconds(source: RandomAccess, movie: Box): Promise<number | undefined> {
  const header = await boxAt(source, movie, 'mvhd');
  if (header === undefined) return undefined;
  const { timescale, duration } = mediaHeader(await contentOf(source, header, HEADER_BYTES));
  return seconds(duration, timescale);
}
