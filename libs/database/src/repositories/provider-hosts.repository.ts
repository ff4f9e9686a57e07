import {
  afterAnswer,
  type HostAnswer,
  type HostPace,
  type Leave,
  leaveToAsk,
  pagesToday,
  type PaceRules,
  whileAsked,
} from '@octavo/domain';
import { type Client, Prisma } from '../client.js';
import { newId } from '../ids.js';

/** A wish to ask a host. */
export interface HostWish {
  host: string;
  /** True for product pages, which are counted by the day. */
  isPage: boolean;
  /** After so many milliseconds others may ask, though nobody was told of an answer: more than any request takes. */
  leaseMs: number;
}

/** The right to ask a host once; to be given back. */
export interface HostTurn {
  host: string;
  holder: string;
  isPage: boolean;
}

/** By the clock of the database, which is the one of all who ask. */
export type HostLeave = { now: Date } & ({ kind: 'go'; turn: HostTurn } | Exclude<Leave, { kind: 'go' }>);

/** How a host stands, for people. */
export interface HostStanding {
  host: string;
  refusals: number;
  /** Undefined while it may be asked. */
  closed?: { until: Date; reason: string };
  nextAt: Date;
  pagesToday: number;
}

/** Columns have no more than milliseconds, and round. */
const NOW = Prisma.sql`date_trunc('milliseconds', now())`;
const COLUMNS = Prisma.sql`host, holder::text, held_until as "heldUntil", next_at as "nextAt", refusals,
  closed_until as "closedUntil", reason, to_char(day, 'YYYY-MM-DD') as day, day_count as pages, ${NOW} as now`;
type Row = HostPace & { host: string; holder: string | null; now: Date };

/**
 * The hosts that providers ask, shared by all workers and kept over restarts. `take` and `give` are transactions of their
 * own: each locks the row of its host, and nothing else may happen while that is locked.
 */
export class ProviderHostsRepository {
  constructor(private readonly client: Client) {}

  /** Takes the turn to ask a host, if it may be asked now; says what to wait for otherwise. In a short transaction. */
  async take({ host, isPage, leaseMs }: HostWish, rules: PaceRules): Promise<HostLeave> {
    await this.client.$executeRaw`
      insert into provider_host (host, next_at, day) values (${host}, ${NOW}, (now() at time zone 'utc')::date)
      on conflict do nothing`;
    const row = (await this.locked(host))!;
    const { now } = row;
    const leave = leaveToAsk(row, now, rules, isPage);
    if (leave.kind !== 'go') return { ...leave, now };
    const holder = newId();
    const heldUntil = new Date(now.getTime() + leaseMs);
    await this.save(host, holder, whileAsked(row, now, { heldUntil, isPage }));
    return { kind: 'go', now, turn: { host, holder, isPage } };
  }

  /**
   * Gives a turn back with what came of it; `random` is a number from 0 to 1. Gives until when the host is closed, null if
   * it is not. Whose turn has run out says nothing any more: others have asked since. In a short transaction.
   */
  async give(turn: HostTurn, answer: HostAnswer, random: number, rules: PaceRules): Promise<Date | null> {
    const row = await this.locked(turn.host);
    if (row?.holder !== turn.holder) return row?.closedUntil ?? null;
    const after = afterAnswer(row, answer, { now: row.now, random, isPage: turn.isPage }, rules);
    await this.save(turn.host, null, after);
    return after.closedUntil;
  }

  /** By name. */
  async all(): Promise<HostStanding[]> {
    const rows = await this.client.$queryRaw<Row[]>`select ${COLUMNS} from provider_host order by host`;
    return rows.map(({ host, refusals, closedUntil, reason, nextAt, day, pages, now }) => ({
      host,
      refusals,
      ...(closedUntil !== null && closedUntil > now && { closed: { until: closedUntil, reason: reason ?? '' } }),
      nextAt,
      pagesToday: pagesToday({ day, pages }, now),
    }));
  }

  private async locked(host: string): Promise<Row | undefined> {
    const [row] = await this.client.$queryRaw<Row[]>`
      select ${COLUMNS} from provider_host where host = ${host} for update`;
    return row;
  }

  private async save(host: string, holder: string | null, pace: HostPace): Promise<void> {
    const { heldUntil, nextAt, refusals, closedUntil, reason, day, pages } = pace;
    await this.client.$executeRaw`
      update provider_host set holder = ${holder}::uuid, held_until = ${heldUntil}, next_at = ${nextAt},
        refusals = ${refusals}, closed_until = ${closedUntil}, reason = ${reason}, day = ${day}::date,
        day_count = ${pages}, updated_at = now()
      where host = ${host}`;
  }
}
