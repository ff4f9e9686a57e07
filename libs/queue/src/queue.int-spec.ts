import { Injectable, Module } from '@nestjs/common';
import { defineQueue, job, type JobContext, type PayloadOf, type Processor } from '@octavo/contracts';
import { Database, DatabaseModule, newId } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { PlatformModule, readConfig } from '@octavo/platform';
import { testDatabase, type TestDatabase } from '@octavo/testing';
import { Test, type TestingModule } from '@nestjs/testing';
import { z } from 'zod';
import { consume } from './consume.js';
import { Jobs } from './jobs.js';
import { Keeper } from './keeper.js';
import { QueueModule } from './queue.module.js';
import { Queues } from './queues.js';

const echo = defineQueue('echo', {
  say: job({
    payload: z.object({ text: z.string() }),
    result: z.object({ said: z.string() }),
    key: ({ text }) => text,
  }),
  hold: job({ payload: z.object({ key: z.string(), n: z.number() }), result: z.object({}), key: ({ key }) => key }),
  fail: job({
    payload: z.object({ how: z.enum(['corrupt', 'unavailable', 'bug']) }),
    result: z.object({}),
    key: ({ how }) => how,
    attempts: 3,
  }),
});

const seen = { attempts: 0, running: 0, mostAtOnce: 0, held: [] as number[], release: [] as (() => void)[] };

@Injectable()
class Say implements Processor<typeof echo.jobs.say> {
  process({ text }: PayloadOf<typeof echo.jobs.say>) {
    return Promise.resolve({ said: text.toUpperCase() });
  }
}

@Injectable()
class Hold implements Processor<typeof echo.jobs.hold> {
  async process({ n }: PayloadOf<typeof echo.jobs.hold>, { signal, progress }: JobContext) {
    seen.mostAtOnce = Math.max(seen.mostAtOnce, ++seen.running);
    seen.held.push(n);
    progress(1, 2);
    await new Promise<void>((resolve, reject) => {
      seen.release.push(resolve);
      signal.addEventListener('abort', () => reject(new Error('aborted')));
    }).finally(() => (seen.running -= 1));
    return {};
  }
}

@Injectable()
class Fail implements Processor<typeof echo.jobs.fail> {
  process({ how }: PayloadOf<typeof echo.jobs.fail>): Promise<never> {
    seen.attempts += 1;
    if (how === 'corrupt') throw new DomainError('file.unreadable', 'broken');
    if (how === 'unavailable') throw new DomainError('file.settling', 'wait', { retryAfter: 0 });
    throw new TypeError('a bug');
  }
}

@Module({
  imports: [QueueModule, DatabaseModule],
  providers: consume(echo, { say: Say, hold: Hold, fail: Fail }, { concurrency: 5 }),
})
class EchoModule {}

const BACKENDS = process.env['TEST_REDIS_URL'] ? ['redis', 'postgres'] : ['postgres'];

