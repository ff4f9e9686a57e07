import { line, milliseconds, perSecond } from '../numbers.js';
import { apacheOf } from './apache.js';
import { type Compared, ConnectedHouse } from './connected.js';
import { floorOf, listing } from './floor.js';
import { stageTree } from './stage-tree.js';
import { bigTree } from './tree.js';
import { told } from './walk-tree.js';
import { MeasuredWorker, type Part, type Parts } from './worker.js';

/** Steps of taking over that take less than this are not worth a line. */
const LEAST_MS = 50;
const MOST_APPLYING_MS = 2_000;
const MOST_MB = 300;

/** Compares a library with a big tree on a server: for the first time, and when nothing has changed. */
export async function syncTree({ files }: { files: number }): Promise<void> {
  const tree = await bigTree(files);
  const apache = await apacheOf(tree.path);
  const path = new URL(apache.url).pathname;
  const questions = tree.folders.map((folder) => listing(`${path}${folder}`));
  await floorOf(apache.origin, questions);
  line('baseline: the same requests, answers unread', told(await floorOf(apache.origin, questions)));
  const house = await ConnectedHouse.at(apache.url);
  const comparing = await Comparing.start(house, await stageTree(house, tree));
  const first = await comparing.once(`first comparison of ${files} files`);
  await comparing.once('again, nothing has changed, none looked into yet', first);
  await house.takeAllForRead();
  await comparing.once('again, nothing has changed, all looked into', first);
  await house.takeTagsForProven();
  await comparing.once('again, folders with the tags they had left out (at most 0.05)', first);
  await comparing.stop();
  await house.close();
  await apache.close();
  await tree.remove();
}

/** Lets a worker compare a house's library with its server, and tells what it took. */
class Comparing {
  private last: Compared | undefined;

  private constructor(
    private readonly house: ConnectedHouse,
    private readonly worker: MeasuredWorker,
    private readonly stagingMs: number,
  ) {}

  /** `stagingMs`: what writing the whole listing down takes by itself. */
  static async start(house: ConnectedHouse, stagingMs: number): Promise<Comparing> {
    return new Comparing(house, await MeasuredWorker.start(house.house.config, false), stagingMs);
  }

  /** One comparison under a name, beside an earlier one where there is any. Gives how long it took, in milliseconds. */
  async once(name: string, before?: number): Promise<number> {
    if (this.last) await this.house.wantComparison();
    this.last = await this.house.compared(this.last);
    const parts = await this.worker.parts();
    const { state, found, added, changed, unchanged } = this.last;
    if (state !== 'COMPLETED' || added + unchanged !== found) throw new Error(JSON.stringify(this.last));
    const whole = parts['sync']!;
    line(name, `${told(whole)} (at most ${MOST_MB} MB)`);
    line('  found, new, changed, unchanged', [found, added, changed, unchanged].join(', '));
    if (before !== undefined) line('  ratio against the first', (whole.ms / before).toFixed(2));
    tellSteps(parts, added, this.stagingMs);
    return whole.ms;
  }

  stop(): Promise<void> {
    return this.worker.stop();
  }
}

function tellSteps(parts: Parts, added: number, stagingMs: number): void {
  const [listing, takeOver, naming] = [parts['listing']!, parts['takeOver']!, parts['naming']!];
  line('  listed, with what was written down meanwhile', told(listing));
  const waited = parts['staging']?.ms ?? 0;
  line('  written down while listing, and taken over', `${sum(waited, takeOver.ms)} (at most ${MOST_APPLYING_MS} ms)`);
  line('  the same, written down by itself (see above)', sum(stagingMs, takeOver.ms));
  for (const [step, { ms, calls }] of slowest(parts)) line(`    ${step}`, `${milliseconds(ms)} in ${calls}`);
  line('  memory while taking over', `${takeOver.peakMb} MB`);
  if (added === 0) return;
  line('  taken in by their names', `${told(naming)}; ${perSecond(added, naming.ms)}`);
  line('    statements for the database, for a book', (naming.statements / added).toFixed(2));
}

const sum = (staging: number, taking: number) =>
  `${milliseconds(staging)} + ${milliseconds(taking)} = ${milliseconds(staging + taking)}`;

function slowest(parts: Parts): [string, Part][] {
  const steps = Object.entries(parts).filter(([name, { ms }]) => name.startsWith('Source') && ms >= LEAST_MS);
  return steps.sort(([, one], [, other]) => other.ms - one.ms);
}
