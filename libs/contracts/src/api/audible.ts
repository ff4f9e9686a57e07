import { AUDIBLE_COUNTRIES } from '@octavo/domain';
import { z } from 'zod';
import { Id, pageOf, Time } from './primitives.js';

/** A marketplace of Audible. */
export const Country = z.enum(AUDIBLE_COUNTRIES);
export type Country = z.infer<typeof Country>;

/**
 * OK. REAUTH_REQUIRED: nothing is asked until somebody signs in again. THROTTLED: Audible wants to be left alone for a
 * while. UNREADABLE: the credentials cannot be decrypted and have to be given anew.
 */
export const AUDIBLE_STATES = ['OK', 'REAUTH_REQUIRED', 'THROTTLED', 'UNREADABLE'] as const;

const count = z.number().int();

/** What one look at a library saw, and what became of it; in titles unless it says otherwise. */
export const AudibleTally = z.object({
  /** delta: only what changed was asked for. */
  mode: z.enum(['full', 'delta']),
  /** As the server counts; null where it does not say. */
  total: count.nullable(),
  /** Rows that came, with those that came twice. */
  fetched: count,
  distinct: count,
  /** As much was seen as the server counts, or both ends met. */
  complete: z.boolean(),
  created: count,
  updated: count,
  unchanged: count,
  /** Only how far they were heard, or what others think of them, is another. */
  volatileOnly: count,
  revoked: count,
  /** They came without their fields: what was known of them stays. */
  hollow: count,
  malformed: count,
  /** They should have been there and were not. */
  absent: count,
  /** No books: podcasts, episodes, parts, issues. */
  leftOut: count,
  requests: count,
  retries: count,
});
export type AudibleTally = z.infer<typeof AudibleTally>;

/** A title there is a word to be said about. */
export const Oddity = z.object({ asin: z.string().nullable(), title: z.string().nullable(), reason: z.string() });
export type Oddity = z.infer<typeof Oddity>;

/** PARTIAL: something may not have been seen, so nothing was concluded from what is not there. */
export const AUDIBLE_SYNC_STATES = ['RUNNING', 'COMPLETED', 'PARTIAL', 'FAILED', 'CANCELLED'] as const;

/** One look at a store. */
export const AudibleSync = z.object({
  id: Id,
  state: z.enum(AUDIBLE_SYNC_STATES),
  tally: AudibleTally,
  error: z.object({ code: z.string(), detail: z.string() }).nullable(),
  startedAt: Time,
  finishedAt: Time.nullable(),
});
export type AudibleSync = z.infer<typeof AudibleSync>;

/** GET /api/audible/:id/stores/:storeId/syncs/:syncId: with what it had a word about (at most 1,000 of them). */
export const AudibleSyncDetail = AudibleSync.extend({ oddities: z.array(Oddity) });
export type AudibleSyncDetail = z.infer<typeof AudibleSyncDetail>;

export const AudibleSyncPage = pageOf(AudibleSync);
export type AudibleSyncPage = z.infer<typeof AudibleSyncPage>;

/** The library of an account at one marketplace. */
export const AudibleStore = z.object({
  id: Id,
  country: Country,
  /** As the server counted when all was last seen, and when that was. */
  total: count.nullable(),
  verifiedAt: Time.nullable(),
  /** Titles that are known here, with those that are gone there. */
  titleCount: count,
  removedCount: count,
  /** Podcasts and the like, which are no books of the library. */
  leftOutCount: count,
  lastSyncAt: Time.nullable(),
  lastSyncStatus: z.enum(['OK', 'PARTIAL', 'HELD', 'FAILED']).nullable(),
  lastErrorCode: z.string().nullable(),
  lastError: z.string().nullable(),
  /** Null while nothing is to be asked. */
  nextSyncAt: Time.nullable(),
  /** Audible wants to be left alone until then. */
  waitsUntil: Time.nullable(),
  /** The newest, under way or not. */
  sync: AudibleSync.nullable(),
});
export type AudibleStore = z.infer<typeof AudibleStore>;

