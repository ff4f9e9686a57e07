import type pg from 'pg';
import { withConnection, withMigrationLock } from './connect.js';
import { compareHistory, type MigrationStatus } from './history.js';
import { createLedger, noteBegin, noteFailure, noteFinish, noteRollback, readLedger } from './ledger.js';
import { MigrationFailed } from './migration-failed.js';
import { readMigrations, type Migration } from './migration-files.js';

export interface MigrationPlace {
  databaseUrl: string;
  /** The folder with one folder per migration. */
  migrationsDir: string;
}

/**
 * Applies the migrations that a database lacks, oldest first, and gives their names. It does what `prisma migrate
 * deploy` does, with the same ledger, checksums and lock, and needs nothing but a connection. Safe to call from several
 * processes at once. Throws MigrationFailed when a migration fails or an earlier one has failed.
 */
export function migrateDeploy({ databaseUrl, migrationsDir }: MigrationPlace): Promise<string[]> {
  return withMigrationLock(databaseUrl, async (client) => {
    const onDisk = await readMigrations(migrationsDir);
    await createLedger(client);
    const { pending, failed } = compareHistory(onDisk, await readLedger(client));
    if (failed.length > 0) {
      throw new MigrationFailed(
        `The migration ${failed.join(', ')} has failed before (P3009): mend its cause, then npm run db -- resolve <name>`,
      );
    }
    for (const migration of onDisk.filter(({ name }) => pending.includes(name))) await apply(client, migration);
    return pending;
  });
}

/** How the database stands to the migrations on disk; changes nothing. */
export function migrateStatus({ databaseUrl, migrationsDir }: MigrationPlace): Promise<MigrationStatus> {
  return withConnection(databaseUrl, async (client) =>
    compareHistory(await readMigrations(migrationsDir), await readLedger(client)),
  );
}

/** Marks a failed migration as undone, so that the next deploy tries it again. False when it has not failed. */
export function migrateResolve(databaseUrl: string, name: string): Promise<boolean> {
  return withMigrationLock(databaseUrl, async (client) => {
    await createLedger(client);
    return (await noteRollback(client, name)) > 0;
  });
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  const id = await noteBegin(client, migration);
  try {
    // The simple protocol takes many statements and wraps them in one transaction, unless the script opens its own.
    await client.query(migration.sql);
  } catch (cause) {
    const { code, message } = cause as pg.DatabaseError;
    const reason = [code, message].filter(Boolean).join(' ');
    await client.query('ROLLBACK');
    await noteFailure(client, id, reason);
    throw new MigrationFailed(`The migration ${migration.name} failed (P3018): ${reason}`, { cause });
  }
  await client.query('RESET ALL'); // a script may have set its own search_path
  await noteFinish(client, id);
}
