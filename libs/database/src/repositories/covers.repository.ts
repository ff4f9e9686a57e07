import type { Client } from '../client.js';
import type { Cover } from '../generated/client.js';

/** A cover as it is noted. */
export type CoverRow = Omit<Cover, 'createdAt'>;

/** Covers, by the fingerprint of their bytes. */
export class CoversRepository {
  constructor(private readonly client: Client) {}

  find(id: string): Promise<Cover | null> {
    return this.client.cover.findUnique({ where: { id } });
  }

  /** Notes covers; the same bytes are the same cover. */
  async putAll(covers: CoverRow[]): Promise<void> {
    // In the order of their ids, so that no two transactions wait crosswise for the same new covers.
    const data = [...covers].sort((a, b) => (a.id < b.id ? -1 : 1));
    if (data.length > 0) await this.client.cover.createMany({ data, skipDuplicates: true });
  }
}
