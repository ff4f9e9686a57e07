import { line, median, milliseconds, perSecond } from '../numbers.js';
import { apacheOf, CREDENTIALS } from './apache.js';
import { type Costs, floorOf, listing } from './floor.js';
import { measuredBy } from './measured-process.js';
import { bigTree } from './tree.js';

const ROUNDS = 5;
const MOST_RATIO = 2;

type Walked = Costs & { kind: string; entries: number; requests: number };

/** How long only walking a tree takes, against its requests by themselves, in turn; the first round of each is not counted. */
export async function walkTree({ files }: { files: number }): Promise<void> {
  const tree = await bigTree(files);
  const apache = await apacheOf(tree.path);
  const path = new URL(apache.url).pathname;
  const questions = tree.folders.map((folder) => listing(`${path}${folder}`));
  const [floors, walks]: [Costs[], Costs[]] = [[], []];
  for (let round = 0; round <= ROUNDS; round++) {
    const floor = await floorOf(apache.origin, questions);
    const walked = await measuredBy<Walked>('walk.mjs', { url: apache.url, credentials: CREDENTIALS });
    assertWhole(walked, tree);
    if (round === 0) line(`${files} files in ${tree.folders.length} folders`, `${megabytes(floor.bytes)} of XML`);
    else [floors, walks].forEach((some, at) => some.push([floor, walked][at]!));
  }
  const [floor, walk] = [middleOf(floors), middleOf(walks)];
  line('  baseline: the same requests, answers unread', told(floor));
  line('  walked, entries only counted', `${told(walk)}; ${perSecond(files, walk.ms)}`);
  line(`  ratio against the baseline (at most ${MOST_RATIO})`, (walk.ms / floor.ms).toFixed(2));
  await apache.close();
  await tree.remove();
}

function assertWhole({ kind, entries, requests }: Walked, { files, folders }: { files: number; folders: string[] }) {
  const isWhole = kind === 'complete' && entries === files + folders.length - 1 && requests === folders.length;
  if (!isWhole) throw new Error(`The walk was ${kind}: ${entries} entries with ${requests} requests`);
}

/** The median of each cost; of memory the most. */
function middleOf(some: readonly Costs[]): Costs {
  const peakMb = Math.max(...some.map((one) => one.peakMb));
  return { ms: median(some.map(({ ms }) => ms)), cpuMs: median(some.map(({ cpuMs }) => cpuMs)), peakMb };
}

export const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`;

/** Costs in words. */
export const told = ({ ms, cpuMs, peakMb }: Costs) =>
  `${milliseconds(ms)}, CPU ${milliseconds(cpuMs)}, ${peakMb} MB at most`;
