import type { Client } from '../client.js';
import type { Listed } from './places.repository.js';

/** The names in a folder that matter for telling whose sidecars are whose. */
export interface FolderNames {
  folder: string;
  name: string;
  sidecar: boolean;
}

/** Files beside books that say something about them. */
export class SidecarsRepository {
  constructor(private readonly client: Client) {}

  async put(libraryId: string, listed: Listed): Promise<void> {
    const { path, size, mtimeNs, inode } = listed;
    const stat = { size, mtimeNs, inode };
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    await this.client.sidecar.upsert({
      where: { libraryId_path: { libraryId, path } },
      create: { libraryId, path, folder, ...stat },
      update: stat,
    });
  }

  async remove(libraryId: string, paths: string[]): Promise<void> {
    await this.client.sidecar.deleteMany({ where: { libraryId, path: { in: paths } } });
  }

  /** Sidecars in these folders. */
  async inFolders(libraryId: string, folders: string[]): Promise<{ path: string; folder: string; size: bigint }[]> {
    return this.client.sidecar.findMany({
      where: { libraryId, folder: { in: folders } },
      select: { path: true, folder: true, size: true },
      orderBy: { path: 'asc' },
    });
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
