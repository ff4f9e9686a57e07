import type { CarryLimits } from './transport.js';

const MIB = 1024 * 1024;

/** For a listing of one folder, and for whatever else is asked once. */
export const LISTING_LIMITS: CarryLimits = { headersMs: 30_000, idleMs: 30_000, totalMs: 120_000, mostBytes: 64 * MIB };
/** For a listing of a whole tree: the server walks it before it says a word. */
export const DEEP_LIMITS: CarryLimits = { headersMs: 60_000, idleMs: 30_000, totalMs: 600_000, mostBytes: 512 * MIB };
/** For a part of a file. */
export const RANGE_LIMITS: CarryLimits = { ...LISTING_LIMITS, mostBytes: 256 * MIB };

/** No file system has longer names or paths that work elsewhere; beyond them somebody makes them up. In bytes. */
export const MOST_SEGMENT_BYTES = 1024;
export const MOST_PATH_BYTES = 4096;
export const MOST_SEGMENTS = 64;

/** In one answer, and in a whole library. */
export const MOST_ENTRIES_LISTED = 200_000;
export const MOST_ENTRIES_WALKED = 1_000_000;

/** Retry-After: waited for at once up to the one, believed up to the other. Seconds. */
export const LONGEST_WAIT_SEC = 60;
export const LONGEST_RETRY_AFTER_SEC = 24 * 60 * 60;
