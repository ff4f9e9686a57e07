import type { Migration } from './migration-files.js';

/** A row of Prisma's ledger, as far as it decides anything. */
export interface LedgerRow {
  migration_name: string;
  checksum: string;
  finished_at: Date | null;
  rolled_back_at: Date | null;
}

/** How a database stands to the migrations on disk. Every list holds migration names, oldest first. */
export interface MigrationStatus {
  applied: string[];
  pending: string[];
  /** Begun and never finished: nothing more is applied until somebody has looked. */
  failed: string[];
  /** Applied, and changed on disk since. */
  edited: string[];
  /** Applied, and not on disk: the database has been used by a newer version. */
  unknown: string[];
}

/** Compares the ledger with the migrations on disk by Prisma's rules: an attempt that was rolled back never happened. */
export function compareHistory(onDisk: readonly Migration[], ledger: readonly LedgerRow[]): MigrationStatus {
  const attempts = ledger.filter((row) => row.rolled_back_at === null);
  const byName = new Map(attempts.map((row) => [row.migration_name, row]));
  const namesOnDisk = new Set(onDisk.map((migration) => migration.name));
  const namesOf = (rows: LedgerRow[]) => rows.map((row) => row.migration_name);
  const wasEdited = ({ name, checksum }: Migration) => byName.has(name) && byName.get(name)?.checksum !== checksum;
  return {
    applied: namesOf(attempts.filter((row) => row.finished_at !== null)),
    pending: onDisk.filter(({ name }) => !byName.has(name)).map(({ name }) => name),
    failed: namesOf(attempts.filter((row) => row.finished_at === null)),
    edited: onDisk.filter(wasEdited).map(({ name }) => name),
    unknown: namesOf(attempts.filter((row) => !namesOnDisk.has(row.migration_name))),
  };
}
