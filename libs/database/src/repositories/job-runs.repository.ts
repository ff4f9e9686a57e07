import type { JobRunQuery, JobState } from '@octavo/contracts';
import { type Client, isUniqueViolation, Prisma } from '../client.js';
import type { JobRun } from '../generated/client.js';
import { type PageOf, readCursor, writeCursor } from './page.js';

/** A run as it is asked for. */
export interface NewRun {
  id: string;
  key: string;
  payload: unknown;
  subject: string | null;
}

/** A run the queue must know of. */
export interface PendingRun {
  id: string;
  name: string;
  priority: number;
}

export type Claim = { outcome: 'claimed'; run: JobRun } | { outcome: 'busy' } | { outcome: 'gone' };

export interface RunFailure {
  code: string;
  detail: string;
}

/** A worker that has not shown a sign of life for so long is taken for dead. Measured by the database's clock alone. */
const STALE_AFTER = Prisma.sql`interval '15 seconds'`;

/** The ledger of all work: what was asked for, what became of it. */
export class JobRunsRepository {
  constructor(private readonly client: Client) {}

  /**
   * Records requests of one job. A key that waits already is not recorded twice: its waiting run is returned instead,
   * with `created` false. `runs` must not hold a key twice.
   */
  ask(queue: string, name: string, runs: NewRun[], how: { priority: number; requestId: string | null }) {
    return this.client.$queryRaw<{ id: string; key: string; created: boolean }[]>`
      insert into job_run (id, queue, name, key, payload, subject, priority, request_id)
      select r.id, ${queue}, ${name}, r.key, r.payload, r.subject, ${how.priority}, ${how.requestId}
      from jsonb_to_recordset(${JSON.stringify(runs)}::jsonb) as r(id uuid, key text, payload jsonb, subject text)
      on conflict (queue, name, key) where state = 'waiting'
      do update set priority = least(job_run.priority, excluded.priority)
      returning id::text, key, (xmax = 0) as created`;
  }

  /** Makes a run active for whoever calls. Busy: another run of the same key is active. Gone: it is finished. */
  async claim(id: string): Promise<Claim> {
    try {
      const count = await this.client.$executeRaw`
        update job_run set state = 'active', attempts = attempts + 1, heartbeat_at = now(), started_at = now()
        where id = ${id}::uuid
          and (state = 'waiting' or state = 'active' and heartbeat_at < now() - ${STALE_AFTER} / 2)`;
      const run = await this.find(id);
      if (count === 1 && run) return { outcome: 'claimed', run };
      return { outcome: run?.state === 'active' ? 'busy' : 'gone' };
    } catch (error) {
      if (isUniqueViolation(error)) return { outcome: 'busy' };
      throw error;
    }
  }

  async progress(id: string, done: number, total: number | null): Promise<void> {
    await this.client.jobRun.updateMany({ where: { id, state: 'active' }, data: { done, total } });
  }

  async complete(id: string, result: unknown): Promise<void> {
    await this.client.jobRun.updateMany({
      where: { id },
      data: {
        state: 'completed',
        result: result ?? Prisma.JsonNull,
        errorCode: null,
        errorDetail: null,
        finishedAt: new Date(),
      },
    });
  }

  async fail(id: string, failure: RunFailure, state: 'failed' | 'cancelled' = 'failed'): Promise<void> {
    await this.client.jobRun.updateMany({
      where: { id },
      data: { state, errorCode: failure.code, errorDetail: failure.detail, finishedAt: new Date() },
    });
  }

  /** Back to waiting, with why. When the same key was asked for meanwhile, that request takes over and this one ends. */
  async postpone(id: string, failure: RunFailure): Promise<'postponed' | 'superseded'> {
    try {
      await this.client.jobRun.updateMany({
        where: { id },
        data: { state: 'waiting', errorCode: failure.code, errorDetail: failure.detail },
      });
      return 'postponed';
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      await this.fail(id, failure, 'cancelled');
      return 'superseded';
    }
  }

  /** A sign of life for runs in work; gives those somebody wants cancelled. */
  async heartbeat(ids: string[]): Promise<string[]> {
    const rows = await this.client.$queryRaw<{ id: string; cancel: boolean }[]>`
      update job_run set heartbeat_at = now() where id = any(${ids}::uuid[]) and state = 'active'
      returning id::text, cancel_requested as cancel`;
    return rows.filter(({ cancel }) => cancel).map(({ id }) => id);
  }

