import { aboutConnection, aboutStoreToken, Database, newId } from '@octavo/database';
import { type Config, newKey, openSecretBox, readConfig, SecretBox } from '@octavo/platform';
import { testDatabase, type TestDatabase } from '@octavo/testing';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { rotateKeys } from '../src/key-rotation.js';
import { until } from './house.js';

interface Kept {
  id: string;
  about: string;
  sealed: string;
}

/** A house that is not running: its keys, and secrets of both kinds sealed with them. */
class Sealed {
  readonly key = newKey();
  private readonly secrets = new Map<string, string>();

  private constructor(
    readonly test: TestDatabase,
    private readonly folder: string,
  ) {}

  static async of(count: number): Promise<Sealed> {
    const sealed = new Sealed(await testDatabase(), await mkdtemp(join(tmpdir(), 'octavo-rotate-')));
    await mkdir(sealed.dataDir, { recursive: true });
    await writeFile(sealed.file, `${sealed.key}\n`, { mode: 0o600 });
    await sealed.fill(count);
    return sealed;
  }

  get dataDir(): string {
    return join(this.folder, 'data');
  }

  get file(): string {
    return join(this.dataDir, 'secret.key');
  }

  config(settings: Record<string, string> = {}): Config {
    return readConfig({ DATA_DIR: this.dataDir, DATABASE_URL: this.test.url, ...settings });
  }

  async keys(): Promise<string[]> {
    return (await readFile(this.file, 'utf8')).trim().split('\n');
  }

  async sql<Row extends pg.QueryResultRow>(statement: string, values: unknown[] = []): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.test.url });
    await client.connect();
    return (await client.query<Row>(statement, values).finally(() => client.end())).rows;
  }

  /** Half of them connections, half tokens of the store. */
  private async fill(count: number): Promise<void> {
    const database = await Database.open(this.test.url, 2);
    const user = await database.users.create({ email: 'a@example.org', name: '', role: 'reader', passwordHash: '' });
    const device = await database.devices.pair(user.id, 'Kobo', 'token');
    const box = new SecretBox(this.key);
    for (let n = 0; n < count; n += 2) {
      const whose = { libraryId: newId(), userId: user.id };
      await database.connections.add({
        ...{ ...whose, name: `${n}`, baseUrl: `https://${n}.example/`, username: 'ann', scheme: 'basic', facts: {} },
        secret: box.seal(`password ${n}`, aboutConnection(whose)),
      });
      this.secrets.set(whose.libraryId, `password ${n}`);
      const token = box.seal(`token ${n}`, aboutStoreToken(device.id));
      const [row] = await this.sql<{ id: string }>(
        'insert into store_cursor (device_id, token) values ($1, $2) returning id',
        [device.id, token],
      );
      this.secrets.set(row!.id, `token ${n}`);
    }
    await database.close();
  }

  async rows(): Promise<Kept[]> {
    const connections = await this.sql<{ library_id: string; user_id: string; secret: string }>(
      'select library_id, user_id, secret from webdav_connection order by library_id',
    );
    const tokens = await this.sql<{ id: string; device_id: string; token: string }>(
      'select id, device_id, token from store_cursor order by id',
    );
    return [
      ...connections.map(({ library_id: libraryId, user_id: userId, secret }) => ({
        ...{ id: libraryId, about: aboutConnection({ libraryId, userId }), sealed: secret },
      })),
      ...tokens.map(({ id, device_id, token }) => ({ id, about: aboutStoreToken(device_id), sealed: token })),
    ];
  }

  /** What a house started now would read, compared with what was sealed. */
  async expectReadable(settings: Record<string, string> = {}): Promise<void> {
    const box = await openSecretBox(this.config(settings));
    const opened = (await this.rows()).map(({ id, about, sealed }) => [id, box.open(sealed, about)]);
    expect(new Map(opened as [string, string][])).toEqual(this.secrets);
  }

  /** Somebody who has not heard of a new key gives another password. */
  async change({ id, about }: Kept, password: string): Promise<void> {
    const sealed = new SecretBox(this.key).seal(password, about);
    await this.sql('update webdav_connection set secret = $1 where library_id = $2', [sealed, id]);
    this.secrets.set(id, password);
  }

  async agesUnder(key: string): Promise<Set<string>> {
    const box = new SecretBox(key, this.key);
    return new Set((await this.rows()).map(({ sealed }) => box.ageOf(sealed)));
  }

  async close(): Promise<void> {
    await this.test.drop();
    await rm(this.folder, { recursive: true, force: true });
  }
}

const replacing = async () => {
  const database = await Database.open(process.env['TEST_DATABASE_URL']!, 1);
  const proto = Object.getPrototypeOf(database.sealedTexts) as { replace: (...given: unknown[]) => Promise<boolean> };
  await database.close();
  return proto;
};

