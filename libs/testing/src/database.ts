import { randomUUID } from 'node:crypto';
import pg from 'pg';

const TEMPLATE = 'octavo_template'; // made and migrated once per run, by .config/jest-servers.mjs

/** A database that belongs to one test file. */
export interface TestDatabase {
  url: string;
  /** Removes it, whoever is still connected. */
  drop: () => Promise<void>;
}

/** Makes a migrated, empty database on the run's PostgreSQL (some 50 ms). Only integration and end-to-end specs have one. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = process.env['TEST_DATABASE_URL'];
  if (!server) throw new Error('No TEST_DATABASE_URL: this spec must be an integration or an end-to-end one');
  const name = `octavo_test_${randomUUID().replaceAll('-', '')}`;
  await execute(server, `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
  const url = new URL(server);
  url.pathname = name;
  return { url: url.href, drop: () => execute(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function execute(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
