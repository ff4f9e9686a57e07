import type { BookMetadata, Format, RandomAccess } from '@octavo/domain';
import type { ArchiveEntry, ZipArchive } from '@octavo/formats';
import type { PackedFile } from '../archive/archive-writer.js';
import type { FreshFile } from '../archive/pack-ahead.js';
import type { Said, SaidField } from './said.js';

/** A picture as the request brings it: the bytes of a file and what they are. */
export interface NewCover {
  bytes: Uint8Array;
  /** 'image/jpeg', 'image/png', 'image/gif' or 'image/webp'. */
  mediaType: string;
}

/** What is to be written into a file. Fields that are null or empty are not known: the file keeps what it says. */
export interface EmbedRequest {
  format: Format;
  metadata: BookMetadata;
  /** The form lists sort the title by; without one, that of the file stays as long as its title does. */
  sortTitle?: string;
  cover?: NewCover;
}

export type EmbeddedField = SaidField | 'abridged' | 'cover';

export interface EmbedReport {
  /** What the file says otherwise than before. */
  changed: EmbeddedField[];
  /**
   * What was asked for and the file does not say, or not all of it: its format has no place for it, or a reader would
   * understand it as something else ("Vance & Sons" as two people). The file keeps what it said.
   */
  left: EmbeddedField[];
}

/** What a file says now and will say when its plan has been carried out. */
export interface Promised {
  before: Said;
  wanted: Said;
}

/** Everything a file needs, decided before its first byte is written. Equal files and requests give equal plans. */
export interface EmbedPlan extends Promised {
  archive: ZipArchive;
  /** Stands before everything else; entries of its name are left out for it. */
  first?: PackedFile;
  /** What takes the place of an entry. All others are copied as they are packed. */
  rewritten: ReadonlyMap<ArchiveEntry, FreshFile | PackedFile>;
  /** Follows behind everything else. */
  added: readonly (FreshFile | PackedFile)[];
  report: EmbedReport;
}

/** The seam every format stands behind. Neither function writes anything. */
export interface Embedder {
  /** Throws DomainError for what cannot be written into: damaged, hostile, locked. */
  plan(source: RandomAccess, request: EmbedRequest): Promise<EmbedPlan>;
  /**
   * What the result says, as our reader has it. Throws 'conversion.failed' when it is not the same book any more, in
   * the ways of its format.
   */
  readBack(original: RandomAccess, result: RandomAccess, request: EmbedRequest): Promise<Said>;
}
