import type { ClaimedArrival, Listed } from '@octavo/database';
import type { DomainError } from '@octavo/domain';
import type { FileLook } from '../looks.js';

/** What came of a look at one path. */
export type Outcome =
  | {
      kind: 'look';
      arrival: ClaimedArrival;
      look: FileLook;
      /** It stays on the list, to be looked into when there is time; no scan waits for that. */
      insideLater?: boolean;
    }
  /** Nothing about the file says that it is another one than when it was read. */
  | { kind: 'known'; arrival: ClaimedArrival; bookId: string }
  | { kind: 'gone'; arrival: ClaimedArrival }
  /** Not a book, and none to be made of it; `problem` says why, if somebody should know. */
  | { kind: 'nothing'; arrival: ClaimedArrival; problem?: DomainError }
  /** It is still being written, or cannot be had at the moment. */
  | {
      kind: 'later';
      arrival: ClaimedArrival;
      inMs: number;
      seen: Pick<Listed, 'size' | 'mtimeNs'> | null;
      error?: Error;
      /** The scan that found it does not wait for it. */
      leavesScan?: boolean;
    };
