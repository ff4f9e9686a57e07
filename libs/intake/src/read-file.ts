import { WorkFailure } from '@octavo/apart';
import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { FileFindings, FileSays, Library } from '@octavo/database';
import { type BookDraft, DomainError, emptyDraft, formatOfName, nameOf, type Statement } from '@octavo/domain';
import { ReadingRoom } from '@octavo/formats';
import { Originals } from '@octavo/remote';
import type { FileStat } from '@octavo/storage';
import { PinoLogger } from 'nestjs-pino';
import { KeepCovers } from './keep-covers.js';
import { coverSaid, toldOf } from './file-says.js';
import type { Reading } from './looks.js';
import { ReadName } from './read-name.js';
import { type Beside, ReadSidecars } from './read-sidecars.js';

/** A file that is to be read. */
export interface ToRead {
  library: Library;
  path: string;
  /** As it was when its fingerprint was taken. */
  stat: FileStat;
  /** False when nothing lies beside it that says something of books. */
  sidecars: boolean;
  /** Why it is not to be opened, if it is not. */
  closed: DomainError | undefined;
}

const NOTHING: Beside = { warnings: [] };

/**
 * Reads what a file says of its book, what lies beside it says, and what its name says. A file that cannot be read has a
 * problem; what may pass by itself (the file changes, or vanishes) is thrown.
 */
@Injectable()
export class ReadFile implements BeforeApplicationShutdown {
  private readonly room = new ReadingRoom();

  constructor(
    private readonly originals: Originals,
    private readonly sidecars: ReadSidecars,
    private readonly names: ReadName,
    private readonly covers: KeepCovers,
    private readonly logger: PinoLogger,
  ) {}

  async read(file: ToRead): Promise<Reading> {
    const { findings, draft } = await this.readInside(file);
    const beside = file.sidecars ? await this.sidecars.read(file.library, file.path) : NOTHING;
    const statements: Statement[] = [
      ...(beside.draft ? [{ source: 'sidecar' as const, draft: beside.draft }] : []),
      { source: 'file', draft },
      { source: 'filepath', draft: await this.names.read(file.path, draft) },
    ];
    const image = beside.cover ?? draft.cover;
    const cover = image ? await this.covers.keep(image) : null;
    const sortTitle = beside.draft?.sortTitle ?? draft.sortTitle;
    const says: FileSays = {
      statements: statements.map(({ source, draft }) => ({ source, draft: toldOf(draft) })),
      ...(sortTitle !== undefined && { sortTitle }),
      ...(cover && { cover: coverSaid(cover, beside.cover ? 'sidecar' : 'file') }),
    };
    return { findings: { ...findings, says, warnings: [...findings.warnings, ...beside.warnings] }, cover };
  }

  /** What the name of a file says, for a file nobody has looked into. `remark`: why nobody will. */
  async readName(path: string, remark?: string): Promise<Reading> {
    const draft = await this.names.read(path, emptyDraft());
    const format = formatOfName(nameOf(path)) ?? 'epub';
    const says: FileSays = { statements: [{ source: 'filepath', draft: toldOf(draft) }] };
    const warnings = remark === undefined ? [] : [remark];
    const findings = { format, layout: 'reflowable', drm: null, problem: null, warnings, says } as const;
    return { findings: { ...findings, warnings }, cover: null };
  }

  private async readInside({ library, path, stat, closed }: ToRead) {
    const name = nameOf(path);
    const promised = formatOfName(name) ?? 'epub';
    if (closed) return { findings: unreadable(promised, closed), draft: emptyDraft() };
    const file = await this.originals.open(library, path);
    try {
      if (file.stat.size !== stat.size || file.stat.mtimeNs !== stat.mtimeNs) throw new DomainError('file.settling');
      const { format, draft } = await this.room.read(file, name);
      await file.assertUnchanged();
      return { findings: findingsFrom(format, draft), draft };
    } catch (error) {
      return { findings: unreadable(promised, this.problemFrom(error, path)), draft: emptyDraft() };
    } finally {
      await file.close();
    }
  }

  /** What a reader threw, as the file's problem; what may pass by itself, or is no fault of the file's, is let through. */
  private problemFrom(error: unknown, path: string): DomainError {
    if (error instanceof WorkFailure) {
      this.logger.error({ err: error, path }, 'a reader failed in a way it should not');
      return new DomainError('file.unreadable', 'The file confuses its reader');
    }
    if (!(error instanceof DomainError)) throw error;
    if (error.kind === 'corrupt') return error;
    if (error.kind === 'unsupported') return new DomainError('file.unreadable', 'The file is not what its name says');
    throw error;
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.room.close();
  }
}

function findingsFrom(format: FileFindings['format'], draft: BookDraft): FileFindings {
  const { layout, drm, warnings, durationSec, chapters, track } = draft;
  const { disc, number } = track ?? {};
  return {
    ...{ format, layout, warnings, drm: drm ?? null, problem: null },
    ...{ durationSec: durationSec ?? null, chapters: chapters ?? null, disc: disc ?? null, track: number ?? null },
  };
}

function unreadable(format: FileFindings['format'], { code, detail }: DomainError): FileFindings {
  return { format, layout: 'reflowable', drm: null, problem: { code, detail }, warnings: [] };
}
