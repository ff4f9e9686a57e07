import type { Client } from '../client.js';
import type { Cover } from '../generated/client.js';

/** Covers, by the fingerprint of their bytes. */
export class CoversRepository {
  constructor(private readonly client: Client) {}

  find(id: string): Promise<Cover | null> {
    return this.client.cover.findUnique({ where: { id } });
  }

  /** Notes a cover; the same bytes are the same cover. */
  async put(cover: Omit<Cover, 'createdAt'>): Promise<void> {
    await this.client.cover.createMany({ data: [cover], skipDuplicates: true });
  }
}
