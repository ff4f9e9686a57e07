import type { MigrationList, SchemasContainer } from '@prisma/schema-engine-wasm';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readMigrations } from './migration-files.js';

/** The file by which Prisma's tools tell what kind of database the migrations are for; the engine insists on it. */
export const MIGRATION_LOCK = { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' };

/** All `.prisma` files in `folder` and below, in a stable order. */
export async function readSchema(folder: string): Promise<SchemasContainer> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.prisma'))
    .map((entry) => join(entry.parentPath, entry.name));
  const files = paths.sort().map(async (path) => ({ path, content: await readFile(path, 'utf8') }));
  return { files: await Promise.all(files) };
}

/** The migrations on disk in the words of the schema engine, which itself never touches the disk. */
export async function migrationList(folder: string): Promise<MigrationList> {
  const migrations = await readMigrations(folder);
  return {
    baseDir: resolve(folder),
    lockfile: MIGRATION_LOCK,
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  };
}