/** An account at Audible. Never with its credentials. */
export const AudibleAccount = z.object({
  id: Id,
  name: z.string(),
  /** Where it was registered. */
  country: Country,
  state: z.enum(AUDIBLE_STATES),
  detail: z.string().nullable(),
  mode: z.enum(['auto', 'signing', 'token']),
  ways: z.array(z.enum(['signing', 'token'])),
  /** It shares its device with the tool it was imported from: deregistering ends both. */
  isImported: z.boolean(),
  stores: z.array(AudibleStore),
  createdAt: Time,
});
export type AudibleAccount = z.infer<typeof AudibleAccount>;

export const AudibleAccountPage = pageOf(AudibleAccount);
export type AudibleAccountPage = z.infer<typeof AudibleAccountPage>;

/** POST /api/audible/login. `accountId`: that account is signed in again. */
export const NewAudibleSignIn = z.object({
  marketplace: z.string().trim().min(1).max(40),
  /** An account from before Amazon: signed in with a user name at Audible itself. */
  withUsername: z.boolean().default(false),
  accountId: Id.optional(),
});
export type NewAudibleSignIn = z.infer<typeof NewAudibleSignIn>;

/** Where somebody signs in, and by what the end of it is told. */
export const AudibleSignIn = z.object({ loginId: Id, url: z.string(), expiresAt: Time });
export type AudibleSignIn = z.infer<typeof AudibleSignIn>;

/** POST /api/audible/login/:loginId: the address the browser ended at. */
export const AudibleLanding = z.object({ redirectUrl: z.string().min(1).max(20_000) });
export type AudibleLanding = z.infer<typeof AudibleLanding>;

/** POST /api/audible/import. A file that is no JSON comes as base64 with `encoding`. */
export const AudibleImport = z.object({
  authFile: z.union([z.string().min(1).max(1_500_000), z.record(z.string(), z.unknown())]),
  encoding: z.enum(['text', 'base64']).default('text'),
  password: z.string().max(1_000).optional(),
  /** Where the file does not tell it. */
  country: z.string().trim().max(40).optional(),
});
export type AudibleImport = z.infer<typeof AudibleImport>;

/** PATCH /api/audible/:id */
export const AudibleAccountChange = z.object({
  name: z.string().trim().min(1).max(80).optional(),
  mode: z.enum(['auto', 'signing', 'token']).optional(),
});
export type AudibleAccountChange = z.infer<typeof AudibleAccountChange>;

/** POST /api/audible/:id/stores: another marketplace of the account. */
export const NewAudibleStore = z.object({ marketplace: z.string().trim().min(1).max(40) });
export type NewAudibleStore = z.infer<typeof NewAudibleStore>;

/** POST /api/audible/:id/discover: what the account has at all marketplaces, as far as they answer. */
export const AudibleDiscovery = z.object({
  found: z.array(z.object({ country: Country, total: count.nullable(), error: z.string().nullable() })),
});
export type AudibleDiscovery = z.infer<typeof AudibleDiscovery>;

/** DELETE /api/audible/:id?deregister=true: the device is taken from the account at Amazon too. */
export const AudibleRemoval = z.object({ deregister: z.stringbool().default(false) });
export type AudibleRemoval = z.infer<typeof AudibleRemoval>;

/** POST /api/audible/:id/sync[?full=true]: a job for each store; `jobId` is that of the first. */
export const AudibleSyncQuery = z.object({ full: z.stringbool().default(false) });
export type AudibleSyncQuery = z.infer<typeof AudibleSyncQuery>;
export const AudibleSyncAccepted = z.object({
  jobId: Id,
  jobs: z.array(z.object({ storeId: Id, jobId: Id, notBefore: Time.optional() })),
});
export type AudibleSyncAccepted = z.infer<typeof AudibleSyncAccepted>;

/** What an imported file held: the first account, and the others where it held several. */
export const AudibleImported = AudibleAccount.extend({ others: z.array(AudibleAccount) });
export type AudibleImported = z.infer<typeof AudibleImported>;
