import type { Client, Prisma } from '../client.js';
import { databaseJson } from '../database-json.js';
import type { Purchase } from '../generated/client.js';
import { newId } from '../ids.js';

/** A title as it is to be kept. */
export interface PurchaseToKeep {
  asin: string;
  bookId: string | null;
  kind: string;
  title: string | null;
  item: Prisma.InputJsonValue;
  raw: Prisma.InputJsonValue;
  digest: string;
  volatileDigest: string;
  hollow: boolean;
  purchasedAt: Date | null;
  runtimeMin: number | null;
  heardPercent: number | null;
  isFinished: boolean | null;
  /** False: the server says that it is gone. */
  isPresent: boolean;
}

/** What tells whether a title changed. */
export type KnownPurchase = Pick<
  Purchase,
  'id' | 'asin' | 'bookId' | 'kind' | 'digest' | 'volatileDigest' | 'hollow' | 'remoteState' | 'misses'
>;

/** A book of a user's that holds the same title of Audible's. */
export interface BookOfAsin {
  asin: string;
  bookId: string;
}

/** A title whose cover is to be fetched. */
export type Coverless = Pick<Purchase, 'id' | 'asin' | 'raw'> & { bookId: string; country: string };

/** Titles in the libraries of accounts at Audible. None is ever deleted but with its account. */
export class PurchasesRepository {
  constructor(private readonly client: Client) {}

  known(storeId: string, asins: readonly string[]): Promise<KnownPurchase[]> {
    return this.client.$queryRaw<KnownPurchase[]>`
      select id::text, asin, book_id::text as "bookId", kind, digest, volatile_digest as "volatileDigest", hollow,
        remote_state::text as "remoteState", misses
      from purchase where store_id = ${storeId}::uuid and asin = any(${[...asins]}::text[])`;
  }

  /** What was read of titles so far. */
  async items(ids: readonly string[]): Promise<Map<string, unknown>> {
    const rows = await this.client.purchase.findMany({
      where: { id: { in: [...ids] } },
      select: { asin: true, item: true },
    });
    return new Map(rows.map(({ asin, item }) => [asin, item]));
  }

  /** Adds titles, and takes over what changed of those that are known. Whatever is given is written. */
  async keep(storeId: string, purchases: readonly PurchaseToKeep[]): Promise<void> {
    if (purchases.length === 0) return;
    const rows = purchases.map(({ isPresent, ...rest }) => ({ id: newId(), storeId, ...rest, present: isPresent }));
    await this.client.$executeRaw`
      insert into purchase (id, store_id, asin, book_id, kind, title, item, raw, digest, volatile_digest, hollow,
        purchased_at, runtime_min, heard_percent, is_finished, remote_state, removed_at)
      select r."id", r."storeId", r."asin", r."bookId", r."kind", r."title", r."item", r."raw", r."digest",
        r."volatileDigest", r."hollow", r."purchasedAt", r."runtimeMin", r."heardPercent", r."isFinished",
        (case when r."present" then 'PRESENT' else 'REMOVED' end)::"RemoteState",
        case when r."present" then null else now() end
      from jsonb_to_recordset(${databaseJson(rows)}::jsonb) as r("id" uuid, "storeId" uuid, "asin" text, "bookId" uuid,
        "kind" text, "title" text, "item" jsonb, "raw" jsonb, "digest" text, "volatileDigest" text, "hollow" boolean,
        "purchasedAt" timestamptz, "runtimeMin" int, "heardPercent" float, "isFinished" boolean, "present" boolean)
      on conflict (store_id, asin) do update set book_id = excluded.book_id, kind = excluded.kind,
        title = excluded.title, item = excluded.item, raw = excluded.raw, digest = excluded.digest,
        volatile_digest = excluded.volatile_digest, hollow = excluded.hollow, purchased_at = excluded.purchased_at,
        runtime_min = excluded.runtime_min, heard_percent = excluded.heard_percent,
        is_finished = excluded.is_finished, remote_state = excluded.remote_state,
        removed_at = case when excluded.remote_state = 'REMOVED' then coalesce(purchase.removed_at, now()) end,
        cover_from = case when purchase.raw -> 'product_images' is distinct from excluded.raw -> 'product_images'
          then null else purchase.cover_from end,
        misses = 0, updated_at = now()`;
  }

  /** They are there: what had been missed, or was taken for gone, is so no more. Gives the books of those that came back. */
  async present(ids: readonly string[]): Promise<string[]> {
    if (ids.length === 0) return [];
    const rows = await this.client.$queryRaw<{ bookId: string | null }[]>`
      update purchase set misses = 0, remote_state = 'PRESENT', removed_at = null
      where id = any(${[...ids]}::uuid[]) and (misses > 0 or remote_state = 'REMOVED')
      returning book_id::text as "bookId"`;
    return rows.flatMap(({ bookId }) => bookId ?? []);
  }

