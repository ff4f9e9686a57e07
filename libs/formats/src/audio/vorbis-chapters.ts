import type { Chapter } from '@octavo/domain';
import type { Tags } from './tags.js';

/** Three digits number them, and no file has gaps of note. */
const MAX_NUMBER = 999;
const START = /^(\d{1,4}):(\d{1,2}):(\d{1,2}(?:\.\d{1,9})?)$/;

/** The chapter extension of Vorbis comments: CHAPTER001=00:12:34.500 and CHAPTER001NAME=Title. Counted from 0 or 1. */
export function vorbisChapters(tags: Tags): Chapter[] {
  const chapters: Chapter[] = [];
  for (let number = 0; number <= MAX_NUMBER; number++) {
    const name = `CHAPTER${String(number).padStart(3, '0')}`;
    const [, hours, minutes, seconds] = START.exec(tags.first([name])?.trim() ?? '') ?? [];
    if (seconds === undefined) continue;
    const startSec = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
    chapters.push({ title: tags.first([`${name}NAME`]) ?? '', startSec });
  }
  return chapters;
}