  /** How many runs of a queue are unfinished, leaving out those asked for a moment ago. */
  async countUnfinished(queue: string): Promise<number> {
    const [row] = await this.client.$queryRaw<{ count: number }[]>`
      select count(*)::int as count from job_run
      where queue = ${queue} and state in ('waiting', 'active') and created_at < now() - interval '5 seconds'`;
    return row?.count ?? 0;
  }

  /** How many runs of a job wait. */
  countWaiting(queue: string, name: string): Promise<number> {
    return this.client.jobRun.count({ where: { queue, name, state: 'waiting' } });
  }

  /** Unfinished runs that nobody works on, in the order they were asked for, after the run `after`. */
  unfinished(queue: string, after: string | null, limit: number): Promise<PendingRun[]> {
    return this.client.$queryRaw<PendingRun[]>`
      select id::text, name, priority from job_run
      where queue = ${queue} and (${after}::uuid is null or id > ${after}::uuid)
        and (state = 'waiting' or state = 'active' and heartbeat_at < now() - ${STALE_AFTER})
      order by id limit ${limit}`;
  }

  /** When a key of a job was last asked for. */
  async lastAsked(queue: string, name: string, key: string): Promise<Date | undefined> {
    const run = await this.client.jobRun.findFirst({
      where: { queue, name, key },
      orderBy: { createdAt: 'desc' },
      select: { createdAt: true },
    });
    return run?.createdAt;
  }

  /** The run of a job with that key that is being worked on, and what it was asked with. */
  underWay(queue: string, name: string, key: string): Promise<Pick<JobRun, 'id' | 'payload'> | null> {
    const where = { queue, name, key, state: 'active' as const };
    return this.client.jobRun.findFirst({ where, select: { id: true, payload: true } });
  }

  find(id: string): Promise<JobRun | null> {
    return this.client.jobRun.findUnique({ where: { id } });
  }

  /** Newest first. */
  async list({ limit, cursor, state, queue }: JobRunQuery): Promise<PageOf<JobRun>> {
    const where = { ...(state ? { state } : {}), ...(queue ? { queue } : {}) };
    const after = readCursor(cursor, 'id');
    const rows = await this.client.jobRun.findMany({
      where: after ? { ...where, id: { lt: after.id } } : where,
      orderBy: { id: 'desc' },
      take: limit + 1,
    });
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return {
      items,
      total: await this.client.jobRun.count({ where }),
      next: rows.length > limit && last ? writeCursor('id', { id: last.id, value: '' }) : null,
    };
  }

  async counts(): Promise<Record<JobState, number>> {
    const rows = await this.client.jobRun.groupBy({ by: ['state'], _count: true });
    const counts = { waiting: 0, active: 0, completed: 0, failed: 0, cancelled: 0 };
    for (const row of rows) counts[row.state] = row._count;
    return counts;
  }

  /** As `cancel`, for all runs of a job that are not finished, or those of some keys. */
  async cancelAll(queue: string, name: string, keys?: string[]): Promise<void> {
    const unfinished = { queue, name, state: { in: ['waiting', 'active'] as JobState[] } };
    const where = { ...unfinished, ...(keys && { key: { in: keys } }) };
    for (const { id } of await this.client.jobRun.findMany({ where, select: { id: true } })) await this.cancel(id);
  }

  /** Asks whoever works on it to stop; a run that only waits is cancelled at once. */
  async cancel(id: string): Promise<void> {
    await this.client.$executeRaw`
      update job_run set cancel_requested = true,
        state = case when state = 'waiting' then 'cancelled'::"JobState" else state end,
        finished_at = case when state = 'waiting' then now() else finished_at end
      where id = ${id}::uuid and state in ('waiting', 'active')`;
  }

  /** Forgets finished runs, except the newest `keep` of each state; failures are kept as long as successes. */
  async prune(keep: number): Promise<number> {
    return this.client.$executeRaw`
      delete from job_run where state in ('completed', 'failed', 'cancelled') and id in (
        select id from (
          select id, row_number() over (partition by state order by id desc) as age
          from job_run where state in ('completed', 'failed', 'cancelled')
        ) aged where age > ${keep})`;
  }
}
