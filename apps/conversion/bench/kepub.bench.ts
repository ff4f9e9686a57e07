// npm run bench -- kepub [--books <folder>] [--like <folder>] [--kepubify <program>]: how long our converter takes in a
// warm thread of the built product, verification included, and how much memory its process has at most; on books made for
// it, or on those of a folder. Beside it, in the same run: unpacking and packing every page, which no converter can do
// without; and kepubify's whole process for the same book where one is given. --like names a folder with what kepubify
// made of the same books (<name>.kepub.epub) and compares spans and texts page by page.
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { type BenchBook, BOOKS, HOSTILE } from './books.js';
import { compareKepubs } from './compare-kepubs.js';
import { plainPass } from './plain-pass.js';

/** V8 has compiled what there is to compile after some ten conversions; only the second half counts. */
const TIMES = 24;
/** As the product is started. */
const FLAGS = ['--min-semi-space-size=4', '--max-semi-space-size=4', '--heap-growing-percent=20'];
const MEMORY = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '65536', MALLOC_TRIM_THRESHOLD_: '1000000' };
const { values } = parseArgs({
  options: { books: { type: 'string' }, like: { type: 'string' }, kepubify: { type: 'string' } },
});
const folder = mkdtempSync(join(tmpdir(), 'octavo-kepub-bench-'));
const run = promisify(execFile);

interface Measured {
  /** In the worker's thread, verified and on disk. */
  ms: number[];
  /** The converter by itself. */
  aloneMs: number[];
  /** kepubify's whole process, in turn with ours. */
  kepubifyMs: number[];
  pages?: number;
  spans?: number;
  peakMb: number;
  error?: string;
}

const median = (all: number[]) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? NaN;
const ms = (value: number) => `${value.toFixed(0)} ms`;

async function measure(path: string, format: string, times: number): Promise<Measured> {
  const beside = values.kepubify && format === 'epub' ? [values.kepubify] : [];
  const script = join(import.meta.dirname, 'measure-book.mjs');
  const args = [...FLAGS, script, path, format, String(times), folder, ...beside];
  const { stdout } = await run(process.execPath, args, { env: { ...process.env, ...MEMORY } });
  return JSON.parse(stdout) as Measured;
}

/** Of the warm half. */
const warm = (all: number[]) => median(all.slice(all.length >> 1));

async function report(name: string, path: string, format: string): Promise<void> {
  const measured = await measure(path, format, TIMES);
  process.stdout.write(`\n${name}\n`);
  if (measured.error) return void process.stdout.write(`  refused: ${measured.error}\n`);
  const [first = NaN] = measured.ms;
  const plain = format === 'epub' ? await plainPass(readFileSync(path)) : undefined;
  const alone = warm(measured.aloneMs);
  const rate = plain ? `, ${(plain.bytes / 1_000 / alone).toFixed(0)} MB of XHTML a second` : '';
  process.stdout.write(`  in a thread, verified, on disk: first ${ms(first)}, warm ${ms(warm(measured.ms))}\n`);
  if (format === 'epub') process.stdout.write(`  the converter alone: warm ${ms(alone)}${rate}\n`);
  process.stdout.write(`  ${measured.pages} pages, ${measured.spans} spans, peak memory ${measured.peakMb} MB\n`);
  if (plain)
    process.stdout.write(`  unpacking and packing only: ${ms(plain.ms)}, ratio ${(alone / plain.ms).toFixed(2)}\n`);
  const theirs = warm(measured.kepubifyMs);
  if (theirs)
    process.stdout.write(`  kepubify’s process: ${ms(theirs)}, ratio ${(warm(measured.ms) / theirs).toFixed(2)}\n`);
}

async function reportMade(book: BenchBook): Promise<void> {
  const path = join(folder, `book.${book.format}`);
  writeFileSync(path, await book.make());
  if (!book.hostile) return report(book.name, path, book.format);
  const started = performance.now();
  const { error, peakMb } = await measure(path, book.format, 1);
  process.stdout.write(`\n${book.name}\n  ${error ?? 'converted'}\n`);
  process.stdout.write(`  ${ms(performance.now() - started)} with the start of the process, ${peakMb} MB\n`);
}

async function reportFolder(books: string): Promise<void> {
  for (const name of readdirSync(books).filter((file) => file.endsWith('.epub'))) {
    await report(name, join(books, name), 'epub');
    if (!values.like) continue;
    const theirs = join(values.like, `${basename(name, '.epub')}.kepub.epub`);
    const { pages, same, spans, samespans, different } = await compareKepubs(join(books, name), theirs);
    process.stdout.write(`  like kepubify’s: ${samespans} of ${spans} spans, ${same} of ${pages} pages wholly\n`);
    for (const page of different) process.stdout.write(`    differs: ${page}\n`);
  }
}

try {
  if (values.books) await reportFolder(values.books);
  else for (const book of [...BOOKS, ...HOSTILE]) await reportMade(book);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
