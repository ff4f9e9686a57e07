import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrateDeploy, migrateResolve, migrateStatus } from './deploy.js';

const SERVER = process.env['TEST_DATABASE_URL'] ?? '';
const DATABASE = `octavo_deploy_${randomUUID().replaceAll('-', '')}`;

let place: { databaseUrl: string; migrationsDir: string };

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(sql).finally(() => client.end());
  return rows;
}

const valueOf = async (sql: string) => Object.values((await ask(place.databaseUrl, sql))[0] ?? {})[0];
const hasTable = async (name: string) => (await valueOf(`SELECT to_regclass('${name}')`)) !== null;

beforeEach(async () => {
  await ask(SERVER, `CREATE DATABASE ${DATABASE}`);
  const databaseUrl = new URL(SERVER);
  databaseUrl.pathname = DATABASE;
  place = { databaseUrl: databaseUrl.href, migrationsDir: await mkdtemp(join(tmpdir(), 'octavo-migrations-')) };
});

afterEach(async () => {
  await ask(SERVER, `DROP DATABASE ${DATABASE} WITH (FORCE)`);
  await rm(place.migrationsDir, { recursive: true });
});

async function write(name: string, sql: string): Promise<void> {
  await mkdir(join(place.migrationsDir, name), { recursive: true });
  await writeFile(join(place.migrationsDir, name, 'migration.sql'), sql);
}

it('applies what is pending, oldest first, once', async () => {
  await write('2_second', 'ALTER TABLE one ADD COLUMN two int');
  await write('1_first', 'CREATE TABLE one (id int)');
  await writeFile(join(place.migrationsDir, 'migration_lock.toml'), 'provider = "postgresql"\n');
  expect(await migrateDeploy(place)).toEqual(['1_first', '2_second']);
  expect(await migrateDeploy(place)).toEqual([]);
  await write('3_third', 'ALTER TABLE one ADD COLUMN three int');
  expect(await migrateDeploy(place)).toEqual(['3_third']);
});

it('notes a migration as Prisma does', async () => {
  await write('1_first', 'CREATE TABLE one (id int)');
  await migrateDeploy(place);
  const [noted] = await ask(place.databaseUrl, 'SELECT * FROM _prisma_migrations');
  expect(noted).toEqual({
    id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    // printf 'CREATE TABLE one (id int)' | sha256sum
    checksum: '4d8ec74eca290f99777e37ddd75017c0d05be7b5f06a392e45ec0ffecf0462bd',
    finished_at: expect.any(Date),
    migration_name: '1_first',
    logs: null,
    rolled_back_at: null,
    started_at: expect.any(Date),
    applied_steps_count: 1,
  });
});

it('leaves function bodies and semicolons in strings whole', async () => {
  await write(
    '1_function',
    `CREATE FUNCTION answer() RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN 'a;b'; END; $$; CREATE TABLE x (y int);`,
  );
  await migrateDeploy(place);
  expect(await valueOf('SELECT answer()')).toBe('a;b');
});

it('does not let one script’s settings reach the next', async () => {
  await write('1_away', 'CREATE SCHEMA aside; SET search_path = aside; CREATE TABLE there (id int)');
  await write('2_back', 'CREATE TABLE here (id int)');
  await migrateDeploy(place);
  expect([await hasTable('aside.there'), await hasTable('public.here')]).toEqual([true, true]);
});

it('applies each migration once when several processes ask at the same time', async () => {
  await write('1_first', 'CREATE TABLE one (id int); SELECT pg_sleep(0.1)');
  await write('2_second', 'CREATE TABLE two (id int)');
  const applied = await Promise.all(Array.from({ length: 5 }, () => migrateDeploy(place)));
  expect(applied.flat().sort()).toEqual(['1_first', '2_second']);
});

describe('a migration that fails', () => {
  beforeEach(async () => {
    await write('1_good', 'CREATE TABLE good (id int)');
    await write('2_bad', 'CREATE TABLE half (id int); SELECT 1/0; CREATE TABLE other (id int)');
    await write('3_later', 'CREATE TABLE later (id int)');
  });

  it('leaves nothing of itself and stops the ones after it', async () => {
    await expect(migrateDeploy(place)).rejects.toMatchObject({
      name: 'MigrationFailed',
      message: 'The migration 2_bad failed (P3018): 22012 division by zero',
    });
    expect(await Promise.all(['good', 'half', 'other', 'later'].map(hasTable))).toEqual([true, false, false, false]);
    expect(await migrateStatus(place)).toMatchObject({ applied: ['1_good'], failed: ['2_bad'], pending: ['3_later'] });
    expect(await valueOf(`SELECT logs FROM _prisma_migrations WHERE migration_name = '2_bad'`)).toMatch(
      /division by zero/,
    );
  });

  it('is not tried again until somebody says that it may be', async () => {
    await expect(migrateDeploy(place)).rejects.toThrow('P3018');
    await expect(migrateDeploy(place)).rejects.toThrow(/2_bad has failed before \(P3009\)/);
    expect(await migrateResolve(place.databaseUrl, '1_good')).toBe(false);
    expect(await migrateResolve(place.databaseUrl, '2_bad')).toBe(true);
    await write('2_bad', 'CREATE TABLE mended (id int)');
    expect(await migrateDeploy(place)).toEqual(['2_bad', '3_later']);
  });

  it('is told apart when its script has opened a transaction of its own', async () => {
    await write('2_bad', 'BEGIN; CREATE TABLE half (id int); SELECT 1/0; COMMIT;');
    await expect(migrateDeploy(place)).rejects.toThrow(/2_bad failed \(P3018\): 22012/);
    expect(await hasTable('half')).toBe(false);
  });
});

describe('the status', () => {
  it('of a database without a ledger is that all is pending, and asking changes nothing', async () => {
    await write('1_first', 'SELECT 1');
    expect(await migrateStatus(place)).toEqual({
      applied: [],
      pending: ['1_first'],
      failed: [],
      edited: [],
      unknown: [],
    });
    expect(await hasTable('_prisma_migrations')).toBe(false);
  });

  it('names what was edited on disk and what a newer version has applied; neither stops a deploy', async () => {
    await write('1_first', 'SELECT 1');
    await write('2_second', 'SELECT 2');
    await migrateDeploy(place);
    await write('1_first', 'SELECT 11');
    await rm(join(place.migrationsDir, '2_second'), { recursive: true });
    expect(await migrateStatus(place)).toMatchObject({ edited: ['1_first'], unknown: ['2_second'] });
    expect(await migrateDeploy(place)).toEqual([]);
  });
});
