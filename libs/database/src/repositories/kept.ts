import {
  type Chapter,
  type DrmScheme,
  type Format,
  keysOf,
  type ProblemCode,
  type SourcedMetadata,
} from '@octavo/domain';
import { Prisma } from '../client.js';

/** A book as it is kept. */
export interface KeptBook extends SourcedMetadata {
  /** As given by the source; made from the title otherwise. */
  sortTitle?: string;
  status: 'NEW' | 'READY' | 'PROBLEM';
  coverId: string | null;
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
  /** Of audio. */
  durationSec?: number | null;
  chapters?: Chapter[] | null;
  disc?: number | null;
  track?: number | null;
}

/** A book's own row. */
export function bookColumns({ metadata, sortTitle, status }: KeptBook) {
  const { title, subtitle, description, publisher, publishedDate, language, subjects, pageCount, abridged } = metadata;
  const own = { title, subtitle, description, publisher, publishedDate, language, subjects, pageCount, abridged };
  return { ...own, ...keysOf(metadata, sortTitle), status };
}

/** What reading a file found out, as the columns of its row. */
export function findingColumns({ problem, chapters, ...rest }: FileFindings) {
  return {
    ...{ durationSec: null, disc: null, track: null },
    ...rest,
    chapters: chapters && chapters.length > 0 ? chapters : null,
    problemCode: problem?.code ?? null,
    problemDetail: problem?.detail ?? null,
  };
}

/** The same for Prisma, which knows two kinds of nothing in a JSON column. */
export function fileColumns(findings: FileFindings) {
  const { chapters, ...rest } = findingColumns(findings);
  return { ...rest, chapters: (chapters as unknown as Prisma.InputJsonValue) ?? Prisma.DbNull };
}
