import { execFileSync } from 'node:child_process';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { isRunning } from './process-table.js';
import { startPostgres, type PostgresOptions } from './postgres.js';
import { eventually, killAndWait, parentOf, processesWith, watchdogsOf } from './testing/processes.js';
import { temporaryFolder } from './testing/temporary-folder.js';

let dir: string;
let remove: () => Promise<void>;
const said: string[] = [];

let initialised: Awaited<ReturnType<typeof temporaryFolder>>;

beforeAll(async () => {
  initialised = await temporaryFolder();
  const options = { dir: initialised.path, database: 'octavo', log: () => undefined, settings: { fsync: 'off' } };
  await (await startPostgres(options)).stop();
});
afterAll(() => initialised.remove());

/** Saves the specs that are not about a first start the second it takes. */
const afterAFirstStart = () => execFileSync('cp', ['-a', initialised.path, dir]);

beforeEach(async () => {
  const folder = await temporaryFolder();
  dir = join(folder.path, 'postgres');
  remove = folder.remove;
  said.length = 0;
});

afterEach(async () => {
  for (const pid of processesWith(dir)) process.kill(pid, 'SIGKILL');
  await eventually(() => processesWith(dir).length === 0);
  await remove();
});

const start = (others: Partial<PostgresOptions> = {}) =>
  startPostgres({ dir, database: 'octavo', log: (line) => said.push(line), settings: { fsync: 'off' }, ...others });

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(sql).finally(() => client.end());
  return rows.flatMap((row) => Object.values(row));
}

const postmasterPid = async () =>
  Number((await readFile(join(dir, 'pgdata-18/postmaster.pid'), 'utf8')).split('\n')[0]);

