import { Injectable } from '@nestjs/common';
import {
  Database,
  type File,
  type FolderLibrary,
  isFolder,
  isLockTimeout,
  type Library,
  type Place,
  type Repositories,
  settleRights,
} from '@octavo/database';
import { DomainError } from '@octavo/domain';
import type { Kept } from '../keep-file.js';
import { keepLooks } from '../keep-looks.js';
import type { FileLook, Reading } from '../looks.js';
import type { Retelling } from '../retell-book.js';
import { tellOfKept } from '../tell-of-kept.js';
import { AssertHealthy } from './assert-healthy.js';
import { LookAgain } from './look-again.js';

/** A file that could not be read, and why. */
export interface FileFault {
  fileId: string;
  path: string;
  format: string;
  code: string;
  detail: string;
}

/** What reading files of a book anew came to. */
export interface Resynced {
  kept: Kept[];
  /** Files that cannot be read: nothing was changed because of them. */
  faults: FileFault[];
  /** Files whose last place is gone from a folder that can be believed. */
  gone: string[];
  /** True where the book went with the last of its files. */
  bookDeleted: boolean;
  coverIds: string[];
}

type Looked =
  | { kind: 'read'; library: Library; look: FileLook & { reading: Reading } }
  | { kind: 'gone'; places: Pick<Place, 'id' | 'libraryId' | 'path'>[] }
  | { kind: 'fault'; fault: FileFault };

/** How long a transaction waits for whoever else works on the same file. */
const PATIENCE_MS = 10_000;

/** Reads files anew because somebody asked, with the code a scan uses, and keeps what they say in one transaction. */
@Injectable()
export class Resync {
  constructor(
    private readonly database: Database,
    private readonly healthy: AssertHealthy,
    private readonly lookAgain: LookAgain,
  ) {}

  /**
   * Files of one book. Throws 'library.unavailable' where a folder cannot be believed, 'file.forbidden' and the like where a
   * file cannot be looked at, 'book.locked' where something else works on one of them for too long: then nothing changed.
   */
  async read(bookId: string, files: readonly File[], how: Retelling): Promise<Resynced> {
    const looked: { file: File; result: Looked }[] = [];
    for (const file of files) looked.push({ file, result: await this.look(file) });
    const results = looked.map(({ result }) => result);
    const gone = looked.filter(({ result }) => result.kind === 'gone').map(({ file }) => file.id);
    const result: Resynced = {
      ...{ kept: [], gone, bookDeleted: false },
      faults: results.flatMap((one) => (one.kind === 'fault' ? one.fault : [])),
      coverIds: results.flatMap((one) => (one.kind === 'read' ? (one.look.reading.cover?.id ?? []) : [])),
    };
    if (results.every(({ kind }) => kind === 'fault')) return result;
    return this.keep(bookId, results, { how, result });
  }

  /** The first of its places that is there; a place that is marked missing may be there again. */
  private async look(file: File): Promise<Looked> {
    const places = await this.database.places.withLibraries(file.id);
    for (const { library, path } of places) {
      const look = await this.lookAgain.look(library, path);
      if (look) return readOf(file, library, look);
    }
    const folders = new Map<string, FolderLibrary>();
    for (const { library } of places) if (isFolder(library)) folders.set(library.id, library);
    for (const [id, library] of folders) {
      await this.healthy.check(library, places.filter((place) => place.library.id === id).length);
    }
    return { kind: 'gone', places };
  }

  private async keep(
    bookId: string,
    looked: readonly Looked[],
    { how, result }: { how: Retelling; result: Resynced },
  ): Promise<Resynced> {
    try {
      return await this.database.transaction(async (repositories) => {
        await repositories.waitAtMost(PATIENCE_MS);
        for (const [library, looks] of byLibrary(looked)) {
          result.kept.push(...(await keepLooks({ repositories, library, how }, looks)));
          if (!isFolder(library)) await repositories.sourceItems.read(library.id, looks.map(revisionOf));
        }
        result.bookDeleted = await takeAway(repositories, bookId, { looked, gone: result.gone });
        await tellOfKept(repositories, result.kept);
        if (result.gone.length > 0) await settleRights(repositories, { books: [bookId] });
        return result;
      });
    } catch (error) {
      if (isLockTimeout(error)) throw new DomainError('book.locked', undefined, { cause: error, retryAfter: 5 });
      throw error;
    }
  }
}

function readOf(file: File, library: Library, look: FileLook & { reading: Reading }): Looked {
  const { problem } = look.reading.findings;
  if (problem === null) return { kind: 'read', library, look };
  return { kind: 'fault', fault: { fileId: file.id, path: look.listed.path, format: file.format, ...problem } };
}

function byLibrary(looked: readonly Looked[]): [Library, FileLook[]][] {
  const libraries = new Map<string, [Library, FileLook[]]>();
  for (const one of looked) {
    if (one.kind !== 'read') continue;
    const known = libraries.get(one.library.id) ?? [one.library, []];
    libraries.set(one.library.id, [one.library, [...known[1], one.look]]);
  }
  return [...libraries.values()];
}

/**
 * Takes files out of a book whose places are all gone. With the last of them goes the book: out of sight, with edits and
 * reading places kept for when its bytes turn up again. Gives whether it did.
 */
async function takeAway(
  { books, files, places, sourceItems }: Repositories,
  bookId: string,
  { looked, gone }: { looked: readonly Looked[]; gone: readonly string[] },
): Promise<boolean> {
  for (const one of looked) {
    for (const place of one.kind === 'gone' ? one.places : []) {
      await places.remove(place.id);
      await sourceItems.forget(place.libraryId, place.path);
    }
  }
  if (gone.length === 0) return false;
  const left = (await files.ofBook(bookId)).filter(({ id }) => !gone.includes(id));
  if (left.length === 0) return books.remove(bookId);
  for (const fileId of gone) await files.discard(fileId);
  await books.markStale(bookId);
  await books.refreshMissing([bookId]);
  return false;
}

const revisionOf = ({ listed, content }: FileLook) => ({ path: listed.path, revision: content.fingerprint });
