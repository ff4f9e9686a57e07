import type { Client } from '../client.js';
import { databaseJson } from '../database-json.js';
import type { SeriesListing } from '../generated/client.js';

/** A series of bought titles, by the marketplace's number for it. */
export interface BoughtSeries {
  country: string;
  asin: string;
  title: string;
  /** A store somebody bought something of it at. */
  storeId: string;
}

/** A volume of a series, as a marketplace lists it. */
export interface ListedVolume {
  asin: string;
  title: string;
  /** As printed. */
  sequence: string | null;
  releaseDate: string | null;
  language: string | null;
}

/** What a user has of series. */
export interface HeldVolumes {
  asins: Set<string>;
  volumes: { series: string; number: string | null }[];
}

const DAYS_GOOD = 30;

/** What volumes series have, as marketplaces list them. */
export class SeriesListingsRepository {
  constructor(private readonly client: Client) {}

  /** Series of titles somebody has, that nobody asked about for long; a series that gave no answer waits longer each time. */
  async due(limit: number): Promise<BoughtSeries[]> {
    return this.client.$queryRaw<BoughtSeries[]>`
      select distinct on (s.country, e.asin) s.country, e.asin, e.title, s.id::text as "storeId"
      from purchase p join audible_store s on s.id = p.store_id
        join audible_account a on a.id = s.account_id and a.state in ('OK', 'THROTTLED')
        cross join lateral jsonb_to_recordset(case jsonb_typeof(p.item -> 'series') when 'array' then p.item -> 'series' else '[]' end)
          as e (asin text, title text)
        left join series_listing l on l.asin = e.asin and l.country = s.country
      where p.kind = 'book' and p.remote_state = 'PRESENT' and e.asin is not null and e.title is not null
        and (l.asin is null or l.fetched_at < now() - ${DAYS_GOOD} * interval '1 day' * (1 + l.failures))
      order by s.country, e.asin limit ${limit}`;
  }

  async put({ country, asin, title }: BoughtSeries, volumes: readonly ListedVolume[]): Promise<void> {
    await this.client.$executeRaw`
      insert into series_listing (country, asin, title, volumes)
      values (${country}, ${asin}, ${title}, ${databaseJson(volumes)}::jsonb)
      on conflict (country, asin) do update set title = excluded.title, volumes = excluded.volumes, failures = 0,
        fetched_at = now()`;
  }

  /** It gave no answer: what was known stays. */
  async failed({ country, asin, title }: BoughtSeries): Promise<void> {
    await this.client.$executeRaw`
      insert into series_listing (country, asin, title, volumes, failures) values (${country}, ${asin}, ${title}, '[]', 1)
      on conflict (country, asin) do update set failures = series_listing.failures + 1, fetched_at = now()`;
  }

  /** Those of series a user has bought something of, by name. */
  ofUser(userId: string): Promise<SeriesListing[]> {
    return this.client.$queryRaw<SeriesListing[]>`
      select l.country, l.asin, l.title, l.volumes, l.fetched_at as "fetchedAt", l.failures from series_listing l
      where exists (select from purchase p join audible_store s on s.id = p.store_id
        join audible_account a on a.id = s.account_id
        where a.user_id = ${userId}::uuid and s.country = l.country and p.kind = 'book'
          and p.item -> 'series' @> jsonb_build_array(jsonb_build_object('asin', l.asin)))
      order by l.title, l.country, l.asin`;
  }

  /** Of these titles and these series, what a user has in whatever form. */
  async heldBy(userId: string, { asins, names }: { asins: string[]; names: string[] }): Promise<HeldVolumes> {
    const bought = await this.client.$queryRaw<{ asin: string }[]>`
      select p.asin from purchase p join audible_store s on s.id = p.store_id
        join audible_account a on a.id = s.account_id
      where a.user_id = ${userId}::uuid and p.asin = any(${asins}::text[])
      union
      select i.value from identifier i join book b on b.id = i.book_id
      where i.scheme = 'asin' and i.value = any(${asins}::text[]) and b.removed_at is null
        and (b.owner_id is null or b.owner_id = ${userId}::uuid)`;
    const volumes = await this.client.$queryRaw<HeldVolumes['volumes'][number][]>`
      select distinct n.name as series, e.number from series n join series_entry e on e.series_id = n.id
        join book b on b.id = e.book_id
      where lower(n.name) = any(${names.map((name) => name.toLowerCase())}::text[]) and b.removed_at is null
        and (b.owner_id is null or b.owner_id = ${userId}::uuid)`;
    return { asins: new Set(bought.map(({ asin }) => asin)), volumes };
  }
}
