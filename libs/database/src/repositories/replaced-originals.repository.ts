import type { Client } from '../client.js';

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
  list(limit: number) {
    return this.client.replacedOriginal.findMany({ include: { library: true }, take: limit });
  }

  async remove({ libraryId, path }: Pick<ReplacedOriginal, 'libraryId' | 'path'>): Promise<void> {
    await this.client.replacedOriginal.deleteMany({ where: { libraryId, path } });
  }
}
