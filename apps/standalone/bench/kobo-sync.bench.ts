// npm run bench -- kobo-sync [sizes]: a first sync to its end, and a sync with nothing new, over HTTP, at each size.
// The baseline of the same run is a route of the same gateway that does nothing.
import 'reflect-metadata';
import { newId } from '@octavo/database';
import pg from 'pg';
import { startGateway } from '../../gateway/src/start-gateway.js';
import { openBenchHouse } from './bench-house.js';
import { line, median, milliseconds, peakMemory, timed } from './numbers.js';

const SIZES = (process.argv[2] ?? '1000,50000').split(',').map(Number);
const REPEATS = 200;

/** Books straight into the tables, as an import leaves them. */
async function fill(pool: pg.Pool, from: number, to: number): Promise<void> {
  const series = newId();
  await pool.query('insert into series (id, name) values ($1, $2)', [series, `Series ${from}`]);
  await pool.query(
    `with made as (
       select n, gen_random_uuid() as id, gen_random_uuid() as work, lpad(to_hex(n), 16, '0') as fingerprint
       from generate_series($1::int, $2::int) n
     ), works as (insert into work (id) select work from made), books as (
       insert into book (id, work_id, title, sort_title, author_sort, search_text, description, status, delivery_form, subjects)
       select id, work, 'Book ' || n, 'book ' || n, 'author', 'book ' || n, repeat('A sentence about the book. ', 20), 'READY',
         'kepub:' || fingerprint || '-1000', '{}' from made
     ), files as (
       insert into file (id, book_id, fingerprint, size, format, warnings)
       select gen_random_uuid(), id, fingerprint, 1000, 'epub', '{}' from made returning id, fingerprint
     ), converted as (
       insert into converted_file (file_id, target, state, fingerprint, converter_version, size)
       select id, 'kepub', 'READY', fingerprint, 1, 1100 from files
     )
     insert into series_entry (book_id, position, series_id, number) select id, 0, $3, n::text from made`,
    [from, to, series],
  );
}

const house = await openBenchHouse();
const gateway = await startGateway(house.config);
const pool = new pg.Pool({ connectionString: house.config.DATABASE_URL, max: 1 });
const signedIn = await fetch(`${gateway.url}/api/session`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ email: house.config.ADMIN_EMAIL, password: house.config.ADMIN_PASSWORD }),
});
const cookie = signedIn.headers.getSetCookie()[0]!.split(';')[0]!;

async function pair(): Promise<string> {
  const headers = { 'content-type': 'application/json', cookie };
  const answer = await fetch(`${gateway.url}/api/devices`, { method: 'POST', headers, body: '{"name":"bench"}' });
  return `${gateway.url}/kobo/${((await answer.json()) as { token: string }).token}`;
}

async function firstSync(base: string) {
  const pages: number[] = [];
  let token: string | null = null;
  let books = 0;
  for (let more = true; more;) {
    const { ms, result } = await timed(async () => {
      const answer: Response = await fetch(`${base}/v1/library/sync`, {
        headers: token ? { 'x-kobo-synctoken': token } : {},
      });
      return { answer, items: (await answer.json()) as unknown[] };
    });
    pages.push(ms);
    books += result.items.length;
    token = result.answer.headers.get('x-kobo-synctoken');
    more = result.answer.headers.get('x-kobo-sync') === 'continue';
  }
  return { pages, books, token: token! };
}

async function repeated(url: string, headers: Record<string, string> = {}): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < REPEATS; i++) times.push((await timed(async () => (await fetch(url, { headers })).text())).ms);
  return median(times);
}

let filled = 0;
for (const size of SIZES) {
  await fill(pool, filled + 1, size);
  filled = size;
  await pool.query('analyze');
  const paired = await timed(pair);
  const first = await timed(() => firstSync(paired.result));
  const { pages, books, token } = first.result;
  const sorted = [...pages].sort((a, b) => a - b);
  const nothing = await repeated(`${paired.result}/v1/library/sync`, { 'x-kobo-synctoken': token });
  const floor = await repeated(`${paired.result}/v1/user/loyalty/benefits`);
  line(`${size} books: pairing a device`, milliseconds(paired.ms));
  line(`${size} books: first sync`, `${milliseconds(first.ms)}, ${books} books in ${pages.length} pages`);
  line(
    `${size} books: a page of 100, median and 99 %`,
    `${milliseconds(median(pages))}, ${milliseconds(sorted[Math.floor(sorted.length * 0.99)] ?? 0)}`,
  );
  line(
    `${size} books: nothing new, median`,
    `${milliseconds(nothing)} (a route that does nothing: ${milliseconds(floor)}, ratio ${(nothing / floor).toFixed(1)})`,
  );
}
line('peak memory of this process', `${peakMemory()} MB`);
await gateway.stop();
await pool.end();
await house.close();
process.exit(0);
