import { type AnyJob, CATALOGUE, type JobDefinition, type PayloadOf } from '@octavo/contracts';
import { type Announcements, type Database, type JobRun, newId } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import type { Queues } from './queues.js';

/** How a job is asked for. */
export interface Asking {
  /** Somebody waits for it: it goes before everything that nobody waits for. */
  urgent?: boolean;
  /** The request that led to it, so that one search follows it through every log. */
  requestId?: string;
}

const URGENT = 1;
const ORDINARY = 10;
const AT_ONCE = 500;

/** The only way to ask for work. Ask after the commit of what led to it, never inside the transaction. */
export class Jobs {
  constructor(
    private readonly database: Database,
    private readonly queues: Queues,
    private readonly announcements: Announcements,
  ) {}

  /**
   * Asks for a job and gives the id of its run. Asking for a key that already waits gives the run that waits.
   * Throws 'job.invalid-payload' for a payload that does not fit; never because the queue is away, since the ledger
   * has it then and a worker asks again.
   */
  async add<Job extends AnyJob>(job: Job, payload: PayloadOf<Job>, how: Asking = {}): Promise<string> {
    const [id] = await this.addMany(job, [payload], how);
    return id!;
  }

  /** As `add`, for many at once. Gives a run id for each payload, in their order. */
  async addMany<Job extends AnyJob>(job: Job, payloads: PayloadOf<Job>[], how: Asking = {}): Promise<string[]> {
    const keys: string[] = [];
    const runs = new Map<string, { id: string; key: string; payload: unknown; subject: string | null }>();
    for (const given of payloads) {
      const payload = parsePayload(job, given);
      const key = (job.key as (payload: unknown) => string)(payload);
      keys.push(key);
      const subject = (job.subject as ((payload: unknown) => string) | undefined)?.(payload) ?? null;
      runs.set(key, { id: newId(), key, payload, subject });
    }
    const all = [...runs.values()];
    const ids = new Map<string, string>();
    for (let from = 0; from < all.length; from += AT_ONCE) {
      for (const [key, id] of await this.record(job, all.slice(from, from + AT_ONCE), how)) ids.set(key, id);
    }
    return keys.map((key) => ids.get(key)!);
  }

  private async record(
    job: AnyJob,
    runs: { id: string; key: string; payload: unknown; subject: string | null }[],
    { urgent, requestId }: Asking,
  ): Promise<[string, string][]> {
    const priority = urgent ? URGENT : ORDINARY;
    const rows = await this.database.jobRuns.ask(job.queue, job.name, runs, { priority, requestId: requestId ?? null });
    const created = rows.filter((row) => row.created);
    if (created.length > 0) {
      // The queue is only the hurry: when it is away, the keeper of a worker hands these runs over later.
      const handed = created.map(({ id }) => ({ id, name: job.name, priority }));
      await this.queues.hand(job.queue, handed).catch(() => undefined);
      this.announcements.announce('job', created[0]!.id);
    }
    return rows.map(({ key, id }) => [key, id]);
  }

  /** Asks again for a run that failed or was cancelled. Gives the id of the new run. */
  async again(run: JobRun): Promise<string> {
    if (run.state !== 'failed' && run.state !== 'cancelled') throw new DomainError('job.not-retryable');
    const jobs: Record<string, AnyJob> | undefined = Object.values(CATALOGUE).find(
      ({ name }) => name === run.queue,
    )?.jobs;
    const job = jobs?.[run.name];
    if (!job) throw new DomainError('job.unknown', `${run.queue}.${run.name} is not in the catalogue`);
    return this.add(job, run.payload as PayloadOf<typeof job>, { urgent: true });
  }
}

/** The payload as the contract takes it, or 'job.invalid-payload' with what does not fit. */
export function parsePayload(job: AnyJob, given: unknown): unknown {
  const parsed = (job as JobDefinition).payload.safeParse(given);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(
    ({ path, message }) => `${path.map(String).join('.') || 'payload'}: ${message}`,
  );
  throw new DomainError('job.invalid-payload', `${job.queue}.${job.name}: ${faults.join('; ')}`);
}
