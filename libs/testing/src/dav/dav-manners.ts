import type { DavSignIn } from './dav-sign-in.js';
import type { DavStyleName } from './dav-styles.js';

/** How the server is in general. */
export interface DavManners {
  style?: DavStyleName;
  /** Where the library lies, with slashes at both ends. */
  path?: string;
  /** The path that stands in answers instead, as behind a proxy that renames. */
  saysPath?: string;
  /** Host and scheme in answers that have whole addresses. */
  saysOrigin?: string;
  signIn?: DavSignIn;
  /** Of files: parts, none, one byte too many for a single one, a size that is not told, at most so many bytes. */
  ranges?: 'yes' | 'none' | 'extra' | 'star' | number;
  /** Instead of the style's own. */
  infinity?: 'full' | 403 | 412 | 'one-level';
  /** Of what changed since a moment (RFC 6578): it tells all, or says that nothing did. Elsewhere it offers neither. */
  changes?: 'told' | 'hidden';
  /** Seconds by which its clock is ahead. */
  clockAhead?: number;
}

/** How it treats one path, for once or for good. What is not said it does as always. */
export interface DavTreat {
  /** Only these requests. */
  method?: string;
  depth?: string;
  /** Only so many, and then as always. */
  times?: number;
  /** Only each n-th. */
  every?: number;
  status?: number;
  headers?: Readonly<Record<string, string>>;
  /** What is sent instead; text or bytes. */
  body?: string | Uint8Array | (() => Iterable<Uint8Array>);
  redirect?: string;
  /** What its answer is made into. */
  edit?: (body: string) => string;
  /** Sends only so many bytes, as if they were all. */
  cutAt?: number;
  /** Breaks the connection off after so many bytes. */
  breakAt?: number;
  /** Never sends headers, or never the rest of the body. */
  hang?: 'headers' | 'body';
  /** Waits so long before it answers, in milliseconds. */
  delay?: number;
  /** One byte, and then another, so many milliseconds apart. */
  drip?: number;
}

/** A request as it came. */
export interface DavSeen {
  method: string;
  /** Path and query, byte for byte. */
  target: string;
  depth: string | undefined;
  authorized: boolean;
  authorization: string | undefined;
  range: string | undefined;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: string;
  /** Bytes of the body that were sent. */
  sent: number;
}
