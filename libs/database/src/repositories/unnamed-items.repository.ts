import { type Client, Prisma } from '../client.js';
import { newId } from '../ids.js';
import { type ClaimedArrival, LEASE_SECONDS } from './arrivals.repository.js';

/** Which files are to be named next, and for which comparison. */
export interface ToName {
  libraryId: string;
  scanId: string;
  /** Only paths after this one; '': from the first. */
  after: string;
  limit: number;
}

/** Files for whoever asked for them. */
export interface TakenToName {
  /** In the order of paths; without those that somebody else has. */
  arrivals: ClaimedArrival[];
  /** The path to go on after; undefined: there are no more. */
  last: string | undefined;
}

/**
 * Files on servers that are no books of the library yet. They stand on no list: what is known of a server is the list,
 * and a file comes to be an arrival when somebody takes it to name it.
 */
export class UnnamedItemsRepository {
  constructor(private readonly client: Client) {}

  async count(libraryId: string): Promise<number> {
    const [row] = await this.client.$queryRaw<{ count: number }[]>`
      select count(*)::int as count from source_item i where ${isUnnamed(libraryId)}`;
    return row!.count;
  }

  /** Makes the next ones arrivals that are claimed. One that was an arrival already begins anew. */
  async take({ libraryId, scanId, after, limit }: ToName): Promise<TakenToName> {
    const rows = await this.client.$queryRaw<(ClaimedArrival & { claim: string | null })[]>`
      with next as (
        select i.path, folder_of(i.path) as folder from source_item i
        where ${isUnnamed(libraryId)} and i.path > ${after} order by i.path limit ${limit}
      ), taken as (
        insert into arrival (library_id, path, folder, scan_id, origin, claim, claimed_until)
        select ${libraryId}::uuid, path, folder, ${scanId}::uuid, 'scan', ${newId()}::uuid,
          now() + ${LEASE_SECONDS} * interval '1 second'
        from next where exists (select from library where id = ${libraryId}::uuid for key share)
        on conflict (library_id, path) do update set scan_id = excluded.scan_id, origin = 'scan', attempts = 0,
          due_at = least(arrival.due_at, excluded.due_at), claim = excluded.claim, claimed_until = excluded.claimed_until
          where arrival.claimed_until is null or arrival.claimed_until < now()
        returning *
      )
      select n.path, n.folder, t.scan_id::text as "scanId", t.origin, t.reread, t.size, t.mtime_ns as "mtimeNs",
        t.same_since as "sameSince", t.attempts, t.claim::text as claim
      from next n left join taken t using (path) order by n.path`;
    return { arrivals: rows.filter(({ claim }) => claim !== null), last: rows.at(-1)?.path };
  }
}

/** Of a library's known items `i`: there, at rest, and no book. */
const isUnnamed = (libraryId: string) => Prisma.sql`
  i.library_id = ${libraryId}::uuid and i.unread and not i.sidecar and not i.settling and i.missing_since is null
    and not exists (select from place p where p.library_id = i.library_id and p.path = i.path)`;
