import {
  type BookMetadata,
  type Chapter,
  type DrmScheme,
  type Format,
  keysOf,
  type MetadataSource,
  type Origin,
  type ProblemCode,
  type Statement,
  type StoredBook,
} from '@octavo/domain';
import { Prisma } from '../client.js';

/** A book as it is kept. */
export interface KeptBook extends StoredBook {
  /** As given by the source; made from the title otherwise. */
  sortTitle?: string;
  status: 'NEW' | 'READY' | 'PROBLEM';
  coverId: string | null;
  /** Undefined while nobody had a word in it. */
  coverOrigin?: Origin;
}

/** A cover that comes with a file: in it, or beside it. Sizes in pixels. */
export interface FileCover {
  id: string;
  source: MetadataSource;
  width: number;
  height: number;
}

/** What a file says of its book, as last read: its inside, what lies beside it, its name. */
export interface FileSays {
  /** The most trusted first. */
  statements: Statement[];
  sortTitle?: string;
  cover?: FileCover;
}

/** Bytes as told apart from all others of one owner. */
export interface Content {
  ownerId: string | null;
  fingerprint: string;
  size: bigint;
}

/** What reading a file found out about the file itself. */
export interface FileFindings {
  format: Format;
  layout: 'reflowable' | 'fixed';
  drm: DrmScheme | null;
  problem: { code: ProblemCode; detail: string } | null;
  warnings: string[];
  /** Undefined for a file nobody looked into. */
  says?: FileSays;
  /** Of audio. */
  durationSec?: number | null;
  chapters?: Chapter[] | null;
  disc?: number | null;
  track?: number | null;
}

/** What of the metadata is in a book's own row. */
export function ownColumns(metadata: BookMetadata) {
  const { title, subtitle, description, publisher, publishedDate, language, subjects, pageCount, abridged } = metadata;
  return { title, subtitle, description, publisher, publishedDate, language, subjects, pageCount, abridged };
}

/** A book's own row. */
export function bookColumns({ metadata, sortTitle, status }: KeptBook) {
  return { ...ownColumns(metadata), ...keysOf(metadata, sortTitle), status };
}

/** What reading a file found out, as the columns of its row. */
export function findingColumns({ problem, chapters, says, ...rest }: FileFindings) {
  return {
    ...{ durationSec: null, disc: null, track: null },
    ...rest,
    says: says ?? null,
    chapters: chapters && chapters.length > 0 ? chapters : null,
    problemCode: problem?.code ?? null,
    problemDetail: problem?.detail ?? null,
  };
}

/** The same for Prisma, which knows two kinds of nothing in a JSON column. */
export function fileColumns(findings: FileFindings) {
  const { chapters, says, ...rest } = findingColumns(findings);
  const json = (value: unknown) => (value as Prisma.InputJsonValue | null) ?? Prisma.DbNull;
  return { ...rest, chapters: json(chapters), says: json(says) };
}
