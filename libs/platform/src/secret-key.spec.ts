import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { readConfig } from './config.js';
import { KeyFile, newKey } from './key-file.js';
import { SecretBox } from './secret-box.js';
import { keyFileOf, openSecretBox } from './secret-key.js';

describe('the key of a house', () => {
  let folder: string;
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'octavo-key-'))));
  afterEach(() => rm(folder, { recursive: true }));

  const config = (settings: Record<string, string> = {}) => readConfig({ DATA_DIR: join(folder, 'data'), ...settings });
  const keyFile = () => keyFileOf(config())!;
  const keyOf = async () => (await keyFile().keys())[0]!;
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

  it('is waited for while another process writes it, and a damaged one is never replaced', async () => {
    const key = await keyOf();
    await writeFile(file(), '');
    setTimeout(() => void writeFile(file(), key), 150);
    expect(await keyOf()).toBe(key);
    for (const damaged of ['damaged', `${key}\ndamaged\n`]) {
      await writeFile(file(), damaged);
      const refusal = await openSecretBox(config()).catch((error: Error) => error.message);
      expect(refusal).toMatch(/holds no key, or a line that is none/);
      expect(refusal).not.toContain(key);
      expect(await readFile(file(), 'utf8')).toBe(damaged);
    }
  });

  it('may have others below it, that only decrypt', async () => {
    const [first, older] = [newKey(), newKey()];
    await mkdir(join(folder, 'data'));
    await writeFile(file(), `${first}\r\n\n ${older} \n`);
    const box = await openSecretBox(config());
    expect(box.open(new SecretBox(older).seal('x', 'y'), 'y')).toBe('x');
    expect(new SecretBox(first).open(box.seal('x', 'y'), 'y')).toBe('x');
  });

  it('is changed in one step for its owner only, and whoever runs notices', async () => {
    const first = await keyOf();
    const running = await openSecretBox(config());
    const next = newKey();
    await keyFile().replace([first], [next, first]);
    expect((await stat(file())).mode & 0o777).toBe(0o600);
    expect(await readdir(join(folder, 'data'))).toEqual(['secret.key']);
    expect(running.open(new SecretBox(next).seal('x', 'y'), 'y')).toBe('x');
    expect(new SecretBox(next).open(running.seal('x', 'y'), 'y')).toBe('x');
  });

  it('is not changed by one who does not know what it is by now', async () => {
    const [first, next] = [await keyOf(), newKey()];
    await writeFile(`${file()}.new`, 'of one who was killed');
    await expect(keyFile().replace([newKey()], [next])).rejects.toThrow(/somebody else/);
    expect(await keyFile().keys()).toEqual([first]);
    expect(await readdir(join(folder, 'data'))).toEqual(['secret.key']);
  });
});

describe('a key that is a setting', () => {
  const KEY = Buffer.alloc(32, 0xfb);
  const OLD = [newKey(), newKey()];
  let folder: string;
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'octavo-key-'))));
  afterEach(() => rm(folder, { recursive: true }));

  it.each([KEY.toString('base64'), KEY.toString('base64url')])('needs no file: %s', async (SECRET_KEY) => {
    const settings = { DATA_DIR: join(folder, 'data'), SECRET_KEY, OLD_SECRET_KEYS: OLD.join(',') };
    const box = await openSecretBox(readConfig(settings));
    expect(new SecretBox(SECRET_KEY).open(box.seal('x', 'y'), 'y')).toBe('x');
    for (const old of OLD) expect(box.open(new SecretBox(old).seal('x', 'y'), 'y')).toBe('x');
    expect(await readdir(folder)).toEqual([]);
  });

  it('may have older ones in a file, one a line, and these beside the file of a house too', async () => {
    await writeFile(join(folder, 'old'), `${OLD.join('\n')}\n`);
    const box = await openSecretBox(
      readConfig({ DATA_DIR: join(folder, 'data'), OLD_SECRET_KEYS_FILE: join(folder, 'old') }),
    );
    const [first] = await new KeyFile(join(folder, 'data', 'secret.key')).keys();
    expect(box.ageOf(new SecretBox(first!).seal('x', 'y'))).toBe('current');
    for (const old of OLD) expect(box.ageOf(new SecretBox(old).seal('x', 'y'))).toBe('older');
  });

  const WRONG: [string, string][] = [
    ['of 31 bytes', Buffer.alloc(31, 0x9d).toString('base64')],
    ['of 33 bytes', Buffer.alloc(33, 0x9d).toString('base64')],
    ['that is no base64', 'no!base64!of!thirty!two!bytes!at!all!!!!!!!='],
    ['that is too short', 'short-k3y'],
  ];
  it.each(WRONG)('is refused without being shown: one %s', (_what, wrong) => {
    for (const [name, value] of [
      ['SECRET_KEY', wrong],
      ['OLD_SECRET_KEYS', `${OLD[0]},${wrong}`],
    ] as const) {
      const refusal = (() => {
        try {
          readConfig({ [name]: value });
        } catch (error) {
          return inspect(error, { depth: 9, showHidden: true });
        }
        return 'taken';
      })();
      expect(refusal).toContain(`${name}: 32 bytes in base64`);
      for (const secret of [wrong, OLD[0]!]) expect(refusal).not.toContain(secret);
    }
  });
});
