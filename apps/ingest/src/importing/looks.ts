import type { ClaimedArrival, Content, CoverRow, FileFindings, Listed } from '@octavo/database';
import type { DomainError, Statement } from '@octavo/domain';

/** All there is to know of a file before it is kept. */
export interface FileLook {
  listed: Listed;
  content: Content;
  /** Null when these bytes are known already and nobody looked inside. */
  reading: Reading | null;
  /** True while the fingerprint only stands for the place: the bytes are yet to be read to their end. */
  provisional: boolean;
}

/** What the inside of a file, and what lies beside it, say. */
export interface Reading {
  findings: FileFindings;
  /** The most trusted first. */
  statements: Statement[];
  sortTitle: string | undefined;
  cover: CoverRow | null;
}

/** What came of a look at one path. */
export type Outcome =
  | { kind: 'look'; arrival: ClaimedArrival; look: FileLook }
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
    };
