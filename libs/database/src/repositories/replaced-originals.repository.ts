import type { Client } from '../client.js';
import { isFolder } from './libraries.repository.js';

/** A file of a user's whose KEPUB has taken its place, as it was then. */
export interface ReplacedOriginal {
  libraryId: string;
  path: string;
  size: bigint;
  mtimeNs: bigint;
}

/** Originals that still have to be removed. */
export class ReplacedOriginalsRepository {
  constructor(private readonly client: Client) {}

  async add(originals: ReplacedOriginal[]): Promise<void> {
    await this.client.replacedOriginal.createMany({ data: originals, skipDuplicates: true });
  }

  /** With the libraries they lie in. */
  async list(limit: number) {
    const rows = await this.client.replacedOriginal.findMany({ include: { library: true }, take: limit });
    return rows.flatMap((row) => (isFolder(row.library) ? [{ ...row, library: row.library }] : []));
  }

  async remove({ libraryId, path }: Pick<ReplacedOriginal, 'libraryId' | 'path'>): Promise<void> {
    await this.client.replacedOriginal.deleteMany({ where: { libraryId, path } });
  }
}
