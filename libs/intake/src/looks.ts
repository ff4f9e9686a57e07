import type { Content, CoverRow, FileFindings, FileSays, Listed } from '@octavo/database';

/** All there is to know of a file before it is kept. */
export interface FileLook {
  listed: Listed;
  content: Content;
  /** Null when these bytes are known already and nobody looked inside. */
  reading: Reading | null;
  /** True while the fingerprint only stands for the place: the bytes are yet to be read to their end. */
  provisional: boolean;
  /** So far only the name told of these bytes: whatever reading them found out counts, that they cannot be read too. */
  isFirst?: boolean;
}

/** What the inside of a file, and what lies beside it, say. */
export interface Reading {
  findings: FileFindings & { says: FileSays };
  /** To be noted before it is used; its bytes are kept already. */
  cover: CoverRow | null;
}
