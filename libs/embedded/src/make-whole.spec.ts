import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeWhole } from './make-whole.js';
import { temporaryFolder } from './testing/temporary-folder.js';

let path: string;
let remove: () => Promise<void>;
beforeEach(async () => ({ path, remove } = await temporaryFolder()));
afterEach(() => remove());

const place = () => join(path, 'cluster');
const write = (text: string) => (draft: string) => writeFile(join(draft, text), text);

it('puts the finished folder in its place', async () => {
  await makeWhole(place(), write('whole'));
  expect(await readdir(path)).toEqual(['cluster']);
  expect(await readdir(place())).toEqual(['whole']);
});

it('leaves nothing behind when the work fails', async () => {
  const fail = async (draft: string) => {
    await write('half')(draft);
    throw new Error('disk full');
  };
  await expect(makeWhole(place(), fail)).rejects.toThrow('disk full');
  expect(await readdir(path)).toEqual([]);
});

it('begins anew where an interrupted run has left half of it', async () => {
  await mkdir(join(path, 'cluster.draft'));
  await write('half')(join(path, 'cluster.draft'));
  await makeWhole(place(), write('whole'));
  expect(await readdir(path)).toEqual(['cluster']);
  expect(await readdir(place())).toEqual(['whole']);
});
