import type { Client } from '../client.js';
import { insertRows } from '../insert-rows.js';
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
    const rows = [...covers].sort((a, b) => (a.id < b.id ? -1 : 1));
    await insertRows(this.client, 'cover', { rows, skipDuplicates: true });
  }
}
