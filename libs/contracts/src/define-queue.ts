import type { z } from 'zod';

/** A job as stated: what it carries, what it gives, what it works on. */
interface JobStatement<Payload extends z.ZodType, Result extends z.ZodType> {
  /** Ids, not things; never a secret. */
  payload: Payload;
  result: Result;
  /** Two requests with the same key are one request while it waits, and never run at the same time. */
  key: (payload: z.output<Payload>) => string;
  /** What it works on, for people. */
  subject?: (payload: z.output<Payload>) => string;
  /** How often it is tried in all, where its errors allow another try (default 5). */
  attempts?: number;
}

/** A job of a queue. Names and fields are wire format: add, never rename. */
export interface JobDefinition<
  Payload extends z.ZodType = z.ZodType,
  Result extends z.ZodType = z.ZodType,
> extends JobStatement<Payload, Result> {
  readonly queue: string;
  readonly name: string;
  readonly attempts: number;
}

export interface QueueDefinition<Jobs extends Record<string, AnyJob> = Record<string, AnyJob>> {
  readonly name: string;
  readonly jobs: Jobs;
}

// The key and subject functions take the payload, so a job is not assignable to a job of unknown payload. `any` here
// is what lets the rest of the house do without it.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyJob = JobDefinition<any, any>;

export type PayloadOf<Job extends AnyJob> = z.output<Job['payload']>;
export type ResultOf<Job extends AnyJob> = z.output<Job['result']>;

const DEFAULT_ATTEMPTS = 5;

/** States a job. */
export function job<Payload extends z.ZodType, Result extends z.ZodType>(
  statement: JobStatement<Payload, Result>,
): JobStatement<Payload, Result> {
  return statement;
}

type Statements = Record<string, JobStatement<z.ZodType, z.ZodType>>;
type Defined<Given> = {
  [Name in keyof Given]: Given[Name] extends JobStatement<infer Payload, infer Result>
    ? JobDefinition<Payload, Result>
    : never;
};

/** States a queue and its jobs, once, for producers, processors and people. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- see AnyJob
export function defineQueue<Given extends Record<keyof Statements, JobStatement<any, any>>>(
  queue: string,
  statements: Given,
): QueueDefinition<Defined<Given>> {
  const jobs = Object.fromEntries(
    Object.entries(statements).map(([name, statement]) => [
      name,
      { attempts: DEFAULT_ATTEMPTS, ...statement, queue, name },
    ]),
  );
  return { name: queue, jobs: jobs as Defined<Given> };
}

/** What a processor is told while it works. */
export interface JobContext {
  readonly runId: string;
  /** How far it is; `total` null while unknown. */
  readonly progress: (done: number, total: number | null) => void;
  /** Aborted when the job is cancelled or the process stops. */
  readonly signal: AbortSignal;
}

/** Serves one job. It may run twice for the same request, and must not mind. */
export interface Processor<Job extends AnyJob> {
  process(payload: PayloadOf<Job>, context: JobContext): Promise<ResultOf<Job>>;
}

/** A processor class for each job of a queue: none missing, none swapped. */
export type ProcessorsOf<Queue extends QueueDefinition> = {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- constructor arguments are Nest's business
  [Name in keyof Queue['jobs']]: new (...dependencies: any[]) => Processor<Queue['jobs'][Name]>;
};
