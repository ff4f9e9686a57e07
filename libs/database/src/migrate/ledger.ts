import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { LedgerRow } from './history.js';
import type { Migration } from './migration-files.js';

// Column for column the table that Prisma's own tools make, so that they and we can take turns on one database.
const CREATE_LEDGER = `
  CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id" VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum" VARCHAR(64) NOT NULL,
    "finished_at" TIMESTAMPTZ,
    "migration_name" VARCHAR(255) NOT NULL,
    "logs" TEXT,
    "rolled_back_at" TIMESTAMPTZ,
    "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count" INTEGER NOT NULL DEFAULT 0
  )`;

/** Makes the ledger if the database has none. */
export async function createLedger(client: pg.ClientBase): Promise<void> {
  await client.query(CREATE_LEDGER);
}

/** The ledger's rows, oldest first; none when the database has no ledger. */
export async function readLedger(client: pg.ClientBase): Promise<LedgerRow[]> {
  const known = await client.query<{ ledger: string | null }>(`SELECT to_regclass('_prisma_migrations') AS ledger`);
  if (!known.rows[0]?.ledger) return [];
  const { rows } = await client.query<LedgerRow>(
    'SELECT migration_name, checksum, finished_at, rolled_back_at FROM _prisma_migrations ORDER BY started_at',
  );
  return rows;
}

/** Notes that a migration begins; until it is finished it counts as failed. Gives the row's id. */
export async function noteBegin(client: pg.ClientBase, { name, checksum }: Migration): Promise<string> {
  const id = randomUUID();
  await client.query('INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)', [
    id,
    checksum,
    name,
  ]);
  return id;
}

export async function noteFinish(client: pg.ClientBase, id: string): Promise<void> {
  await client.query('UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1 WHERE id = $1', [id]);
}

export async function noteFailure(client: pg.ClientBase, id: string, reason: string): Promise<void> {
  await client.query('UPDATE _prisma_migrations SET logs = $2 WHERE id = $1', [id, reason]);
}

/** Notes that failed attempts at a migration were undone. Gives how many there were. */
export async function noteRollback(client: pg.ClientBase, name: string): Promise<number> {
  const { rowCount } = await client.query(
    `UPDATE _prisma_migrations SET rolled_back_at = now()
     WHERE migration_name = $1 AND finished_at IS NULL AND rolled_back_at IS NULL`,
    [name],
  );
  return rowCount ?? 0;
}
