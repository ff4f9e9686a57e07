// npm run bench -- ingest [books]: from files in a folder to books that are visible with metadata and cover, on the
// embedded default; beside it, in the same run, a plain loop that only reads and fingerprints the same files.
import 'reflect-metadata';
import { startWorkers } from '@octavo/platform';
import { fingerprintOf, LibraryFiles } from '@octavo/storage';
import { anEpub, pngCover } from '@octavo/testing';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { IngestModule } from '../../ingest/src/ingest.module.js';
import { openBenchHouse } from './bench-house.js';
import { line, milliseconds, peakMemory, perSecond, timed } from './numbers.js';

const COUNT = Number(process.argv[2] ?? 10_000);
const STEP = Math.max(1, Math.round(COUNT / 10));

async function fill(books: string): Promise<void> {
  for (let n = 0; n < COUNT; n++) {
    const folder = join(books, `author ${n % 200}`);
    if (n < 200) await mkdir(folder);
    const epub = anEpub()
      .titled(`Book ${n}`)
      .by(`Author ${n % 200}`)
      .withCover(pngCover({ seed: n }))
      .withChapters(3, 20);
    await writeFile(join(folder, `book ${n}.epub`), epub.build());
  }
}

async function baseline(books: string): Promise<void> {
  const files = new LibraryFiles();
  for (const folder of await readdir(books)) {
    for (const name of await readdir(join(books, folder))) {
      const file = await files.open(books, `${folder}/${name}`);
      await fingerprintOf(file);
      await file.close();
    }
  }
}

const house = await openBenchHouse();
const made = await timed(() => fill(house.books));
line(`${COUNT} EPUBs written`, milliseconds(made.ms));
const plain = await timed(() => baseline(house.books));
line('baseline: read and fingerprint only', perSecond(COUNT, plain.ms));

const pool = new pg.Pool({ connectionString: house.config.DATABASE_URL, max: 1 });
const visible = async () => {
  const { rows } = await pool.query<{ n: number }>(
    "select count(*)::int n from book where status = 'READY' and cover_id is not null",
  );
  return rows[0]!.n;
};
const started = performance.now();
const workers = await startWorkers([IngestModule], house.config);
const marks: { count: number; ms: number }[] = [{ count: 0, ms: 0 }];
for (let count = 0; count < COUNT;) {
  await new Promise((resolve) => setTimeout(resolve, 100));
  count = await visible();
  if (count - marks.at(-1)!.count >= STEP || count === COUNT) marks.push({ count, ms: performance.now() - started });
}
const total = marks.at(-1)!.ms;
const speeds = marks.slice(1).map(({ count, ms }, i) => ((count - marks[i]!.count) / (ms - marks[i]!.ms)) * 1_000);
line('visible with metadata and cover', `${perSecond(COUNT, total)} (${milliseconds(total)} in all)`);
line('first and last tenth', `${speeds[0]!.toFixed(0)}/s and ${speeds.at(-1)!.toFixed(0)}/s`);
line('all tenths', speeds.map((speed) => speed.toFixed(0)).join(' '));
line('ratio against the baseline', (total / plain.ms).toFixed(1));
line('peak memory of this process', `${peakMemory()} MB`);
await workers.stop();
await pool.end();
await house.close();
process.exit(0);
