import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';

// The commands run in a process of their own, as they do for their authors: the schema engine would keep Jest alive.
const CLI = join(__dirname, 'cli.ts');
const PROJECT = resolve(__dirname, '../../../..');
const ADMIN = process.env['TEST_DATABASE_URL'] ?? '';
const DATABASE = `octavo_cli_${process.pid}`;

const GENERATOR = 'datasource db {\n  provider = "postgresql"\n}\n';
const BOOK = 'model Book {\n  id Int @id\n  title String\n}\n';
const BOOK_WITHOUT_TITLE = 'model Book {\n  id Int @id\n}\n';

let folder: string;
let databaseUrl: string;

async function query(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'octavo-cli-'));
  await mkdir(join(folder, 'prisma/schema'), { recursive: true });
  await symlink(join(PROJECT, 'node_modules'), join(folder, 'node_modules')); // swc-node looks for itself from here
  await query(ADMIN, `CREATE DATABASE ${DATABASE}`);
  const url = new URL(ADMIN);
  url.pathname = DATABASE;
  databaseUrl = url.href;
  await schema(BOOK);
});

afterEach(async () => {
  await query(ADMIN, `DROP DATABASE ${DATABASE} WITH (FORCE)`);
  await rm(folder, { recursive: true });
});

const schema = (models: string) => writeFile(join(folder, 'prisma/schema/main.prisma'), GENERATOR + models);

function db(...args: string[]): Promise<{ code: number; said: string }> {
  const env = { ...process.env, DATABASE_URL: databaseUrl, TS_NODE_PROJECT: join(PROJECT, 'tsconfig.json') };
  return new Promise((done) => {
    execFile(
      process.execPath,
      ['--import', '@swc-node/register/esm-register', CLI, ...args],
      { cwd: folder, env },
      (error, stdout, stderr) => {
        done({ code: Number(error?.code ?? 0), said: stdout + stderr });
      },
    );
  });
}

const migrations = async () =>
  (await readdir(join(folder, 'prisma/migrations'))).filter((name) => name !== 'migration_lock.toml');

it('leads from a schema to a migrated database, and sees no difference between them', async () => {
  expect(await db('dev', '--name', 'first')).toMatchObject({ code: 0, said: expect.stringMatching(/^Wrote .*_first/) });
  expect(await db('diff')).toEqual({ code: 0, said: 'No difference\n' });
  expect(await db('drift')).toEqual({ code: 0, said: 'No difference\n' });
  expect((await db('status')).said).toMatch(/applied: \d+_first\npending: none/);
  expect(await db('dev', '--name', 'again')).toMatchObject({
    code: 0,
    said: 'The migrations make the schema as it is\n',
  });
});

it('writes a draft without touching the database, and shows by how much the schema is ahead', async () => {
  expect((await db('dev', '--name', 'first', '--create-only')).code).toBe(0);
  expect((await db('status')).said).toMatch(/applied: none\npending: \d+_first/);
  expect(await db('drift')).toMatchObject({ code: 2, said: expect.stringMatching(/CREATE TABLE "Book"/) });
  await schema(BOOK_WITHOUT_TITLE);
  expect(await db('diff')).toMatchObject({ code: 2, said: expect.stringMatching(/DROP COLUMN "title"/) });
});

it('asks before it drops a column that holds data', async () => {
  await db('dev', '--name', 'first');
  await query(databaseUrl, `INSERT INTO "Book" VALUES (1, 'Emma')`);
  await schema(BOOK_WITHOUT_TITLE);
  expect(await db('dev', '--name', 'second')).toMatchObject({
    code: 1,
    said: expect.stringMatching(/contains 1 non-null/),
  });
  expect(await migrations()).toHaveLength(1);
  expect((await db('dev', '--name', 'second', '--accept-data-loss')).code).toBe(0);
  expect(await migrations()).toHaveLength(2);
});

it('takes a hand-written function into the history, and tells when somebody has edited it since', async () => {
  await db('dev', '--name', 'first');
  const file = join(folder, 'prisma/migrations/29990101000000_function/migration.sql');
  await mkdir(join(file, '..'));
  await writeFile(
    file,
    `CREATE FUNCTION two() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN 2; END; $$;\n`,
  );
  expect((await db('deploy')).said).toBe('Applied 29990101000000_function\n');
  expect((await db('diff')).said).toBe('No difference\n');
  await writeFile(file, `${await readFile(file, 'utf8')}-- edited\n`);
  expect((await db('status')).said).toMatch(/edited: 29990101000000_function/);
  expect(await db('dev', '--name', 'next')).toMatchObject({
    code: 1,
    said: expect.stringMatching(/was modified after/),
  });
});

it('empties the database only when told twice', async () => {
  await db('dev', '--name', 'first');
  await query(databaseUrl, `INSERT INTO "Book" VALUES (1, 'Emma')`);
  expect((await db('reset')).said).toMatch(/^npm run db/);
  expect((await db('reset', '--yes')).said).toMatch(/^Applied \d+_first/);
  await query(databaseUrl, `INSERT INTO "Book" VALUES (1, 'Emma')`); // would be refused if the first were still there
});

it('says in a sentence what is wrong, without a stack', async () => {
  await schema('model Book {');
  expect(await db('diff')).toMatchObject({
    code: 1,
    said: expect.stringMatching(/^The schema engine says: .*main\.prisma/),
  });
  expect(await db('dev', '--nme', 'x')).toMatchObject({
    code: 1,
    said: expect.stringMatching(/--nme[^]*npm run db --/),
  });
  expect(await db('resolve', 'no-such')).toMatchObject({ code: 1, said: 'no-such has not failed in this database\n' });
  databaseUrl = 'postgresql://u:secret@127.0.0.1:1/x';
  expect(await db('status')).toEqual({ code: 1, said: 'No PostgreSQL listens at 127.0.0.1:1 (DATABASE_URL)\n' });
});
