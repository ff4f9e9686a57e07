import type { Chapter, DrmScheme } from '@octavo/domain';
import type { Tags } from './tags.js';

export interface Picture {
  bytes: Uint8Array;
  /** Said to be the front cover; other pictures may be of the author or the disc. */
  front: boolean;
}

/** What any audio file says, before it is known what of it is about a book. */
export interface AudioFile {
  tags: Tags;
  pictures: Picture[];
  /** As written: unsorted, perhaps beyond the end. */
  chapters: Chapter[];
  /** In seconds; unknown where the file neither says it nor lets it be counted without being read as a whole. */
  durationSec: number | undefined;
  drm?: DrmScheme;
  /** One sentence each. */
  warnings: string[];
}
