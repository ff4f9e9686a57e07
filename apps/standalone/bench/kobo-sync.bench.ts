// npm run bench -- kobo-sync [sizes] [devices]: first syncs to their end, syncs with nothing new, syncs after a few
// changes, and many devices at once, over HTTP. The baseline of the same run is a route of the gateway that does nothing.
import 'reflect-metadata';
import { Database } from '@octavo/database';
import pg from 'pg';
import { startGateway } from '../../gateway/src/start-gateway.js';
import { openBenchHouse } from './bench-house.js';
import { fillWithBooks } from './many-books.js';
import { line, median, milliseconds, peakMemory, perSecond, timed } from './numbers.js';
import { syncFrom, type Synced } from './sync-client.js';

const SIZES = (process.argv[2] ?? '1000,10000,100000').split(',').map(Number);
const DEVICES = Number(process.argv[3] ?? 50);
/** Many devices at once sync a library of at most so many books: each has a line of its own. */
const SHARED_SIZE = 10_000;
const REPEATS = 200;
const CHANGES = 20;

const house = await openBenchHouse();
const gateway = await startGateway(house.config);
const pool = new pg.Pool({ connectionString: house.config.DATABASE_URL, max: 1 });
const database = await Database.open(house.config.DATABASE_URL!, 2);
const signedIn = await fetch(`${gateway.url}/api/session`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ email: house.config.ADMIN_EMAIL, password: house.config.ADMIN_PASSWORD }),
});
const cookie = signedIn.headers.getSetCookie()[0]!.split(';')[0]!;

async function pair(): Promise<{ base: string; id: string }> {
  const headers = { 'content-type': 'application/json', cookie };
  const answer = await fetch(`${gateway.url}/api/devices`, { method: 'POST', headers, body: '{"name":"bench"}' });
  const { token, id } = (await answer.json()) as { token: string; id: string };
  return { base: `${gateway.url}/kobo/${token}`, id };
}

const revoke = (id: string) => fetch(`${gateway.url}/api/devices/${id}`, { method: 'DELETE', headers: { cookie } });
const quantile = (times: number[], share: number) =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length * share)] ?? NaN;

async function repeated(url: string, headers: Record<string, string> = {}): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < REPEATS; i++) times.push((await timed(async () => (await fetch(url, { headers })).text())).ms);
  return median(times);
}

/** Median time of a sync that tells of a few changes anywhere in the library. */
async function delta(base: string, from: string): Promise<number> {
  const times: number[] = [];
  let token = from;
  for (let round = 0; round < 40; round++) {
    const { rows } = await pool.query<{ id: string }>('select id from book order by random() limit $1', [CHANGES]);
    await database.transaction(async ({ entitlements }) => {
      for (const { id } of rows) await entitlements.touch(id, 'metadata');
    });
    const { ms, result } = await timed(() => syncFrom(base, token));
    if (result.items !== CHANGES) throw new Error(`${CHANGES} changes came as ${result.items} items`);
    times.push(ms);
    token = result.token;
  }
  return median(times);
}

async function checkWhole(size: number, { added }: Synced): Promise<void> {
  const { rows } = await pool.query<{ id: string }>('select id::text from book');
  const [known, told] = [new Set(rows.map(({ id }) => id)), new Set(added)];
  const exact =
    known.size === size && told.size === size && added.length === size && added.every((id) => known.has(id));
  if (!exact) throw new Error(`of ${size} books ${added.length} came, ${told.size} different ones`);
}

const deltas: number[] = [];

async function measure(size: number): Promise<void> {
  const paired = await timed(pair);
  const { base, id } = paired.result;
  const first = await timed(() => syncFrom(base));
  const { pages, token, largestPage, largestHeaders } = first.result;
  await checkWhole(size, first.result);
  const nothing = await repeated(`${base}/v1/library/sync`, { 'x-kobo-synctoken': token });
  const floor = await repeated(`${base}/v1/user/loyalty/benefits`);
  deltas.push(await delta(base, token));
  line(`${size} books: pairing a device`, milliseconds(paired.ms));
  line(`${size} books: first sync, every book once`, `${milliseconds(first.ms)} in ${pages.length} pages`);
  line(
    `${size} books: a page of 100, median, 99 %, slowest`,
    [median(pages), quantile(pages, 0.99), Math.max(...pages)].map(milliseconds).join(', '),
  );
  line(`${size} books: largest page and headers`, `${largestPage} and ${largestHeaders} bytes`);
  line(
    `${size} books: nothing new, median`,
    `${milliseconds(nothing)} (a route that does nothing: ${milliseconds(floor)}, ratio ${(nothing / floor).toFixed(1)})`,
  );
  line(`${size} books: ${CHANGES} changes, median`, milliseconds(deltas.at(-1)!));
  await revoke(id);
}

async function manyAtOnce(size: number): Promise<void> {
  const devices: { base: string; id: string }[] = [];
  for (let n = 0; n < DEVICES; n++) devices.push(await pair());
  const { ms, result } = await timed(() => Promise.all(devices.map(({ base }) => syncFrom(base))));
  for (const synced of result) await checkWhole(size, synced);
  const pages = result.flatMap((synced) => synced.pages);
  line(
    `${DEVICES} devices at once, ${size} books each, no error`,
    `${milliseconds(ms)}, ${perSecond(pages.length, ms)}`,
  );
  line(
    '... a page, median, 99 %, slowest',
    [median(pages), quantile(pages, 0.99), Math.max(...pages)].map(milliseconds).join(', '),
  );
  for (const { id } of devices) await revoke(id);
}

let filled = 0;
for (const size of SIZES) {
  await fillWithBooks(pool, filled + 1, size);
  filled = size;
  await pool.query('vacuum analyze');
  await measure(size);
  if (size <= SHARED_SIZE && SIZES.every((other) => other <= size || other > SHARED_SIZE)) await manyAtOnce(size);
}
line(
  `${CHANGES} changes at ${SIZES.at(-1)} against ${SIZES[0]} books`,
  `${(deltas.at(-1)! / deltas[0]!).toFixed(2)} times`,
);
line('peak memory of this process', `${peakMemory()} MB`);
await database.close();
await gateway.stop();
await pool.end();
await house.close();
process.exit(0);
