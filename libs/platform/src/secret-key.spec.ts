import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from './config.js';
import { secretKey } from './secret-key.js';

describe('the key of a house', () => {
  let folder: string;
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'octavo-key-'))));
  afterEach(() => rm(folder, { recursive: true }));

  const keyOf = (settings: Record<string, string> = {}) =>
    secretKey(readConfig({ DATA_DIR: join(folder, 'data'), ...settings }));
  const file = () => join(folder, 'data', 'secret.key');

  it('is made once, for its owner only, and stays', async () => {
    const key = await keyOf();
    expect(Buffer.from(key, 'base64')).toHaveLength(32);
    expect(await keyOf()).toBe(key);
    expect((await stat(file())).mode & 0o777).toBe(0o600);
    expect(await readdir(join(folder, 'data'))).toEqual(['secret.key']);
  });

  it('is the same for all that start at once', async () => {
    const keys = await Promise.all(Array.from({ length: 20 }, () => keyOf()));
    expect(new Set(keys).size).toBe(1);
    expect((await readFile(file(), 'utf8')).trim()).toBe(keys[0]);
  });

  it.each([Buffer.alloc(32, 0xfb).toString('base64'), Buffer.alloc(32, 0xfb).toString('base64url')])(
    'may be given as a setting, and then no file is made: %s',
    async (key) => {
      expect(await keyOf({ SECRET_KEY: key })).toBe(key);
      expect(await readdir(folder)).toEqual([]);
    },
  );

  it.each(['short', Buffer.alloc(31).toString('base64'), Buffer.alloc(33).toString('base64')])(
    'is refused as a setting when it is not of 32 bytes: %s',
    (key) => expect(() => keyOf({ SECRET_KEY: key })).toThrow(/SECRET_KEY: 32 bytes in base64/),
  );

  it('is waited for while another process writes it, and a damaged one is never replaced', async () => {
    const key = await keyOf();
    await writeFile(file(), '');
    setTimeout(() => void writeFile(file(), key), 150);
    expect(await keyOf()).toBe(key);
    await writeFile(file(), 'damaged');
    await expect(keyOf()).rejects.toThrow(/holds no key/);
    expect(await readFile(file(), 'utf8')).toBe('damaged');
  });
});
