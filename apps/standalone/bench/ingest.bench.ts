// npm run bench -- ingest [books] [settings...]: from files in a folder to books that are visible with metadata and cover,
// on the embedded default, with the gateway and all workers as the built product runs them; beside it, in the same run, a
// plain loop that only reads and fingerprints the same files.
import 'reflect-metadata';
import { fingerprintOf, LibraryFiles } from '@octavo/storage';
import { readdir } from 'node:fs/promises';
import pg from 'pg';
import { openBenchHouse, startOctavo } from './bench-house.js';
import { writeManyEpubs } from './many-epubs.js';
import { MemoryMeter } from './memory.js';
import { line, milliseconds, perSecond, timed } from './numbers.js';

const COUNT = Number(process.argv[2] ?? 10_000);
const STEP = Math.min(1_000, Math.max(1, Math.round(COUNT / 10)));

async function baseline(books: string): Promise<void> {
  const files = new LibraryFiles();
  for (const folder of await readdir(books)) {
    for (const name of await readdir(`${books}/${folder}`)) {
      const file = await files.open(books, `${folder}/${name}`);
      await fingerprintOf(file);
      await file.close();
    }
  }
}

const house = await openBenchHouse();
const made = await timed(() => writeManyEpubs(house.books, COUNT));
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
const octavo = await startOctavo(house);
const memory = new MemoryMeter(octavo.pid);
const marks: { count: number; ms: number }[] = [];
for (let count = 0; count < COUNT;) {
  await new Promise((resolve) => setTimeout(resolve, 100));
  count = await visible();
  const since = marks.at(-1)?.count;
  if (count > 0 && (since === undefined || count - since >= STEP || count === COUNT))
    marks.push({ count, ms: performance.now() - started });
}
const total = performance.now() - started;
const speeds = marks.slice(1).map(({ count, ms }, i) => ((count - marks[i]!.count) / (ms - marks[i]!.ms)) * 1_000);
const mean = (some: number[]) => some.reduce((sum, one) => sum + one, 0) / some.length;
line('visible with metadata and cover', `${perSecond(COUNT, total)} (${milliseconds(total)} in all)`);
line('first book visible after', milliseconds(marks[0]!.ms));
line(`first and last ${STEP}`, `${speeds[0]!.toFixed(0)}/s and ${speeds.at(-1)!.toFixed(0)}/s`);
const tenth = Math.max(1, Math.round(speeds.length / 10));
const tenths = Array.from({ length: Math.ceil(speeds.length / tenth) }, (_, n) =>
  mean(speeds.slice(n * tenth, (n + 1) * tenth)).toFixed(0),
);
line('by tenths', tenths.join(' '));
line('ratio against the baseline', (total / plain.ms).toFixed(1));
memory.stop();
line('most memory: Node without the watcher, the watcher', `${memory.node} MB, ${memory.watcher} MB`);
await octavo.stop();
await pool.end();
await house.close();
process.exit(0);
