import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { secretIn } from './secret-file.js';
import { temporaryFolder } from './testing/temporary-folder.js';

let path: string;
let remove: () => Promise<void>;
beforeEach(async () => ({ path, remove } = await temporaryFolder()));
afterEach(() => remove());

it('makes a secret once, for its owner only, and leaves no draft', async () => {
  const file = join(path, 'password');
  const secret = await secretIn(file);
  expect(secret).toMatch(/^[\w-]{32}$/);
  expect(await secretIn(file)).toBe(secret);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readdir(path)).toEqual(['password']);
});

it('makes different secrets for different files', async () => {
  expect(await secretIn(join(path, 'a'))).not.toBe(await secretIn(join(path, 'b')));
});

it('takes a secret that somebody wrote there by hand', async () => {
  await writeFile(join(path, 'password'), 'chosen\n');
  expect(await secretIn(join(path, 'password'))).toBe('chosen');
});
