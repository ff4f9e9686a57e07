import { DRM_SCHEMES, FORMATS, ROLES } from '@octavo/domain';
import { z } from 'zod';
import { Id, PageQuery, pageOf, Time } from './primitives.js';

/** NEW: known, contents not read yet. READY: read. PROBLEM: its file could not be read; the title comes from the name. */
export const BOOK_STATUSES = ['NEW', 'READY', 'PROBLEM'] as const;

/** What became of the KEPUB of a file. NONE: not wanted or not possible (`reason` says why). */
export const KEPUB_STATES = ['NONE', 'PENDING', 'READY', 'FAILED'] as const;

export const KepubOfFile = z.object({
  state: z.enum(KEPUB_STATES),
  /** Why there is none; of one that is there, in what it is not what was asked for. */
  reason: z.string().nullable(),
  /** Pages that had to be mended or stayed as they were. */
  remark: z.string().nullable(),
  /** In bytes. */
  size: z.number().int().nullable(),
});
export type KepubOfFile = z.infer<typeof KepubOfFile>;

/** Why something did not work, with a code of the problem table. */
export const Complaint = z.object({ code: z.string(), detail: z.string() });
export type Complaint = z.infer<typeof Complaint>;

export const BookFile = z.object({
  id: Id,
  name: z.string(),
  format: z.enum(FORMATS),
  /** In bytes. */
  size: z.number().int(),
  /** True when none of its places exists any more. */
  missing: z.boolean(),
  drm: z.enum(DRM_SCHEMES).nullable(),
  problem: Complaint.nullable(),
  warnings: z.array(z.string()),
  /** Of audio: how long it plays, in seconds, and its chapters. Null and none for everything else, or where unknown. */
  durationSec: z.number().nullable(),
  chapters: z.array(z.object({ title: z.string(), startSec: z.number() })),
  kepub: KepubOfFile,
  /** What is known of the book was written into it; and why that could not be done, or not all of it. */
  written: z.boolean(),
  writeProblem: z.string().nullable(),
  /** Folder and path below it, one per copy. */
  places: z.array(z.object({ library: z.string(), path: z.string(), missing: z.boolean() })),
});
export type BookFile = z.infer<typeof BookFile>;

export const Book = z.object({
  id: Id,
  title: z.string(),
  subtitle: z.string().nullable(),
  contributors: z.array(z.object({ name: z.string(), role: z.enum(ROLES) })),
  series: z.array(z.object({ name: z.string(), number: z.string().nullable() })),
  language: z.string().nullable(),
  publisher: z.string().nullable(),
  /** As precise as known: "1969", "1969-03" or "1969-03-01". */
  publishedDate: z.string().nullable(),
  /** Sanitised HTML. */
  description: z.string().nullable(),
  identifiers: z.array(z.object({ scheme: z.string(), value: z.string() })),
  subjects: z.array(z.string()),
  /** Changes whenever the cover does; null where there is none. Takes `?width=&height=`. */
  coverUrl: z.string().nullable(),
  /** Of audiobooks: whether it is a shortened reading; null where nobody says. */
  abridged: z.boolean().nullable(),
  status: z.enum(BOOK_STATUSES),
  missing: z.boolean(),
  files: z.array(BookFile),
  addedAt: Time,
  updatedAt: Time,
});
export type Book = z.infer<typeof Book>;

export const SOURCES = ['manual', 'sidecar', 'file', 'audible', 'enrichment', 'filepath'] as const;

export const Provenance = z.object({
  source: z.enum(SOURCES),
  provider: z.string().nullable(),
  at: Time,
  locked: z.boolean(),
});

/** GET /api/books/:id: where each field came from, by field name. */
export const BookDetail = Book.extend({
  provenance: z.record(z.string(), Provenance),
  /** The user's shelves it stands on. */
  shelfIds: z.array(Id),
});
export type BookDetail = z.infer<typeof BookDetail>;

export const BOOK_SORTS = ['title', 'author', 'addedAt', 'updatedAt'] as const;

/** GET /api/books */
export const BookQuery = PageQuery.extend({
  q: z.string().trim().max(200).optional(),
  sort: z.enum(BOOK_SORTS).default('addedAt'),
  order: z.enum(['asc', 'desc']).optional(),
  format: z.enum(FORMATS).optional(),
  shelf: Id.optional(),
  missing: z.stringbool().optional(),
});
export type BookQuery = z.infer<typeof BookQuery>;

export const BookPage = pageOf(Book);
export type BookPage = z.infer<typeof BookPage>;

/** GET /api/books/:id/cover and /api/finds/:id/cover */
export const CoverQuery = z.object({
  width: z.coerce.number().int().min(16).max(3000).optional(),
  height: z.coerce.number().int().min(16).max(4000).optional(),
  /** Only there to make the address change with the cover. */
  v: z.string().max(64).optional(),
});
export type CoverQuery = z.output<typeof CoverQuery>;
