import { createHash } from 'node:crypto';
import { z } from 'zod';

/** What arrived here of a request that the doctor sent through the front door. */
export const Echo = z.object({
  /** Shows that this is an Octavo of the same database. */
  proof: z.string(),
  method: z.string(),
  /** Path and query below the nonce, as they arrived. */
  target: z.string(),
  /** Length of the body. */
  bytes: z.number(),
  /** Whether these headers of a device arrived as they were sent. */
  authorization: z.boolean(),
  syncToken: z.boolean(),
  userAgent: z.boolean(),
  /** Our address as this request alone tells it. */
  address: z.string(),
  viaProxy: z.boolean(),
  /** True where the other end of the connection is one whose forwarding headers are believed. */
  trusted: z.boolean(),
});
export type Echo = z.infer<typeof Echo>;

/** Below the nonce, named like a device's own addresses, because proxies have rules for names. */
export const ECHO_PATHS = {
  hello: '/v1/initialization',
  brackets: '/v1/assets?DiffRequests=[{"Key":"ThirdPartyApps","ETag":"1"}]',
  change: '/v1/library/00000000-0000-4000-8000-000000000000/state',
  upload: '/v1/analytics/event',
  headers: '/v1/library/sync',
  download: '/v1/books/00000000-0000-4000-8000-000000000000/file/kepub',
} as const;

/** What the doctor sends where a device has its credentials. */
export const SENT = {
  authorization: 'Bearer doctor',
  syncToken: 'oct1.AAAAAAAA.1.0.0',
  userAgent:
    'Mozilla/5.0 (Linux; U; Android 2.0; en-us;) AppleWebKit/538.1 (KHTML, like Gecko) Version/4.0 Mobile Safari/538.1 (Kobo Touch 0393/4.45.23697)',
} as const;

/** Our answers stay below 4 KB of headers; proxies with small buffers fail shortly before. */
export const BIG_HEADER = 'k'.repeat(3_500);

/** Stands in for a book: bytes that a proxy would gladly compress. */
export const DOWNLOAD = Buffer.alloc(65_536, 'A page that is much like the one before. ');
export const DOWNLOAD_DIGEST = createHash('sha256').update(DOWNLOAD).digest('hex');
