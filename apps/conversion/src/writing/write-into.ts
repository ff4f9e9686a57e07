import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { EmbeddingRoom, type EmbedReport, type EmbedRequest } from '@octavo/converters';
import { Database, type File } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { coverPath, DataFiles, openFile, fingerprintOf } from '@octavo/storage';
import { LibraryCopies } from '../converting/library-copies.js';
import type { Writing } from './request-of-book.js';
import { type PlaceOf, RewriteFile } from './rewrite-file.js';
import { problemOfReport } from './write-words.js';

/** A file, where it lies, and what it is to say. */
export interface ToWrite {
  file: File;
  places: readonly PlaceOf[];
  writing: Writing;
  /** The state of the book, as its `updatedAt`. */
  state: Date;
}

/** Covers of these problems are left out, and the rest is written. */
const COVER_PROBLEMS: ReadonlySet<string> = new Set(['request.invalid', 'format.unsupported']);

/** Writes what is to be said into a copy of a file, and lets the copy take its place. */
@Injectable()
export class WriteInto implements BeforeApplicationShutdown {
  private readonly room = new EmbeddingRoom();

  constructor(
    private readonly database: Database,
    private readonly data: DataFiles,
    private readonly copies: LibraryCopies,
    private readonly rewriting: RewriteFile,
  ) {}

  /** For whoever works on the file alone. Throws what is wrong with the file, or with the folder. */
  write({ file, places, writing, state }: ToWrite, signal: AbortSignal): Promise<EmbedReport> {
    return this.data.scratch(['writing'], async (draft) => {
      const report = await this.copy(file, { draft, writing }, signal);
      const written = { for: state, problem: problemOfReport(report) };
      if (report.changed.length === 0) await this.database.rewrites.note(file.id, written);
      else await this.rewriting.rewrite({ file, places, written, made: await finished(draft) });
      return report;
    });
  }

  private async copy(file: File, to: { draft: string; writing: Writing }, signal: AbortSignal): Promise<EmbedReport> {
    const { draft: target, writing } = to;
    const cover = writing.coverId === null ? undefined : await this.cover(writing.coverId);
    const source = await this.copies.open(file);
    const embed = (request: EmbedRequest) => this.room.embed(source, { target, request }, { signal });
    try {
      const report = await embed({ ...writing.request, ...(cover && { cover }) }).catch((error: unknown) => {
        if (!cover || !(error instanceof DomainError) || !COVER_PROBLEMS.has(error.code)) throw error;
        return embed(writing.request).then(({ changed, left }) => ({ changed, left: [...left, 'cover' as const] }));
      });
      await source.assertUnchanged();
      return report;
    } finally {
      await source.close();
    }
  }

  /** Undefined where it is not where it was kept: the file then keeps its own. */
  private async cover(id: string): Promise<EmbedRequest['cover']> {
    const row = await this.database.covers.find(id);
    const file = row && (await this.data.open(coverPath(id)).catch(() => undefined));
    if (!file) return undefined;
    try {
      return { bytes: await file.read(0, file.size), mediaType: row.mediaType };
    } finally {
      await file.close();
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.room.close();
  }
}

async function finished(path: string) {
  const made = await openFile(path);
  try {
    return { file: path, checksum: await fingerprintOf(made), size: BigInt(made.size) };
  } finally {
    await made.close();
  }
}
