import { Injectable } from '@nestjs/common';
import { type Content, Database, type FileFindings, type Library, type Listed } from '@octavo/database';
import { type BookDraft, DomainError, emptyDraft } from '@octavo/domain';
import { formatOfName, HEAD_BYTES, readerFor } from '@octavo/formats';
import {
  coverPath,
  DataFiles,
  type FileAccess,
  fingerprintOf,
  fingerprintOfBytes,
  LibraryFiles,
} from '@octavo/storage';
import { PinoLogger } from 'nestjs-pino';

/** All there is to know of a file before it is kept. */
export interface FileLook {
  listed: Listed;
  content: Content;
  findings: FileFindings;
  draft: BookDraft;
  coverId: string | null;
}

interface Where {
  library: Library;
  path: string;
  signal: AbortSignal;
}

/**
 * Takes a file's fingerprint and reads its metadata. What cannot be read becomes a problem on the file, so that its book
 * is there all the same; what may go by itself (the file changes, or vanishes) is thrown.
 */
@Injectable()
export class LookAtFile {
  constructor(
    private readonly database: Database,
    private readonly files: LibraryFiles,
    private readonly data: DataFiles,
    private readonly logger: PinoLogger,
  ) {}

  async look(where: Where): Promise<FileLook> {
    const { library, path, signal } = where;
    const file = await this.open(where);
    if (file instanceof DomainError) return this.closedFile(where, file);
    try {
      const content = { ownerId: library.ownerId, size: file.stat.size, fingerprint: await contentOf(file, where) };
      const { findings, draft } = await this.read(file, path);
      signal.throwIfAborted();
      await file.assertUnchanged();
      return { listed: { path, ...file.stat }, content, findings, draft, coverId: await this.keepCover(draft) };
    } finally {
      await file.close();
    }
  }

  /** The file, or the problem that we may not open it. */
  private async open({ library, path }: Where): Promise<FileAccess | DomainError> {
    try {
      return await this.files.open(library.path, path);
    } catch (error) {
      if (error instanceof DomainError && error.code === 'file.forbidden') return error;
      throw error;
    }
  }

  private async read(file: FileAccess, path: string): Promise<{ findings: FileFindings; draft: BookDraft }> {
    const name = path.split('/').at(-1)!;
    const reader = file.size === 0 ? undefined : readerFor(await file.read(0, HEAD_BYTES), name);
    const format = reader?.format ?? formatOfName(name) ?? 'epub';
    try {
      if (file.size === 0) throw new DomainError('file.empty');
      if (!reader) throw new DomainError('file.unreadable', 'The file is not what its name says');
      const draft = await reader.read(file, name);
      const { layout, drm, warnings } = draft;
      return { findings: { format, layout, drm: drm ?? null, problem: null, warnings }, draft };
    } catch (error) {
      return { findings: unreadable(format, this.problemFrom(error, path)), draft: emptyDraft() };
    }
  }

  /** What a reader threw, as the file's problem; what may go by itself is let through. */
  private problemFrom(error: unknown, path: string): DomainError {
    if (!(error instanceof DomainError)) {
      this.logger.error({ err: error, path }, 'a reader failed in a way it should not');
      return new DomainError('file.unreadable', 'The file confuses its reader');
    }
    if (error.kind === 'corrupt' || error.kind === 'unsupported') return error;
    throw error;
  }

  /** A file we may not open: its book is there with the reason, and every scan looks again. */
  private async closedFile({ library, path }: Where, error: DomainError): Promise<FileLook> {
    const stat = await this.files.inspect(library.path, path);
    if (!stat) throw new DomainError('file.vanished', `${path} is not there any more`);
    return {
      listed: { path, ...stat },
      content: { ownerId: library.ownerId, size: stat.size, fingerprint: placeFingerprint(library, path) },
      findings: unreadable(formatOfName(path) ?? 'epub', error),
      draft: emptyDraft(),
      coverId: null,
    };
  }

  private async keepCover({ cover }: BookDraft): Promise<string | null> {
    if (!cover) return null;
    const id = fingerprintOfBytes(cover.bytes);
    const path = coverPath(id);
    const size = cover.bytes.byteLength;
    if ((await this.data.size(path)) !== size) await this.data.writeBytes(path, cover.bytes);
    const { mediaType, width, height } = cover;
    await this.database.covers.put({ id, mediaType, width, height, size });
    return id;
  }
}

/** Empty files have no content to be told by: each is known by its place. */
async function contentOf(file: FileAccess, { library, path, signal }: Where): Promise<string> {
  return file.size === 0 ? placeFingerprint(library, path) : fingerprintOf(file, signal);
}

const placeFingerprint = (library: Library, path: string) => `path:${fingerprintOfBytes(`${library.id}:${path}`)}`;

function unreadable(format: FileFindings['format'], { code, detail }: DomainError): FileFindings {
  return { format, layout: 'reflowable', drm: null, problem: { code, detail }, warnings: [] };
}
