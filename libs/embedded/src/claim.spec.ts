import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { claim, release } from './claim.js';
import { commandLine } from './process-table.js';
import { temporaryFolder } from './testing/temporary-folder.js';

let path: string;
let remove: () => Promise<void>;
beforeEach(async () => ({ path, remove } = await temporaryFolder()));
afterEach(() => remove());

const note = (text: string) => writeFile(join(path, 'owner'), text);
const LIVING = process.ppid;

it('is given to one of many that ask at once', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => claim(path)));
  expect(answers.filter(Boolean)).toHaveLength(1);
});

it('is refused while a living process holds it, and given once that has released it', async () => {
  await note(`${LIVING} ${commandLine(LIVING)}`);
  expect(await claim(path)).toBe(false);
  await release(path);
  expect(await claim(path)).toBe(true);
  expect(await readdir(path)).toEqual(['owner']);
});

it.each([
  ['a dead process', '999999999 node main.js'],
  ['a process whose pid another program has by now', `${LIVING} some-other-program`],
  ['nobody', ''],
  ['no pid at all', 'x'],
])('of %s is worth nothing', async (_owner, text) => {
  await note(text);
  expect(await claim(path)).toBe(true);
});
