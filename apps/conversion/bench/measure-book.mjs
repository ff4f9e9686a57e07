// Converts one book several times in a warm thread of the built product, as the worker does, and tells how long that took
// and how much memory the process had at most; then, for comparison, how long the converter takes by itself. A process of
// its own, so that nothing else is measured with it. Where a kepubify is given, its whole process takes turns with ours:
// a machine that is slow for a while is slow for both.
// node measure-book.mjs <book> <format> <times> <folder for the results> [kepubify]
import { spawnSync } from 'node:child_process';
import { open, rm, stat } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { ConversionRoom, converterFor } from '../../../dist/libs/converters/src/index.js';

const [book, from, times, folder, kepubify] = process.argv.slice(2);
const target = join(folder, 'result.kepub.epub');

const handle = await open(book, 'r');
const { size } = await handle.stat();
const source = {
  size,
  near: true,
  read: async (offset, length) => {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(length), 0, length, offset);
    return buffer.subarray(0, bytesRead);
  },
};
const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() });

const room = new ConversionRoom({ seats: 1 });
const report = { ms: [], aloneMs: [], kepubifyMs: [] };

async function timed(into, work) {
  const started = performance.now();
  await work();
  into.push(performance.now() - started);
}

async function inThread() {
  const { pages, spans } = await room.convert(source, { from, target, options: {} });
  Object.assign(report, { pages, spans });
}

try {
  for (let n = 0; n < Number(times); n += 1) {
    await timed(report.ms, inThread);
    if (kepubify) {
      const theirs = join(folder, 'theirs.kepub.epub');
      await timed(report.kepubifyMs, () => spawnSync(kepubify, ['-o', theirs, book], { stdio: 'ignore' }));
    }
  }
  report.bytes = (await stat(target)).size;
} catch (error) {
  report.error = `${error.code ?? error.name}: ${error.message}`;
}
await room.close();
await rm(target, { force: true });
const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
report.peakMb = Math.round(Number(kilobytes) / 1024);
if (!report.error && from === 'epub') {
  for (let n = 0; n < Number(times); n += 1) {
    await timed(report.aloneMs, () => converterFor(from, 'kepub').convert(source, nowhere()));
  }
}
process.stdout.write(JSON.stringify(report));
