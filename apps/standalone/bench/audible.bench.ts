// npm run bench -- audible [--titles 25000]: the built worker takes in a whole library from a stand-in for Audible, looks
// at it again unchanged, by all of it and by changes only; and how well works are told apart (as npm run bench -- works).
// Needs what npm run build makes.
import { type AudibleStore, Database, newId } from '@octavo/database';
import { SecretBox } from '@octavo/platform';
import { AudibleAccounts } from '@octavo/remote';
import { readAuthFile } from '@octavo/sources';
import { aLibrary, FakeAudible } from '@octavo/testing';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { PAIRS } from '../../../libs/domain/bench/works/pairs/index.js';
import { qualityOf } from '../../../libs/domain/bench/works/quality.js';
import { built, MEMORY, NODE_FLAGS } from './as-in-product.js';
import { openBenchHouse } from './bench-house.js';
import { MemoryMeter } from './memory.js';
import { line, perSecond } from './numbers.js';
import { settledWrites, since } from './written-rows.js';

const { values } = parseArgs({ options: { titles: { type: 'string', default: '25000' } } });
const TITLES = Number(values.titles);
const KEY = Buffer.alloc(32, 7).toString('base64');
const MAIN = built('apps/audible-sync/src/main.js');

/** Where looks keep how far they are and what came of them, jobs their state; and series, which are listed meanwhile. */
const BOOKKEEPING = [
  ...['audible_account', 'audible_store', 'audible_sync', 'seen_purchase', 'series_listing'],
  ...['job_run', 'bullmq.job', 'bullmq.meta', 'bullmq.event'],
];

interface Look {
  id: string;
  mode: string;
  state: string;
  ms: number;
  tally: { distinct: number; requests: number; created: number; updated: number; unchanged: number; complete: boolean };
}

const items = aLibrary(TITLES);
const audible = await FakeAudible.start({ libraries: { us: items }, packed: true });
const base = `${audible.url}/{country}`;
const settings = {
  AUDIBLE_API_BASE_URL: base,
  AMAZON_AUTH_BASE_URL: base,
  AUDIBLE_SYNC_INTERVAL: '1d',
  SECRET_KEY: KEY,
};
const house = await openBenchHouse(settings);
const { DATABASE_URL, QUEUE_BACKEND, REDIS_URL, DATA_DIR } = house.config;
const database = await Database.open(DATABASE_URL!, 4);
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 2 });

/** As the gateway keeps an account that was imported. */
async function connect(): Promise<void> {
  const { credentials } = await readAuthFile(Buffer.from(JSON.stringify(audible.account().authFile('us'))));
  const person = { email: 'anna@example.org', name: 'Anna', role: 'reader' as const, passwordHash: '' };
  const { id: userId } = await database.users.create(person);
  const id = newId();
  const accounts = new AudibleAccounts(null as never, null as never, new SecretBox(KEY));
  const sealed = accounts.seal(credentials[0]!, { id, userId });
  await database.audibleAccounts.add({ ...sealed, id, userId, name: 'Anna', customerKey: id, isImported: true });
}

function startWorker() {
  const given = { DATABASE_URL, QUEUE_BACKEND, REDIS_URL, DATA_DIR, LOG_LEVEL: 'error', ...settings };
  const known = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const env = { ...process.env, ...MEMORY, ...known } as NodeJS.ProcessEnv;
  return spawn(process.execPath, [...NODE_FLAGS, MAIN], { env, stdio: ['ignore', 'ignore', 'inherit'] });
}

async function looked(before?: Look): Promise<Look> {
  for (; ; await new Promise((resolve) => setTimeout(resolve, 100))) {
    const { rows } = await pool.query<Look>(`select s.id, s.mode, s.state, s.tally,
      extract(epoch from s.finished_at - s.started_at) * 1000 as ms
      from audible_sync s join audible_store t on t.id = s.store_id
      where s.finished_at is not null and t.turn is null order by s.started_at desc limit 1`);
    const [look] = rows;
    if (look && look.id !== before?.id) return { ...look, ms: Number(look.ms) };
  }
}

/** "0", or how many rows of which tables. */
function tallied(rows: Map<string, number>, isMeant: (table: string) => boolean): string {
  const meant = [...rows].filter(([table]) => isMeant(table));
  return meant.length === 0 ? '0' : meant.map(([table, count]) => `${table} ${count}`).join(', ');
}

/** Waits until what followed from a look, covers above all, is done. */
async function quiet(): Promise<void> {
  for (; ; await new Promise((resolve) => setTimeout(resolve, 500))) {
    const { rows } = await pool.query(`select 1 from job_run
      where queue = 'audible-sync' and name <> 'listSeries' and state in ('waiting', 'active')`);
    if (rows.length === 0) return;
  }
}

async function lookAgain(before: Look, change: Partial<AudibleStore>): Promise<Look> {
  if ('stateToken' in change) await pool.query('update audible_store set state_token = null');
  await pool.query('update audible_store set next_sync_at = now()');
  return looked(before);
}

function report(what: string, { mode, state, ms, tally }: Look): void {
  const { requests, distinct, created, updated, unchanged, complete } = tally;
  line(`${what} (${mode})`, `${(ms / 1000).toFixed(1)} s, ${perSecond(distinct, ms)}, ${state}, complete: ${complete}`);
  line('  calls made / ceil(titles / 1000)', `${requests} / ${Math.ceil(TITLES / 1000)}`);
  line('  distinct, created, updated, unchanged', [distinct, created, updated, unchanged].join(', '));
}

await connect();
const worker = startWorker();
const meter = new MemoryMeter(worker.pid!);
await once(worker, 'spawn');
await new Promise((resolve) => setTimeout(resolve, 3_000));
meter.look();
line('memory of the worker when it has just begun', `${meter.node} MB`);
const first = await looked();
report(`a library of ${TITLES} titles, the first time`, first);
await quiet();
line('memory of the worker until then', `${meter.node} MB`);
const before = await settledWrites(pool, BOOKKEEPING);
const again = await lookAgain(first, { stateToken: null });
report('the same, nothing changed', again);
const changes = await lookAgain(again, {});
report('only what changed, which is nothing', changes);
await quiet();
const rows = since(before, await settledWrites(pool, BOOKKEEPING));
line(
  'rows written by these two',
  tallied(rows, (table) => !BOOKKEEPING.includes(table)),
);
line(
  '  beside these, for the looks themselves',
  tallied(rows, (table) => BOOKKEEPING.includes(table)),
);
meter.look();
meter.stop();
line('memory of the worker', `${meter.node} MB`);
const { pairs, precision, recall } = qualityOf(PAIRS);
line(
  `works told apart, ${pairs} labelled pairs`,
  `precision ${(precision * 100).toFixed(1)} %, recall ${(recall * 100).toFixed(1)} %`,
);

worker.kill('SIGTERM');
await once(worker, 'exit');
await pool.end();
await database.close();
await house.close();
await audible.close();
process.exit(0);
