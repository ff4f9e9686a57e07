// One PostgreSQL and, where the machine has one, one Redis for a whole run of the tests. Jest loads this file without
// its transforms, so swc-node compiles the TypeScript it imports.
import '@swc-node/register/esm-register';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const TEMPLATE = 'octavo_template';
const REMOVE_TEMPLATE = `DROP DATABASE IF EXISTS ${TEMPLATE} WITH (FORCE)`;
const MIGRATIONS = `${import.meta.dirname}/../prisma/migrations`;
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
const log = () => undefined;

export default async function start() {
  const stops = [];
  globalThis.octavoTestServers = { stop: () => stopAll(stops) };
  try {
    await provide('TEST_DATABASE_URL', ownPostgres, stops);
    if (process.env.TEST_NO_REDIS !== '1') await provide('TEST_REDIS_URL', ownRedis, stops);
    await makeTemplate(process.env.TEST_DATABASE_URL, stops);
  } catch (error) {
    await stopAll(stops);
    throw error;
  }
}

/** Workers inherit the environment, so an address in it reaches every spec. One that is set already is used as it is. */
async function provide(variable, startOwn, stops) {
  if (process.env[variable]) return;
  const url = await startOwn(stops);
  if (!url) return; // the specs that need it skip themselves
  process.env[variable] = url;
  stops.push(() => delete process.env[variable]);
}

async function ownPostgres(stops) {
  const { startPostgres } = await import('../libs/embedded/src/index.ts');
  const dir = await temporaryFolder(stops);
  const server = await startPostgres({ dir, database: 'postgres', log, settings: FAST });
  stops.push(server.stop);
  return server.url;
}

async function ownRedis(stops) {
  const { startRedis } = await import('../libs/embedded/src/index.ts');
  const server = await startRedis({ dir: await temporaryFolder(stops), log });
  if (server) stops.push(server.stop);
  return server?.url;
}

async function temporaryFolder(stops) {
  const dir = await mkdtemp(join(tmpdir(), 'octavo-test-'));
  stops.push(() => rm(dir, { recursive: true, force: true }));
  await chmod(dir, 0o755); // run by root, PostgreSQL belongs to another user, who must get in
  return dir;
}

/** The migrated database that each test file copies (libs/testing/src/database.ts). */
async function makeTemplate(serverUrl, stops) {
  const { migrateDeploy } = await import('../libs/database/src/migrate/deploy.ts');
  await execute(serverUrl, REMOVE_TEMPLATE);
  await execute(serverUrl, `CREATE DATABASE ${TEMPLATE}`);
  stops.push(() => execute(serverUrl, REMOVE_TEMPLATE));
  const databaseUrl = new URL(serverUrl);
  databaseUrl.pathname = TEMPLATE;
  await migrateDeploy({ databaseUrl: databaseUrl.href, migrationsDir: MIGRATIONS });
}

async function execute(serverUrl, statement) {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

async function stopAll(stops) {
  for (const stop of stops.splice(0).reverse()) await stop();
}
