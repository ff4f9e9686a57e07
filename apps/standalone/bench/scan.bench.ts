// npm run bench -- scan [files] [folders]: how long the built product takes to find that nothing has changed in a folder it
// knows, and until its watcher tells of events; beside it, in the same run, a plain walk that only lists the same files.
import { Database, newId } from '@octavo/database';
import { formatOfName } from '@octavo/domain';
import { type FolderEntry, LibraryFiles, walkFolder } from '@octavo/storage';
import { mkdir, writeFile } from 'node:fs/promises';
import pg from 'pg';
import { openBenchHouse, startOctavo } from './bench-house.js';
import { MemoryMeter } from './memory.js';
import { line, median, milliseconds, timed } from './numbers.js';

const FILES = Number(process.argv[2] ?? 100_000);
const FOLDERS = Number(process.argv[3] ?? 1_000);
const RESCANS = 5;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function writeFiles(books: string): Promise<void> {
  for (let n = 0; n < FILES; n++) {
    const folder = `${books}/${n % FOLDERS}`;
    if (n < FOLDERS) await mkdir(folder);
    await writeFile(`${folder}/book ${n}.epub`, `book ${n}`);
  }
}

/** Lists all files; what a scan cannot do without. */
async function plainWalk(books: string): Promise<FolderEntry[]> {
  const all: FolderEntry[] = [];
  await walkFolder(books, {
    wanted: (name) => formatOfName(name) !== undefined,
    found: (files) => void all.push(...files),
    signal: new AbortController().signal,
  });
  return all;
}

/** What is on disk is known, as though all of it had been imported. */
async function know(files: FolderEntry[]): Promise<void> {
  const { id } = await database.libraries.ensure(house.books, 'books');
  await database.libraries.scanned(id, await new LibraryFiles().rootOf(house.books));
  const scan = await database.scans.begin(id, newId());
  for (let from = 0; from < files.length; from += 5_000) {
    const some = files.slice(from, from + 5_000).map((file) => ({ ...file, sidecar: false }));
    await database.listings.stage(scan.id, some);
  }
  await pool.query(`with books as (
      insert into work (id) select gen_random_uuid() from listed_file returning id
    ), numbered as (
      select id, row_number() over () as n from books
    ), listed as (
      select *, row_number() over () as n, gen_random_uuid() as book, gen_random_uuid() as file from listed_file
    ), made as (
      insert into book (id, work_id, title, sort_title, author_sort, search_text, status, delivery_form, subjects)
      select book, numbered.id, path, path, '', path, 'READY', 'none', '{}' from listed join numbered using (n)
    ), files as (
      insert into file (id, book_id, fingerprint, size, format, warnings)
      select file, book, md5(path), size, 'epub', '{}' from listed
    )
    insert into place (id, library_id, path, folder, group_key, file_id, size, mtime_ns, inode)
    select gen_random_uuid(), '${id}', path, folder, 'ebook:' || path, file, size, mtime_ns, inode from listed`);
  await database.listings.clear(scan.id);
  await database.scans.end(scan.id, 'COMPLETED');
  await pool.query('analyze');
}

interface Ended {
  id: string;
  ms: number;
  found: number;
  unchanged: number;
}

async function scanAfter(id: string | undefined): Promise<Ended> {
  for (;;) {
    const { rows } = await pool.query<Ended>(`select id, found, unchanged, state,
      extract(epoch from finished_at - started_at)::float8 * 1000 as ms
      from scan where finished_at is not null and state <> 'CANCELLED' order by started_at desc limit 1`);
    if (rows[0] && rows[0].id !== id) return rows[0];
    await pause(20);
  }
}

const house = await openBenchHouse();
const database = await Database.open(house.config.DATABASE_URL!, 4);
const pool = new pg.Pool({ connectionString: house.config.DATABASE_URL, max: 2 });
line(`${FILES} files in ${FOLDERS} folders written`, milliseconds((await timed(() => writeFiles(house.books))).ms));
const files = (await timed(() => plainWalk(house.books))).result;
await know(files);
const walks: number[] = [];
for (let n = 0; n < RESCANS; n++) walks.push((await timed(() => plainWalk(house.books))).ms);
line('baseline: a plain walk of them, median', milliseconds(median(walks)));

const first = await scanAfter(undefined);
const started = performance.now();
const octavo = await startOctavo(house);
const memory = new MemoryMeter(octavo.pid);
const watched = async () => {
  const { rows } = await pool.query<{ mode: string }>('select watch_mode as mode from library');
  return rows[0]!.mode === 'EVENTS';
};
while (!(await watched())) await pause(50);
line('watcher ready after the start of everything', milliseconds(performance.now() - started));
line('the scan at the start, beside the watcher', milliseconds((await scanAfter(first.id)).ms));
await pause(5_000); // the watcher's first word has one more scan made

const answer = await fetch(`${octavo.url}/api/session`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ email: house.config.ADMIN_EMAIL, password: house.config.ADMIN_PASSWORD }),
});
const headers = { cookie: answer.headers.getSetCookie()[0]!.split(';')[0]! };
const { rows } = await pool.query<{ id: string }>('select id from library');
const rescans: number[] = [];
for (let n = 0; n < RESCANS; n++) {
  const before = (await scanAfter(undefined)).id;
  await fetch(`${octavo.url}/api/libraries/${rows[0]!.id}/scan`, { method: 'POST', headers });
  const { ms, found, unchanged } = await scanAfter(before);
  if (found !== FILES || unchanged !== FILES) throw new Error(`found ${found}, unchanged ${unchanged}`);
  rescans.push(ms);
}
line(
  'a scan of them, all unchanged, median',
  `${milliseconds(median(rescans))} (${rescans.map(milliseconds).join(', ')})`,
);
line('ratio against the baseline', (median(rescans) / median(walks)).toFixed(1));
memory.stop();
line('most memory: Node without the watcher, the watcher', `${memory.node} MB, ${memory.watcher} MB`);
await octavo.stop();
await pool.end();
await database.close();
await house.close();
process.exit(0);