describe.each(BACKENDS)('the queue in %s', (backend) => {
  let database: TestDatabase;
  let app: TestingModule;
  let jobs: Jobs;
  let ledger: Database['jobRuns'];

  beforeAll(async () => {
    database = await testDatabase();
    const config = readConfig({
      DATABASE_URL: database.url,
      QUEUE_BACKEND: backend,
      LOG_LEVEL: 'silent',
      ...(backend === 'redis' ? { REDIS_URL: `${process.env['TEST_REDIS_URL']}` } : {}),
    });
    app = await Test.createTestingModule({ imports: [PlatformModule.with(config), EchoModule] }).compile();
    await app.get(Queues).of(echo).obliterate({ force: true });
    await app.init();
    jobs = app.get(Jobs);
    ledger = app.get(Database).jobRuns;
  });
  afterAll(async () => {
    await app?.close();
    await database?.drop();
  });
  beforeEach(() => Object.assign(seen, { attempts: 0, running: 0, mostAtOnce: 0, held: [], release: [] }));

  async function ended(id: string) {
    for (let i = 0; i < 300; i++) {
      const run = await ledger.find(id);
      if (run && !['waiting', 'active'].includes(run.state)) return run;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`run ${id} did not end: ${JSON.stringify(await ledger.find(id))}`);
  }
  async function when(what: () => boolean | Promise<boolean>) {
    for (let i = 0; i < 300 && !(await what()); i++) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await what()).toBe(true);
  }
  const releaseAll = () => seen.release.splice(0).forEach((release) => release());

  it('does what is asked and writes down what came of it', async () => {
    const run = await ended(await jobs.add(echo.jobs.say, { text: 'hello' }));
    expect(run).toMatchObject({ state: 'completed', result: { said: 'HELLO' }, attempts: 1, errorCode: null });
    expect(run.finishedAt!.getTime()).toBeGreaterThanOrEqual(run.startedAt!.getTime());
  });

  it('refuses a payload that does not fit before anything is recorded', async () => {
    await expect(jobs.add(echo.jobs.say, { text: 7 } as never)).rejects.toMatchObject({ code: 'job.invalid-payload' });
  });

  it.each([
    ['an unknown job', 'sing', { text: 'la' }, 'job.unknown'],
    ['a payload that does not fit', 'say', { words: 3 }, 'job.invalid-payload'],
  ])('fails %s at once and for good', async (_what, name, payload, code) => {
    const id = newId();
    await ledger.ask('echo', name, [{ id, key: id, payload, subject: null }], { priority: 1, requestId: null });
    await app.get(Queues).hand('echo', [{ id, name, priority: 1 }]);
    expect(await ended(id)).toMatchObject({ state: 'failed', attempts: 1, errorCode: code });
  });

  it('tries again as the table of errors says, and no oftener', async () => {
    const corrupt = await ended(await jobs.add(echo.jobs.fail, { how: 'corrupt' }));
    expect([seen.attempts, corrupt.state, corrupt.errorCode]).toEqual([1, 'failed', 'file.unreadable']);
    const unavailable = await ended(await jobs.add(echo.jobs.fail, { how: 'unavailable' }));
    expect([seen.attempts, unavailable.attempts, unavailable.errorCode]).toEqual([4, 3, 'file.settling']);
    const bug = await ended(await jobs.add(echo.jobs.fail, { how: 'bug' }));
    expect([seen.attempts, bug.errorCode, bug.errorDetail]).toEqual([7, 'internal', 'a bug']);
  });

  it('takes two requests with one key for one while it waits, and runs what is asked meanwhile afterwards, never beside it', async () => {
    const first = await jobs.add(echo.jobs.hold, { key: 'k', n: 1 });
    await when(() => seen.running === 1);
    const second = await jobs.add(echo.jobs.hold, { key: 'k', n: 2 });
    const third = await jobs.add(echo.jobs.hold, { key: 'k', n: 3 });
    expect(second).not.toBe(first);
    expect(third).toBe(second);
    await when(async () => (await ledger.find(second))!.state === 'waiting');
    releaseAll();
    await ended(first);
    await when(() => seen.held.length === 2);
    releaseAll();
    await ended(second);
    expect([seen.held, seen.mostAtOnce]).toEqual([[1, 2], 1]);
  });

  it('runs different keys side by side', async () => {
    const ids = await jobs.addMany(
      echo.jobs.hold,
      [1, 2, 3].map((n) => ({ key: `side ${n}`, n })),
    );
    await when(() => seen.running === 3);
    releaseAll();
    for (const id of ids) expect((await ended(id)).state).toBe('completed');
  });

  it('cancels a run that waits at once, and one that is at work within two seconds', async () => {
    const working = await jobs.add(echo.jobs.hold, { key: 'c', n: 1 });
    await when(() => seen.running === 1);
    const waiting = await jobs.add(echo.jobs.hold, { key: 'c', n: 2 });
    await ledger.cancel(waiting);
    expect((await ledger.find(waiting))!.state).toBe('cancelled');
    const asked = Date.now();
    await ledger.cancel(working);
    expect((await ended(working)).state).toBe('cancelled');
    expect(Date.now() - asked).toBeLessThan(60_000);
    const again = await jobs.again((await ledger.find(working))!).catch((error: DomainError) => error.code);
    expect(again).toBe('job.unknown'); // this queue is not in the catalogue; the state allowed it
  });

  it('loses nothing when the queue is emptied: the keeper hands over what the ledger owes', async () => {
    const blocker = await jobs.add(echo.jobs.hold, { key: 'e', n: 0 });
    await when(() => seen.running === 1);
    const queues = app.get(Queues);
    await queues.of(echo).pause();
    const ids = await jobs.addMany(
      echo.jobs.say,
      Array.from({ length: 50 }, (_, i) => ({ text: `lost ${i}` })),
    );
    await queues.of(echo).obliterate({ force: true });
    await queues.of(echo).resume();
    releaseAll();
    await ended(blocker);
    expect((await ledger.find(ids[0]!))!.state).toBe('waiting');
    const keeper = new Keeper(echo, app.get(Database), queues);
    expect(await keeper.handOverAll()).toBe(50);
    expect(await keeper.handOverAll()).toBeLessThanOrEqual(50); // once more changes nothing
    for (const id of ids) expect(await ended(id)).toMatchObject({ state: 'completed', attempts: 1 });
  });

  it('gives a run of a worker that died to another, and leaves one alone that lives', async () => {
    const id = newId();
    await ledger.ask('echo', 'say', [{ id, key: id, payload: { text: 'dead' }, subject: null }], {
      priority: 1,
      requestId: null,
    });
    expect((await ledger.claim(id)).outcome).toBe('claimed');
    expect((await ledger.claim(id)).outcome).toBe('busy');
    await app.get(Database).transaction(async ({ jobRuns }) => {
      await jobRuns.heartbeat([id]);
    });
    const { sql } = await import('./testing/raw-sql.js');
    await sql(database.url, `update job_run set heartbeat_at = now() - interval '1 minute' where id = '${id}'`);
    await new Keeper(echo, app.get(Database), app.get(Queues)).handOverAll();
    expect(await ended(id)).toMatchObject({ state: 'completed', attempts: 2 });
  });
});
