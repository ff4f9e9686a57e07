import { randomBytes } from 'node:crypto';
import type { Client } from '../client.js';

/** What the gateways of one database have in common, and nobody else: a secret, and a clock. */
export interface SharedGround {
  key: string;
  now: Date;
}

/** Books by what devices get of them. */
export interface DeliveryReadiness {
  /** As a KEPUB, as an EPUB as it is, not yet settled. */
  kepub: number;
  epub: number;
  waiting: number;
  /** Their conversion failed; these are among those that go as an EPUB. */
  failed: number;
  /** There is nothing of them that a Kobo opens. */
  none: number;
  /** KEPUBs that are there but not as the settings ask for them, and why the last of them is not. */
  otherwise: number;
  otherwiseBecause: string | null;
}

/** What a device has not heard of. */
export interface Untold {
  /** Changes of any kind that no answer to it has covered. */
  changes: number;
  /** Among these: books that are to go from it. */
  removals: number;
}

const KEY = 'doctor.key';
const LEASE = 'doctor.examines.';

/** What the Kobo doctor asks of the database. */
export class DoctorRepository {
  constructor(private readonly client: Client) {}

  /** The key that signs the doctor's nonces (made at the first call) and the database's own time. */
  async ground(): Promise<SharedGround> {
    const fresh = JSON.stringify(randomBytes(32).toString('hex'));
    await this.client.$executeRaw`
      insert into setting (key, value) select ${KEY}, ${fresh}::jsonb
      where not exists (select from setting where key = ${KEY}) on conflict do nothing`;
    const [row] = await this.client.$queryRaw<SharedGround[]>`
      select value #>> '{}' as key, clock_timestamp() as now from setting where key = ${KEY}`;
    return row!;
  }

  /** True when no other examination of the user's is under way; it is then for `seconds`, or until it is ended. */
  async begin(userId: string, seconds: number): Promise<boolean> {
    const rows = await this.client.$executeRaw`
      insert into setting as s (key, value)
      values (${LEASE + userId}, to_jsonb(extract(epoch from now()) + ${seconds}))
      on conflict (key) do update set value = excluded.value where (s.value #>> '{}')::numeric < extract(epoch from now())`;
    return rows > 0;
  }

  async end(userId: string): Promise<void> {
    await this.client.setting.deleteMany({ where: { key: LEASE + userId } });
  }

  /** Of the books a user may open, how many are ready for devices. */
  async readiness(userId: string): Promise<DeliveryReadiness> {
    const [row] = await this.client.$queryRaw<DeliveryReadiness[]>`
      select
        count(*) filter (where b.delivery_form like 'kepub:%')::int as kepub,
        count(*) filter (where b.delivery_form like 'epub:%')::int as epub,
        count(*) filter (where b.delivery_form is null or b.delivery_form = 'stale')::int as waiting,
        count(*) filter (where b.delivery_form = 'none')::int as none,
        count(*) filter (where b.delivery_form like 'epub:%' and exists (
          select from file f join converted_file c on c.file_id = f.id
          where f.book_id = b.id and c.target = 'kepub' and c.state = 'FAILED'))::int as failed,
        count(o.because)::int as otherwise,
        (array_agg(o.because order by o.at desc) filter (where o.because is not null))[1] as "otherwiseBecause"
      from book b
      left join lateral (
        select c.problem_detail as because, c.updated_at as at from file f join converted_file c on c.file_id = f.id
        where f.book_id = b.id and c.target = 'kepub' and c.state = 'READY' and c.fingerprint = f.fingerprint
          and c.problem_detail is not null and b.delivery_form like 'kepub:%' limit 1) o on true
      where (b.owner_id is null or b.owner_id = ${userId}::uuid) and b.removed_at is null and b.missing_since is null`;
    return row!;
  }

  /** What devices have not been told, by their ids. */
  async untold(deviceIds: string[]): Promise<Map<string, Untold>> {
    const rows = await this.client.$queryRaw<({ id: string } & Untold)[]>`
      select s.device_id::text as id, count(*)::int as changes,
        count(*) filter (where e.revoked and e.book)::int as removals
      from sync_point s join (
        select device_id, changed_at, first_granted_at, revoked, true as book from entitlement
        union all select device_id, changed_at, first_granted_at, revoked, false from shelf_entitlement
      ) e using (device_id)
      where s.device_id = any(${deviceIds}::uuid[]) and e.changed_at > s.offered
        and not (e.revoked and e.first_granted_at > s.offered)
      group by s.device_id`;
    return new Map(rows.map(({ id, ...untold }) => [id, untold]));
  }
}
