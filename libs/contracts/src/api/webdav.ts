import { z } from 'zod';
import { Id, pageOf, Time } from './primitives.js';
import { Scan } from './libraries.js';

/**
 * ACTIVE: compared regularly. REFUSED: the server did not accept name and password again and again, so nothing is asked
 * until they are changed. UNREADABLE: the password cannot be decrypted and has to be given anew.
 */
export const CONNECTION_STATES = ['ACTIVE', 'REFUSED', 'UNREADABLE'] as const;

/** OK. PARTIAL: some folders could not be listed. HELD: a removal waits for a word. FAILED: `lastError` says why. */
export const SYNC_STATUSES = ['OK', 'PARTIAL', 'HELD', 'FAILED'] as const;

/** What listing a server took and came across. */
export const SyncTally = z.object({
  requests: z.number().int(),
  folders: z.number().int(),
  failedFolders: z.number().int(),
  partialFolders: z.number().int(),
  /** Left out because their tags say that nothing changed below them. */
  prunedFolders: z.number().int(),
  /** Files that are no books. */
  ignored: z.number().int(),
  /** Files that are still being written. */
  settling: z.number().int(),
  /** Entries that led out of the folder. */
  rejected: z.number().int(),
  /** Missed for the first time: marked as missing when they are missed again. */
  missed: z.number().int(),
});
export type SyncTally = z.infer<typeof SyncTally>;

/** What a comparison that changed nothing found: for a look before the first one that counts. */
export const SyncPreview = z.object({
  books: z.number().int(),
  formats: z.array(z.object({ format: z.string(), count: z.number().int() })),
  /** Some of the paths that would be books. */
  examples: z.array(z.string()),
});
export type SyncPreview = z.infer<typeof SyncPreview>;

/** One comparison of a server with what is known of it. */
export const Sync = Scan.extend({ tally: SyncTally.nullable(), preview: SyncPreview.nullable() });
export type Sync = z.infer<typeof Sync>;

/** GET /api/webdav/:id/syncs/:syncId: with what could not be listed or read, and why (at most 1,000 of them). */
export const SyncDetail = Sync.extend({
  faults: z.array(z.object({ path: z.string(), code: z.string(), detail: z.string() })),
});
export type SyncDetail = z.infer<typeof SyncDetail>;

export const SyncPage = pageOf(Sync);
export type SyncPage = z.infer<typeof SyncPage>;

/** A library on a WebDAV server. Never with its password. */
export const WebdavConnection = z.object({
  id: Id,
  name: z.string(),
  baseUrl: z.string(),
  username: z.string(),
  state: z.enum(CONNECTION_STATES),
  paused: z.boolean(),
  /** The end of the last comparison, and what it came to; null before the first. */
  lastSyncAt: Time.nullable(),
  lastSyncStatus: z.enum(SYNC_STATUSES).nullable(),
  lastErrorCode: z.string().nullable(),
  lastError: z.string().nullable(),
  /** Null while nothing is to be asked. */
  nextSyncAt: Time.nullable(),
  /** The server wants to be left alone until then; a comparison under way is gone on with after it. */
  waitsUntil: Time.nullable(),
  /** How often in a row it failed. */
  failures: z.number().int(),
  bookCount: z.number().int(),
  missingCount: z.number().int(),
  /** Files that are known by their names only: they are still to be looked into. */
  unreadCount: z.number().int(),
  /** As the server calls itself, if it does. */
  server: z.string().nullable(),
  /** What is worth knowing, in words: no encryption, a clock that is wrong. */
  warnings: z.array(z.string()),
  /** The newest comparison, under way or not. */
  sync: Sync.nullable(),
});
export type WebdavConnection = z.infer<typeof WebdavConnection>;

export const WebdavConnectionPage = pageOf(WebdavConnection);
export type WebdavConnectionPage = z.infer<typeof WebdavConnectionPage>;

const Name = z.string().trim().min(1).max(80);
const Password = z.string().min(1).max(1_000);

/**
 * POST /api/webdav. Without a name it is called after its server; without user name and password nobody signs in. With
 * `paused` it is kept and not compared, so that a preview can be looked at first (POST /api/webdav/:id/preview).
 */
export const NewWebdavConnection = z.object({
  baseUrl: z.string().min(1).max(4_096),
  username: z.string().max(255).default(''),
  password: z.string().max(1_000).default(''),
  name: Name.optional(),
  paused: z.boolean().default(false),
});
export type NewWebdavConnection = z.infer<typeof NewWebdavConnection>;

/** PUT and PATCH /api/webdav/:id. What is left out stays as it is, the password above all. */
export const WebdavConnectionChange = z.object({
  baseUrl: z.string().min(1).max(4_096).optional(),
  username: z.string().max(255).optional(),
  password: Password.optional(),
  name: Name.optional(),
  paused: z.boolean().optional(),
});
export type WebdavConnectionChange = z.infer<typeof WebdavConnectionChange>;

/** POST /api/webdav/test: the same as adding it, with nothing kept. */
export const WebdavTest = z.object({
  server: z.string().nullable(),
  /** Things in the folder, whatever they are. */
  count: z.number().int(),
  warnings: z.array(z.string()),
});
export type WebdavTest = z.infer<typeof WebdavTest>;

/** POST /api/webdav/:id/sync. `notBefore`: the server wants to be left alone until then. */
export const SyncAccepted = z.object({ jobId: Id, notBefore: Time.optional() });
export type SyncAccepted = z.infer<typeof SyncAccepted>;