  /** The server says that they are gone. */
  async revoked(storeId: string, asins: readonly string[]): Promise<number> {
    return this.client.$executeRaw`
      update purchase set remote_state = 'REMOVED', removed_at = now()
      where store_id = ${storeId}::uuid and asin = any(${[...asins]}::text[]) and remote_state = 'PRESENT'`;
  }

  /** How many a store had, and how many of them a sync has not seen. */
  async unseen(storeId: string, syncId: string): Promise<{ present: number; unseen: number }> {
    const [row] = await this.client.$queryRaw<{ present: number; unseen: number }[]>`
      select count(*)::int as present, count(*) filter (where not exists (
        select from seen_purchase s where s.sync_id = ${syncId}::uuid and s.mark = p.asin))::int as unseen
      from purchase p where p.store_id = ${storeId}::uuid and p.remote_state = 'PRESENT'`;
    return row!;
  }

  /** Counts what a sync should have seen and did not; those missed the second time in a row are gone. */
  async miss(storeId: string, syncId: string): Promise<number> {
    return this.client.$executeRaw`
      update purchase p set misses = misses + 1,
        remote_state = case when misses > 0 then 'REMOVED'::"RemoteState" else remote_state end,
        removed_at = case when misses > 0 then now() else removed_at end
      where p.store_id = ${storeId}::uuid and p.remote_state = 'PRESENT' and not exists (
        select from seen_purchase s where s.sync_id = ${syncId}::uuid and s.mark = p.asin)`;
  }

  /** Books this user has of titles: bought elsewhere, or held as files that name the title. */
  async booksOf(userId: string, asins: readonly string[]): Promise<BookOfAsin[]> {
    return this.client.$queryRaw<BookOfAsin[]>`
      select distinct on (asin) asin, book_id::text as "bookId" from (
        select p.asin, p.book_id, 0 as rank from purchase p join audible_store s on s.id = p.store_id
          join audible_account a on a.id = s.account_id
        where a.user_id = ${userId}::uuid and p.asin = any(${[...asins]}::text[]) and p.book_id is not null
        union all
        select i.value, b.id, case when b.owner_id is null then 2 else 1 end from identifier i
          join book b on b.id = i.book_id
        where i.scheme = 'asin' and i.value = any(${[...asins]}::text[])
          and (b.owner_id = ${userId}::uuid or b.owner_id is null)
          and not exists (select from file f where f.book_id = b.id and f.format <> all(${AUDIO}))
      ) found order by asin, rank, book_id`;
  }

  /** Titles of which only the number came so far. */
  hollow(storeId: string): Promise<number> {
    return this.client.purchase.count({ where: { storeId, hollow: true, remoteState: 'PRESENT' } });
  }

  /** Titles whose cover nobody fetched, or that have another one by now; the oldest first. */
  async coverless(limit: number): Promise<Coverless[]> {
    return this.client.$queryRaw<Coverless[]>`
      select p.id::text, p.asin, p.book_id::text as "bookId", s.country, p.raw from purchase p
        join audible_store s on s.id = p.store_id
      where p.kind = 'book' and p.cover_from is null and p.book_id is not null and not p.hollow
      order by p.first_seen_at, p.id limit ${limit}`;
  }

  /** The cover was fetched from there; '' where there is none to be had. */
  async covered(id: string, coverFrom: string): Promise<void> {
    await this.client.purchase.updateMany({ where: { id }, data: { coverFrom } });
  }

  async isBought(bookId: string): Promise<boolean> {
    return (await this.client.purchase.count({ where: { bookId }, take: 1 })) > 0;
  }

  /** Books that are there only because this account bought them. */
  async onlyOf(accountId: string): Promise<string[]> {
    const rows = await this.client.$queryRaw<{ id: string }[]>`
      select b.id::text from book b
      where exists (select from purchase p join audible_store s on s.id = p.store_id
          where p.book_id = b.id and s.account_id = ${accountId}::uuid)
        and not exists (select from purchase p join audible_store s on s.id = p.store_id
          where p.book_id = b.id and s.account_id <> ${accountId}::uuid)
        and not exists (select from file f where f.book_id = b.id)`;
    return rows.map(({ id }) => id);
  }

  ofBook(bookId: string, userId: string) {
    return this.client.purchase.findMany({
      where: { bookId, store: { account: { userId } } },
      include: { store: { include: { account: { select: { name: true } } } } },
      orderBy: [{ remoteState: 'asc' }, { purchasedAt: 'asc' }],
    });
  }
}

const AUDIO = ['m4b', 'm4a', 'mp3', 'flac', 'ogg', 'opus'];
