import type { Identifier } from './identifiers.js';
import type { PartialDate } from './partial-date.js';

/** Formats Octavo has a reader for. */
export const FORMATS = [
  'epub',
  'kepub',
  'pdf',
  'cbz',
  'cbr',
  'mobi',
  'azw3',
  'fb2',
  'm4b',
  'm4a',
  'mp3',
  'flac',
  'ogg',
  'opus',
] as const;
export type Format = (typeof FORMATS)[number];

const AUDIO: ReadonlySet<Format> = new Set<Format>(['m4b', 'm4a', 'mp3', 'flac', 'ogg', 'opus']);

/** A book is one published form: to be read or to be heard. Files of both kinds are never one book. */
export const MEDIA = ['ebook', 'audiobook'] as const;
export type Medium = (typeof MEDIA)[number];

export const mediumOf = (format: Format): Medium => (AUDIO.has(format) ? 'audiobook' : 'ebook');

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

export const DRM_SCHEMES = ['adobe', 'apple', 'lcp', 'kobo', 'kindle', 'audible', 'password', 'unknown'] as const;
export type DrmScheme = (typeof DRM_SCHEMES)[number];

export interface CoverImage {
  /** The original bytes, never re-encoded. */
  bytes: Uint8Array;
  mediaType: 'image/jpeg' | 'image/png' | 'image/webp' | 'image/gif';
  /** In pixels. */
  width: number;
  height: number;
}

/** A part of an audio file. */
export interface Chapter {
  title: string;
  /** Where it begins, in seconds from the start of its file. */
  startSec: number;
}

/** Where one of several audio files of a book belongs, as its tags say. */
export interface Track {
  disc?: number;
  number?: number;
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
  /** How long it plays, in seconds. */
  durationSec?: number;
  chapters?: Chapter[];
  track?: Track;
  /** False: said to be complete. Only audiobooks say either. */
  abridged?: boolean;
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
