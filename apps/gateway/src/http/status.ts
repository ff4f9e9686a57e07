import type { ErrorKind } from '@octavo/domain';

/** What each kind of error is over HTTP. */
export const STATUS_OF = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  unsupported: 415,
  corrupt: 422,
  'rate-limited': 429,
  unavailable: 503,
} as const satisfies Record<ErrorKind, number>;
