import { folderOf } from '@octavo/domain';
import { type Client, Prisma } from '../client.js';
import type { Place } from '../generated/client.js';
import { newId } from '../ids.js';
import { isFolder } from './libraries.repository.js';

/** A file as a listing shows it. */
export interface Listed {
  /** Below the library's folder, with forward slashes. */
  path: string;
  /** In bytes. */
  size: bigint;
  mtimeNs: bigint;
  inode: string;
}

/** Where files lie. */
export class PlacesRepository {
  constructor(private readonly client: Client) {}

  find(libraryId: string, path: string): Promise<Place | null> {
    return this.client.place.findUnique({ where: { libraryId_path: { libraryId, path } } });
  }

  /** The places at these paths that there are. */
  at(libraryId: string, paths: string[]): Promise<Place[]> {
    return this.client.place.findMany({ where: { libraryId, path: { in: paths } } });
  }

  /** Which of these group keys are taken in a library. */
  async takenKeys(libraryId: string, groupKeys: string[]): Promise<Set<string>> {
    const rows = await this.client.$queryRaw<{ key: string }[]>`
      select distinct group_key as key from place
      where library_id = ${libraryId}::uuid and group_key = any(${groupKeys}::text[])`;
    return new Set(rows.map(({ key }) => key));
  }

  /** The places that share a group key, with their files. */
  inGroup(libraryId: string, groupKey: string) {
    return this.client.place.findMany({
      where: { libraryId, groupKey },
      include: { file: true },
      orderBy: { id: 'asc' },
    });
  }

  /** A path of each file, one where it still is if there is any. */
  async pathsOf(fileIds: string[]): Promise<Map<string, string>> {
    const rows = await this.client.$queryRaw<{ fileId: string; path: string }[]>`
      select distinct on (file_id) file_id::text as "fileId", path from place where file_id = any(${fileIds}::uuid[])
      order by file_id, missing_since is not null, id`;
    return new Map(rows.map(({ fileId, path }) => [fileId, path]));
  }

  /** How many files of a library are there, and how many went missing within the last minutes. */
  async census(libraryId: string): Promise<{ present: number; goneRecently: number }> {
    const [row] = await this.client.$queryRaw<{ present: number; goneRecently: number }[]>`
      select count(*) filter (where missing_since is null)::int as present,
        count(*) filter (where missing_since > now() - interval '10 minutes')::int as "goneRecently"
      from place where library_id = ${libraryId}::uuid`;
    return row!;
  }

  /** Some of the places that are there, anywhere in the library. */
  sample(libraryId: string, count: number): Promise<{ path: string; size: bigint }[]> {
    return this.client.$queryRaw<{ path: string; size: bigint }[]>`
      select path, size from place where library_id = ${libraryId}::uuid and missing_since is null
      order by random() limit ${count}`;
  }

  /** A file was found here: notes it, and that it is not missing. */
  async put(libraryId: string, listed: Listed, file: { fileId: string; groupKey: string }): Promise<void> {
    const { path, ...stat } = listed;
    const data = { ...stat, ...file, folder: folderOf(path), missingSince: null };
    await this.client.place.upsert({
      where: { libraryId_path: { libraryId, path } },
      create: { id: newId(), libraryId, path, ...data },
      update: data,
    });
  }

  /** The file was moved away from here: this place is no more. */
  async remove(id: string): Promise<void> {
    await this.client.place.deleteMany({ where: { id } });
  }

  /** All places of a file, gone ones too. */
  ofFile(fileId: string): Promise<Place[]> {
    return this.client.place.findMany({ where: { fileId }, orderBy: { id: 'asc' } });
  }

  /** Of these paths those where a file lay that is nowhere else: what would be lost if they were gone. */
  async onlyCopies(libraryId: string, paths: string[]): Promise<string[]> {
    const rows = await this.client.$queryRaw<{ path: string }[]>`
      select p.path from place p
      where p.library_id = ${libraryId}::uuid and p.missing_since is null and p.path = any(${paths}::text[])
        and not exists (select from place other where other.file_id = p.file_id and other.missing_since is null
          and not (other.library_id = p.library_id and other.path = any(${paths}::text[])))`;
    return rows.map(({ path }) => path);
  }

  /** Marks what lay at these paths as gone. A file that is there under another name was moved: its old place is no more. */
  async markGone(libraryId: string, paths: string[]): Promise<{ bookId: string; moved: boolean }[]> {
    const gone = Prisma.sql`p.library_id = ${libraryId}::uuid and p.missing_since is null and p.path = any(${paths}::text[])`;
    return this.client.$queryRaw<{ bookId: string; moved: boolean }[]>`
      with moved as (
        delete from place p where ${gone} and exists (select from place other where other.file_id = p.file_id
          and other.id <> p.id and other.missing_since is null and other.inode = p.inode
          and not (other.library_id = p.library_id and other.path = any(${paths}::text[])))
        returning p.file_id
      ), marked as (
        update place p set missing_since = now() where ${gone} and not exists (
          select from place other where other.file_id = p.file_id
            and other.id <> p.id and other.missing_since is null and other.inode = p.inode
            and not (other.library_id = p.library_id and other.path = any(${paths}::text[])))
        returning p.file_id
      )
      select f.book_id::text as "bookId", moved from (
        select file_id, true as moved from moved union all select file_id, false from marked
      ) went join file f on f.id = went.file_id`;
  }

  /** The places of a file that are not missing, longest known first. */
  presentOf(fileId: string) {
    return this.client.place.findMany({
      where: { fileId, missingSince: null },
      include: { library: true },
      orderBy: { id: 'asc' },
    });
  }

  /** The same of folders here: where files may be written beside them, or in their place. */
  async presentInFolders(fileId: string) {
    return (await this.presentOf(fileId)).flatMap((place) =>
      isFolder(place.library) ? [{ ...place, library: place.library }] : [],
    );
  }

  /** All places of a file, those that are there first. */
  withLibraries(fileId: string) {
    return this.client.place.findMany({
      where: { fileId },
      include: { library: true },
      orderBy: [{ missingSince: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }],
    });
  }
}
