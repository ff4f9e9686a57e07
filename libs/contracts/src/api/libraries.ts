import { z } from 'zod';
import { Complaint } from './books.js';
import { Id, pageOf, Time } from './primitives.js';

/**
 * LISTING: the folder is being looked through. IMPORTING: what was new or changed is being read. HELD: so much is gone
 * that somebody must say whether it is meant. The others are ends.
 */
export const SCAN_STATES = ['LISTING', 'IMPORTING', 'HELD', 'COMPLETED', 'CANCELLED', 'FAILED'] as const;

/** One comparison of a folder with what is known of it, and how far the work that followed has come. */
export const Scan = z.object({
  id: Id,
  /** What cancels it: POST /api/jobs/:id/cancel. */
  jobId: Id,
  state: z.enum(SCAN_STATES),
  /** Files in the folder; of these new, changed, and as they were. */
  found: z.number().int(),
  added: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  /** Of the new and changed: read, and with a problem. */
  done: z.number().int(),
  failed: z.number().int(),
  moved: z.number().int(),
  /** Marked as missing; while HELD, those that would be. */
  gone: z.number().int(),
  /** Why what is gone waits for a word, in one sentence. */
  heldBecause: z.string().nullable(),
  problem: Complaint.nullable(),
  startedAt: Time,
  finishedAt: Time.nullable(),
});
export type Scan = z.infer<typeof Scan>;

/** GET /api/libraries/:id/scans/:scanId: with what could not be read, and why (at most 1,000 of them). */
export const ScanDetail = Scan.extend({ faults: z.array(z.object({ path: z.string() }).extend(Complaint.shape)) });
export type ScanDetail = z.infer<typeof ScanDetail>;

export const ScanPage = pageOf(Scan);
export type ScanPage = z.infer<typeof ScanPage>;

/**
 * How changes in a folder are heard of. STARTING: not yet. EVENTS: the system tells. POLLING: the folder is looked
 * through again and again, as network shares need. DEGRADED: the same, because the system cannot tell. OFF: nobody
 * watches.
 */
export const WATCH_MODES = ['STARTING', 'EVENTS', 'POLLING', 'DEGRADED', 'OFF'] as const;

/** A folder tree the server watches. */
export const Library = z.object({
  id: Id,
  name: z.string(),
  path: z.string(),
  paused: z.boolean(),
  bookCount: z.number().int(),
  missingCount: z.number().int(),
  lastScanAt: Time.nullable(),
  /** Why the folder could not be read at the last look, or null. */
  problem: Complaint.nullable(),
  watch: z.object({ mode: z.enum(WATCH_MODES), detail: z.string().nullable() }),
  /** True where what is known of books is written into their files. */
  writeMetadata: z.boolean(),
  /** The newest scan, under way or not. */
  scan: Scan.nullable(),
});
export type Library = z.infer<typeof Library>;

export const LibraryPage = pageOf(Library);
export type LibraryPage = z.infer<typeof LibraryPage>;

const Name = z.string().trim().min(1).max(100);

/** POST /api/libraries. Without a name it is called after its folder. */
export const NewLibrary = z.object({ path: z.string().trim().min(1).max(4096), name: Name.optional() });
export type NewLibrary = z.infer<typeof NewLibrary>;

/** PATCH /api/libraries/:id */
export const LibraryChange = z.object({
  name: Name.optional(),
  paused: z.boolean().optional(),
  writeMetadata: z.boolean().optional(),
});
export type LibraryChange = z.infer<typeof LibraryChange>;

/** GET /api/folders?path=: the folders in a folder of the server, for choosing one. */
export const FolderQuery = z.object({ path: z.string().max(4096).default('/') });
export const FolderList = z.object({
  path: z.string(),
  parent: z.string().nullable(),
  folders: z.array(z.object({ name: z.string(), path: z.string() })),
});
export type FolderList = z.infer<typeof FolderList>;

/** POST /api/uploads: what became of the bytes. The job's result names the book. */
export const UploadAccepted = z.object({
  jobId: Id,
  libraryId: Id,
  /** Where the file lies now, below the library's folder. */
  path: z.string(),
  /** True when the library had these very bytes already and nothing was written. */
  alreadyThere: z.boolean(),
});
export type UploadAccepted = z.infer<typeof UploadAccepted>;