describe('rotating the keys of a house', () => {
  let at: Sealed;
  beforeEach(async () => (at = await Sealed.of(12)));
  afterEach(() => at?.close());
  const rotate = (settings?: Record<string, string>, writtenWithinMs = 0) =>
    rotateKeys(at.config(settings), at.test.url, { writtenWithinMs });

  it('seals everything anew under a new key and forgets the old one', async () => {
    expect(await rotate()).toMatchObject({ key: 'made', anew: 12, total: 12, isOver: true });
    const [key, ...others] = await at.keys();
    expect([key === at.key, others]).toEqual([false, []]);
    expect(await at.agesUnder(key!)).toEqual(new Set(['current']));
    await at.expectReadable();
    expect(await rotate()).toMatchObject({ key: 'made', anew: 12, isOver: true });
    expect(await at.keys()).not.toContain(key);
    await at.expectReadable();
  });

  it('is gone on with where it was broken off half-way, with everything readable in between', async () => {
    const proto = await replacing();
    const original = proto.replace;
    let calls = 0;
    const killed = jest.spyOn(proto, 'replace').mockImplementation(function (this: unknown, ...given) {
      calls += 1;
      return calls > 7 ? Promise.reject(new Error('killed')) : original.apply(this, given);
    });
    await expect(rotate()).rejects.toThrow('killed');
    killed.mockRestore();
    const [key, ...older] = await at.keys();
    expect(older).toEqual([at.key]);
    expect(await at.agesUnder(key!)).toEqual(new Set(['current', 'older']));
    await at.expectReadable();
    expect(await rotate()).toMatchObject({ key: 'finished', anew: 5, isOver: true });
    expect(await at.keys()).toEqual([key]);
    await at.expectReadable();
  });

  it('is noticed by what runs meanwhile: it reads what was sealed anew, and seals with the new key', async () => {
    const running = await openSecretBox(at.config());
    await rotate();
    expect(new SecretBox((await at.keys())[0]!).open(running.seal('x', 'y'), 'y')).toBe('x');
    const reading = await openSecretBox(at.config());
    await rotate();
    for (const box of [running, reading]) for (const { sealed, about } of await at.rows()) box.open(sealed, about);
  });

  it('waits for what was sealed with the old key a moment before it could be seen to be another', async () => {
    const [late] = await at.rows();
    const proto = await replacing();
    const original = proto.replace;
    let written = 0;
    const slow = jest.spyOn(proto, 'replace').mockImplementation(async function (this: unknown, ...given) {
      const replaced = await original.apply(this, given);
      // once all are sealed anew, somebody's transaction with the old one comes to its end
      if ((written += 1) === 12) await at.change(late!, 'another password');
      return replaced;
    });
    const somebody = await Database.open(at.test.url, 1);
    expect(await rotate({}, 100)).toMatchObject({ anew: 13, isOver: true });
    slow.mockRestore();
    await somebody.close();
    await at.expectReadable();
  });

  it.each(['the house’s', 'the operator’s'])(
    'takes up again what changes while it is at it, and never undoes it: a key of %s',
    async (whose) => {
      const ofOperator = { SECRET_KEY: newKey(), OLD_SECRET_KEYS: at.key };
      const settings: Record<string, string> = whose === 'the house’s' ? {} : ofOperator;
      const [first] = await at.rows();
      const proto = await replacing();
      const original = proto.replace;
      const racing = jest.spyOn(proto, 'replace').mockImplementationOnce(async function (this: unknown, ...given) {
        await at.change(first!, 'another password');
        return original.apply(this, given);
      });
      expect(await rotate(settings)).toMatchObject({ anew: 12, missed: 0, isOver: true });
      racing.mockRestore();
      await at.expectReadable({ ...settings, OLD_SECRET_KEYS: '' });
    },
  );

  it('leaves what no key opens as it is, and keeps keys that something still names', async () => {
    const [damaged, lost] = await at.rows();
    const flipped = damaged!.sealed.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A'));
    const foreign = new SecretBox(newKey()).seal('x', lost!.about);
    for (const [id, secret] of [[damaged!.id, flipped] as const, [lost!.id, foreign] as const])
      await at.sql('update webdav_connection set secret = $1 where library_id = $2', [secret, id]);
    expect(await rotate()).toMatchObject({ anew: 10, damaged: 1, lost: 1, total: 12, isOver: false });
    expect((await at.rows()).slice(0, 2).map(({ sealed }) => sealed)).toEqual([flipped, foreign]);
    expect(await at.keys()).toEqual([expect.any(String), at.key]);
    const [second] = await at.keys();
    await at.sql('delete from webdav_connection where library_id = $1', [damaged!.id]);
    expect(await rotate()).toMatchObject({ key: 'made', anew: 10, damaged: 0, lost: 1, isOver: true });
    expect(await at.keys()).toEqual([expect.not.stringMatching(second!)]);
  });

  it('has connections asked again whose password could not be read for a while', async () => {
    const stale = { SECRET_KEY: newKey(), OLD_SECRET_KEYS: at.key };
    const [one] = await at.rows();
    await at.sql(`update webdav_connection set state = 'UNREADABLE', next_sync_at = now() + interval '1 day'
      where library_id = '${one!.id}'`);
    await rotate(stale);
    expect(
      await at.sql(`select state, next_sync_at <= now() as due from webdav_connection where library_id = '${one!.id}'`),
    ).toEqual([{ state: 'ACTIVE', due: true }]);
  });

  it('to a key of the operator’s own leaves his settings to him, and the file alone', async () => {
    const SECRET_KEY = newKey();
    expect(await rotate({ SECRET_KEY })).toMatchObject({ key: 'set', anew: 0, lost: 12 });
    const both = { SECRET_KEY, OLD_SECRET_KEYS: `${newKey()}, ${at.key}` };
    await at.expectReadable(both);
    expect(await rotate(both)).toMatchObject({ key: 'set', anew: 12, lost: 0, isOver: true });
    await at.expectReadable({ SECRET_KEY });
    expect(await rotate({ SECRET_KEY })).toMatchObject({ anew: 0, total: 12, isOver: true });
    expect(await at.keys()).toEqual([at.key]);
  });

  it('is done by one at a time', async () => {
    const somebody = new pg.Client({ connectionString: at.test.url });
    await somebody.connect();
    await somebody.query('select pg_advisory_lock(7304)');
    await expect(rotate()).rejects.toThrow('by somebody else already');
    expect(await at.keys()).toEqual([at.key]);
    await somebody.end();
    await Promise.allSettled([rotate(), rotate(), rotate()]);
    expect(await at.keys()).toHaveLength(1);
    await at.expectReadable();
  });
});

