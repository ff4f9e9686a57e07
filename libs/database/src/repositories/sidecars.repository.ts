import { folderOf } from '@octavo/domain';
import type { Client } from '../client.js';
import type { Listed } from './places.repository.js';

/** Files beside books that say something about them. */
export class SidecarsRepository {
  constructor(private readonly client: Client) {}

  async put(libraryId: string, listed: Listed): Promise<void> {
    const { path, size, mtimeNs, inode } = listed;
    const stat = { size, mtimeNs, inode };
    await this.client.sidecar.upsert({
      where: { libraryId_path: { libraryId, path } },
      create: { libraryId, path, folder: folderOf(path), ...stat },
      update: stat,
    });
  }

  async remove(libraryId: string, paths: string[]): Promise<void> {
    await this.client.sidecar.deleteMany({ where: { libraryId, path: { in: paths } } });
  }

  /** Which of these folders have any. */
  async foldersWith(libraryId: string, folders: string[]): Promise<Set<string>> {
    const rows = await this.client.$queryRaw<{ folder: string }[]>`
      select asked.folder from unnest(${[...new Set(folders)]}::text[]) asked(folder)
      where exists (select from sidecar s where s.library_id = ${libraryId}::uuid and s.folder = asked.folder)`;
    return new Set(rows.map(({ folder }) => folder));
  }

  /** Paths of what lies in a folder under the name of a book (`stem`: without its ending) or of the whole folder. */
  async near(libraryId: string, folder: string, stem: string): Promise<string[]> {
    const rows = await this.client.$queryRaw<{ path: string }[]>`
      select path from sidecar where library_id = ${libraryId}::uuid and folder = ${folder}
        and stem_of(path) in (lower(normalize(${stem}, NFC)), 'metadata', 'cover', 'folder') order by path`;
    return rows.map(({ path }) => path);
  }

  /** Paths of books in a folder, known or about to be; no more than `limit`. */
  async booksIn(libraryId: string, folder: string, limit: number): Promise<string[]> {
    const rows = await this.client.$queryRaw<{ path: string }[]>`
      (select path from place where library_id = ${libraryId}::uuid and folder = ${folder} and missing_since is null
        limit ${limit})
      union (select path from arrival where library_id = ${libraryId}::uuid and folder = ${folder} limit ${limit})
      limit ${limit}`;
    return rows.map(({ path }) => path);
  }
}
