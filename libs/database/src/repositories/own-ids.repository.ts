import type { Client } from '../client.js';

/** Which ids are ours, whoever asks: what must not be told to anybody else. */
export class OwnIdsRepository {
  constructor(private readonly client: Client) {}

  /** Those of `ids` (UUIDs in lower case) that name a book, one that was given to a device once, a shelf or a series. */
  async among(ids: string[]): Promise<Set<string>> {
    if (ids.length === 0) return new Set();
    const rows = await this.client.$queryRaw<{ id: string }[]>`
      with asked as (select unnest(${ids}::uuid[]) as id)
      select id::text from asked
      where exists (select from book where book.id = asked.id)
        or exists (select from entitlement where entitlement.book_id = asked.id)
        or exists (select from shelf where shelf.id = asked.id)
        or exists (select from shelf_entitlement where shelf_entitlement.shelf_id = asked.id)
        or exists (select from series where series.id = asked.id)`;
    return new Set(rows.map(({ id }) => id));
  }
}
