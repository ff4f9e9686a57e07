import type { Identifier } from './identifiers.js';
import type { PartialDate } from './partial-date.js';

/** Formats Octavo has a reader for. */
export const FORMATS = ['epub', 'kepub'] as const;
export type Format = (typeof FORMATS)[number];

/** What a person or body did for a book; the words of the MARC relators that matter to readers. */
export const ROLES = [
  'author',
  'editor',
  'translator',
  'illustrator',
  'narrator',
  'penciller',
  'inker',
  'colorist',
  'letterer',
  'coverArtist',
  'other',
] as const;
export type Role = (typeof ROLES)[number];

export interface Contributor {
  name: string;
  role: Role;
  /** The form the name is sorted by ("Austen, Jane"), where the source gives one. */
  sortName?: string;
}

export interface SeriesEntry {
  name: string;
  /** As printed: "4", "1.5", "1-3", "2a". Absent when unknown, never invented. */
  number?: string;
}

export const DRM_SCHEMES = ['adobe', 'apple', 'lcp', 'kobo', 'unknown'] as const;
export type DrmScheme = (typeof DRM_SCHEMES)[number];

export interface CoverImage {
  /** The original bytes, never re-encoded. */
  bytes: Uint8Array;
  mediaType: 'image/jpeg' | 'image/png' | 'image/webp' | 'image/gif';
  /** In pixels. */
  width: number;
  height: number;
}

/** What a reader found in a file, before anything is matched or stored. Every field may be unknown. */
export interface BookDraft {
  title?: string;
  subtitle?: string;
  sortTitle?: string;
  contributors: Contributor[];
  series: SeriesEntry[];
  /** Sanitised HTML. */
  description?: string;
  publisher?: string;
  published?: PartialDate;
  /** BCP 47. */
  language?: string;
  identifiers: Identifier[];
  subjects: string[];
  pageCount?: number;
  /** 'fixed' pages have a size of their own and must not be reflowed or given Kobo spans. */
  layout: 'reflowable' | 'fixed';
  drm?: DrmScheme;
  cover?: CoverImage;
  /** What could not be read, one sentence each. */
  warnings: string[];
}

/** A draft that claims nothing, to be filled by a reader. */
export function emptyDraft(): BookDraft {
  return { contributors: [], series: [], identifiers: [], subjects: [], layout: 'reflowable', warnings: [] };
}
