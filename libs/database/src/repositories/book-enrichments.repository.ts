import type { Client } from '../client.js';
import type { BookEnrichment, EnrichmentState } from '../generated/client.js';

/** What came of asking about a book. */
export interface EnrichmentNote {
  state: EnrichmentState;
  detail: string;
  /** When somebody who refused may be asked again. */
  retryAt: Date | null;
}

/** How far the search for more about books has come. A book of which nothing is noted was never asked about. */
export class BookEnrichmentsRepository {
  constructor(private readonly client: Client) {}

  find(bookId: string): Promise<BookEnrichment | null> {
    return this.client.bookEnrichment.findUnique({ where: { bookId } });
  }

  /** Whoever was refused is asked again once: a second refusal leaves it at that until somebody asks. */
  async note(bookId: string, { state, detail, retryAt }: EnrichmentNote): Promise<void> {
    const known = await this.find(bookId);
    const isAgain = known?.state === 'BLOCKED' && !known.retried;
    const retried = state === 'BLOCKED' && (isAgain || known?.retried === true);
    const data = { state, detail, retryAt: retried ? null : retryAt, retried };
    await this.client.bookEnrichment.upsert({ where: { bookId }, create: { bookId, ...data }, update: data });
  }

  /** The same for books nobody was ever asked about. */
  async noteAll(bookIds: readonly string[], { state, detail, retryAt }: EnrichmentNote): Promise<void> {
    const data = bookIds.map((bookId) => ({ bookId, state, detail, retryAt }));
    await this.client.bookEnrichment.createMany({ data, skipDuplicates: true });
  }

  /** To be asked about anew, as though nobody ever had; again after a restart, until it was. */
  async want(bookIds: string[]): Promise<void> {
    await this.client.$executeRaw`
      insert into book_enrichment (book_id, state, updated_at)
      select id, 'WANTED', now() from unnest(${bookIds}::uuid[]) id
      on conflict (book_id) do update
        set state = 'WANTED', detail = null, retry_at = null, retried = false, updated_at = now()`;
  }

  /** What is wanted and not yet asked is wanted no more. Gives how many books those are. */
  async unwant(): Promise<number> {
    const data = { state: 'NONE' as const, detail: 'Somebody stopped the search', retryAt: null };
    return (await this.client.bookEnrichment.updateMany({ where: { state: 'WANTED' }, data })).count;
  }

  /**
   * Books that are wanted, those to be asked about again by now, and where that goes by itself (`automatic`) those nobody
   * ever asked about; the oldest first.
   */
  async due(limit: number, automatic: boolean): Promise<string[]> {
    const rows = await this.client.$queryRaw<{ id: string }[]>`
      select b.id::text from book b left join book_enrichment e on e.book_id = b.id
      where b.removed_at is null and b.missing_since is null and b.status = 'READY'
        and (e.state = 'WANTED' or ${automatic}::boolean and (e.book_id is null or e.retry_at <= now()))
        and not exists (select from job_run r where r.queue = 'enrichment' and r.name = 'enrichBook'
          and r.key = b.id::text and (r.state in ('waiting', 'active')
            or r.state in ('failed', 'completed') and r.created_at > now() - interval '50 minutes'
              and r.created_at > coalesce(e.updated_at, b.added_at)))
      order by b.added_at limit ${limit}`;
    return rows.map(({ id }) => id);
  }

  /** How many books there are in each state; null: never asked about. */
  async counts(userId: string): Promise<Map<EnrichmentState | null, number>> {
    const rows = await this.client.$queryRaw<{ state: EnrichmentState | null; count: number }[]>`
      select e.state::text as state, count(*)::int as count from book b left join book_enrichment e on e.book_id = b.id
      where b.removed_at is null and (b.owner_id is null or b.owner_id = ${userId}::uuid) group by e.state`;
    return new Map(rows.map(({ state, count }) => [state, count]));
  }
}