describe('a first start', () => {
  it('makes a UTF-8 database that sorts by code point, with checksums, durable unless told otherwise', async () => {
    const server = await start({ settings: {} });
    expect(server.adopted).toBe(false);
    expect(await ask(server.url, 'SELECT current_database(), getdatabaseencoding()')).toEqual(['octavo', 'UTF8']);
    expect(await ask(server.url, `SELECT 'Z' < 'a' AND lower('É') = 'é'`)).toEqual([true]);
    const settings = ['fsync', 'data_checksums', 'jit', 'max_connections', 'shared_buffers', 'listen_addresses'];
    const shown = await Promise.all(settings.map((name) => ask(server.url, `SHOW ${name}`)));
    expect(shown.flat()).toEqual(['on', 'on', 'off', '200', '128MB', '127.0.0.1']);
    await server.stop();
  });

  it('keeps the password to its owner and lets nobody in without it', async () => {
    const server = await start();
    expect((await stat(join(dir, 'password'))).mode & 0o777).toBe(0o600);
    const wrong = new URL(server.url);
    wrong.password = 'guess';
    await expect(ask(wrong.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
    expect(said.join()).not.toContain(new URL(server.url).password);
    await server.stop();
  });

  it('clears away what an interrupted first start has left', async () => {
    await mkdir(join(dir, 'pgdata-18.draft'), { recursive: true });
    const server = await start();
    await server.stop();
    await expect(stat(join(dir, 'pgdata-18.draft'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('refuses to begin an empty database beside one of another version', async () => {
    await mkdir(join(dir, 'pgdata-15'), { recursive: true });
    await expect(start()).rejects.toThrow(/holds a database of PostgreSQL 15, but the PostgreSQL found here is 18/);
  });
});

describe('a stop', () => {
  beforeEach(afterAFirstStart);

  it('leaves no process, neither server nor watchdog', async () => {
    const server = await start();
    const pid = await postmasterPid();
    expect(watchdogsOf(pid)).toHaveLength(1);
    await server.stop();
    expect(processesWith(dir)).toEqual([]);
    await eventually(() => watchdogsOf(pid).length === 0);
    expect(said.filter((line) => line.includes('by itself'))).toEqual([]);
  });

  it('does not wait for clients that are still connected', async () => {
    const server = await start();
    const client = new pg.Client({ connectionString: server.url });
    const lost = new Promise((resolve) => client.on('error', resolve));
    await client.connect();
    await server.stop();
    await lost;
  });

  it('may be asked for twice', async () => {
    const server = await start();
    await server.stop();
    await expect(server.stop()).resolves.toBeUndefined();
  });
});

describe('a second start', () => {
  beforeEach(afterAFirstStart);

  it('finds the data and takes the same port', async () => {
    const first = await start();
    await ask(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();
    const second = await start();
    expect(await ask(second.url, 'SELECT answer FROM kept')).toEqual([42]);
    expect([second.port, second.url, second.adopted]).toEqual([first.port, first.url, false]);
    await second.stop();
  });

  it('takes another port when somebody has the old one', async () => {
    const other = await start({ dir: `${dir}-other` });
    await writeFile(join(dir, 'port'), String(other.port));
    const server = await start();
    expect(server.port).not.toBe(other.port);
    await Promise.all([server.stop(), other.stop()]);
  });

  it('recovers what was committed before the server itself was killed', async () => {
    const first = await start({ settings: {} });
    await ask(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    const pid = await postmasterPid();
    process.kill(pid, 'SIGKILL');
    await eventually(() => processesWith(dir).length === 0 && said.some((line) => line.includes('by itself')));
    const second = await start();
    expect(await ask(second.url, 'SELECT answer FROM kept')).toEqual([42]);
    await second.stop();
  });

  it('says so when the password file is not the one of the data', async () => {
    await writeFile(join(dir, 'password'), 'another');
    await expect(start()).rejects.toThrow(/^The password in .* is not the one of the database in /);
    expect(processesWith(dir)).toEqual([]);
  });

  it('is not misled by a pid file whose pid is somebody else’s by now', async () => {
    const stale = [process.pid, join(dir, 'pgdata-18'), 1, 5432, '', '127.0.0.1', 0, 'ready'].join('\n');
    await writeFile(join(dir, 'pgdata-18/postmaster.pid'), stale);
    const server = await start();
    expect(server.adopted).toBe(false);
    await server.stop();
  });
});

describe('when the process that started the server is killed', () => {
  beforeEach(afterAFirstStart);

  it('the server stops by itself', async () => {
    const { parent } = await parentOf('postgres', dir);
    const pid = await postmasterPid();
    await killAndWait(parent);
    await eventually(() => !isRunning(pid));
    await eventually(() => processesWith(dir).length === 0);
  });

  it('and its watchdog too, the next start ends the server and goes on with its data', async () => {
    const { parent, url } = await parentOf('postgres', dir);
    const pid = await postmasterPid();
    for (const shell of watchdogsOf(pid)) process.kill(shell, 'SIGKILL');
    await killAndWait(parent);
    expect(isRunning(pid)).toBe(true);

    const server = await start();
    expect(isRunning(pid)).toBe(false);
    expect([server.adopted, server.url]).toEqual([false, url]);
    expect(watchdogsOf(await postmasterPid())).toHaveLength(1);
    await server.stop();
  });

  it('a start in that very moment gets a server that stays', async () => {
    const { parent } = await parentOf('postgres', dir);
    parent.kill('SIGKILL');
    const server = await start();
    expect(await ask(server.url, 'SELECT 1')).toEqual([1]);
    await server.stop();
  });
});

describe('while the process that started the server lives', () => {
  beforeEach(afterAFirstStart);

  it('another one uses it and leaves it running', async () => {
    const { parent, url } = await parentOf('postgres', dir);
    const guest = await start({ database: 'other' });
    expect(guest.adopted).toBe(true);
    await guest.stop();
    expect(await ask(url, 'SELECT current_database()')).toEqual(['octavo']);
    await killAndWait(parent);
    await eventually(() => processesWith(dir).length === 0);
  });
});
