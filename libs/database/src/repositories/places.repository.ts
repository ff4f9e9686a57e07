import type { Client } from '../client.js';
import type { Place } from '../generated/client.js';
import { newId } from '../ids.js';

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

  /** What is known of a library, as a listing; doubtful is what was missing or could not be opened at the last look. */
  known(libraryId: string): Promise<(Listed & { doubtful: boolean; missing: boolean })[]> {
    return this.client.$queryRaw<(Listed & { doubtful: boolean; missing: boolean })[]>`
      select p.path, p.size, p.mtime_ns as "mtimeNs", p.inode, p.missing_since is not null as missing,
        p.missing_since is not null or f.problem_code = 'file.forbidden' as doubtful
      from place p join file f on f.id = p.file_id where p.library_id = ${libraryId}::uuid`;
  }

  /** A file was found here: notes it, and that it is not missing. */
  async put(libraryId: string, listed: Listed, fileId: string): Promise<void> {
    const { path, ...stat } = listed;
    const data = { ...stat, fileId, missingSince: null };
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

  async markMissing(id: string): Promise<void> {
    await this.client.place.updateMany({ where: { id, missingSince: null }, data: { missingSince: new Date() } });
  }

  /** The places of a file that are not missing, longest known first. */
  presentOf(fileId: string) {
    return this.client.place.findMany({
      where: { fileId, missingSince: null },
      include: { library: true },
      orderBy: { id: 'asc' },
    });
  }
}