describe('npm run keys:rotate', () => {
  let at: Sealed;
  const running: ChildProcess[] = [];
  beforeEach(async () => (at = await Sealed.of(200)));
  afterEach(async () => {
    for (const child of running.splice(0)) child.kill('SIGKILL');
    await at?.close();
  });

  function start(settings: Record<string, string> = {}) {
    const env = { PATH: process.env['PATH'], DATA_DIR: at.dataDir, DATABASE_URL: at.test.url, ...settings };
    const args = ['--import', '@swc-node/register/esm-register', 'apps/standalone/src/rotate-keys.ts'];
    const child = spawn(process.execPath, args, { env });
    running.push(child);
    const run = { child, said: '', code: Promise.resolve<number | null>(0) };
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (run.said += text));
    run.code = new Promise((resolve) => child.once('close', resolve));
    return run;
  }

  /** Whoever is connected to the database has the command wait. */
  const nobodyConnected = () =>
    until('the connections of the killed one to end', async () => {
      const admin = new pg.Client({ connectionString: process.env['TEST_DATABASE_URL'] });
      await admin.connect();
      const name = new URL(at.test.url).pathname.slice(1);
      const { rowCount } = await admin
        .query('select from pg_stat_activity where datname = $1', [name])
        .finally(() => admin.end());
      return rowCount === 0;
    });

  it('says what it did, and no key', async () => {
    const { said, code } = await finished(start());
    expect([code, said]).toEqual([0, 'Made a new key and encrypted 200 secrets anew; the older keys are gone.\n']);
    await at.expectReadable();
  });

  it('may be killed at any instant', async () => {
    for (let kills = 0; kills < 3; kills++) {
      await nobodyConnected();
      const { child, code } = start();
      await until('the new key', async () => child.exitCode !== null || (await at.keys()).length > 1);
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 150));
      child.kill('SIGKILL');
      await code;
      await at.expectReadable();
    }
    await nobodyConnected();
    expect((await finished(start())).code).toBe(0);
    expect(await at.keys()).toHaveLength(1);
    await at.expectReadable();
  });

  it('says in one line what is wrong', async () => {
    const wrong = Buffer.alloc(33, 0x9d).toString('base64');
    const refused = await finished(start({ SECRET_KEY: wrong }));
    expect(refused).toEqual({
      code: 1,
      said: expect.stringMatching(/^These settings are wrong:\n {2}SECRET_KEY: 32 b/),
    });
    expect(refused.said).not.toContain(wrong.slice(0, 20));
    const none = await finished(start({ DATA_DIR: `${at.dataDir}/none` }));
    expect(none).toEqual({
      code: 1,
      said: expect.stringMatching(/^There is no key to be rotated: .* is not there\n$/),
    });
    const empty = await finished(start({ DATABASE_URL: process.env['TEST_DATABASE_URL']! }));
    expect(empty).toEqual({ code: 1, said: 'This database is not up to date: start Octavo once\n' });
    await at.expectReadable();
  });

  async function finished(run: ReturnType<typeof start>): Promise<{ code: number | null; said: string }> {
    const code = await run.code;
    return { code, said: run.said };
  }
});
