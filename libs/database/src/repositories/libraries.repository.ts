import { DomainError } from '@octavo/domain';
import type { Client, Prisma } from '../client.js';
import type { Library, WatchMode } from '../generated/client.js';
import { newId } from '../ids.js';

export interface LibraryCounts {
  bookCount: number;
  missingCount: number;
}

export interface LibraryUpdate {
  name?: string;
  paused?: boolean;
  confirmedGone?: number | null;
  writeMetadata?: boolean;
}

/** A library that is a folder here. */
export type FolderLibrary = Library & { path: string };

export function isFolder(library: Library): library is FolderLibrary {
  return library.path !== null;
}

/** Watched folders, and what lies on other servers. */
export class LibrariesRepository {
  constructor(private readonly client: Client) {}

  /** The library of a folder, made when there is none. Safe to call from several processes at once. */
  async ensure(path: string, name: string): Promise<FolderLibrary> {
    const known = await this.client.library.findUnique({ where: { path } });
    if (known) return { ...known, path };
    await this.client.library.createMany({ data: [{ id: newId(), path, name }], skipDuplicates: true });
    return { ...(await this.client.library.findUniqueOrThrow({ where: { path } })), path };
  }

  find(id: string): Promise<Library | null> {
    return this.client.library.findUnique({ where: { id } });
  }

  /** A library that is a folder here. */
  async findFolder(id: string): Promise<FolderLibrary | null> {
    const library = await this.find(id);
    return library && isFolder(library) ? library : null;
  }

  /** Folders a user may see: everybody's and the user's own. */
  foldersVisibleTo(userId: string): Promise<FolderLibrary[]> {
    return this.folders({ OR: [{ ownerId: null }, { ownerId: userId }] });
  }

  /** Folders that are not paused. */
  active(): Promise<FolderLibrary[]> {
    return this.folders({ paused: false });
  }

  private async folders(where: Prisma.LibraryWhereInput): Promise<FolderLibrary[]> {
    const rows = await this.client.library.findMany({ where: { ...where, kind: 'FOLDER' }, orderBy: { path: 'asc' } });
    return rows.filter(isFolder);
  }

  /** Of these libraries; one without books is not among them. */
  async counts(ids: string[]): Promise<Map<string, LibraryCounts>> {
    const rows = await this.client.$queryRaw<{ id: string; books: number; missing: number }[]>`
      select p.library_id::text as id, count(distinct f.book_id)::int as books,
        count(distinct f.book_id) filter (where p.missing_since is not null)::int as missing
      from place p join file f on f.id = p.file_id where p.library_id = any(${ids}::uuid[]) group by p.library_id`;
    return new Map(rows.map(({ id, books, missing }) => [id, { bookCount: books, missingCount: missing }]));
  }

  /** Makes a library of a folder. Throws 'library.exists' when the folder is one, lies in one or holds one. */
  async add(path: string, name: string): Promise<FolderLibrary> {
    const others = await this.folders({});
    const other = others.find((one) => contains(one.path, path) || contains(path, one.path));
    if (other)
      throw new DomainError('library.exists', `${path} and the library ${other.path} would hold the same files`);
    return this.ensure(path, name);
  }

  async update(id: string, data: LibraryUpdate): Promise<void> {
    await this.client.library.updateMany({ where: { id }, data });
  }

  /** Somebody found that only a scan can tell what happened. */
  async wantScan(id: string): Promise<void> {
    await this.client.library.updateMany({ where: { id }, data: { scanWanted: true } });
  }

  /** Notes how changes in a folder are heard of. */
  async watched(id: string, watchMode: WatchMode, watchDetail: string | null = null): Promise<void> {
    await this.client.library.updateMany({ where: { id }, data: { watchMode, watchDetail } });
  }

  /**
   * Forgets a library; its files stay where they are. Books that have no place anywhere else are out of sight from now
   * on, with their edits and reading places kept for when their bytes turn up again. Gives how many those are.
   */
  async remove(id: string): Promise<number> {
    const hidden = await this.client.$executeRaw`
      update book b set removed_at = now(), updated_at = now()
      where b.removed_at is null and exists (
          select from file f join place p on p.file_id = f.id where f.book_id = b.id and p.library_id = ${id}::uuid)
        and not exists (
          select from file f join place p on p.file_id = f.id where f.book_id = b.id and p.library_id <> ${id}::uuid)`;
    await this.client.library.deleteMany({ where: { id } });
    return hidden;
  }

  /** Notes a finished scan, and which folder on which file system it was of. */
  async scanned(id: string, folder: { fileSystem: string; rootInode: string }): Promise<void> {
    await this.client.library.updateMany({
      where: { id },
      data: { lastScanAt: new Date(), ...folder, problemCode: null, problemDetail: null },
    });
  }

  /** Notes why a library's folder could not be read. */
  async complain(id: string, code: string, detail: string): Promise<void> {
    await this.client.library.updateMany({ where: { id }, data: { problemCode: code, problemDetail: detail } });
  }
}

/** True when `inner` is `outer` or lies below it. */
function contains(outer: string, inner: string): boolean {
  return inner === outer || inner.startsWith(outer.endsWith('/') ? outer : `${outer}/`);
}
