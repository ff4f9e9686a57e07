import type { DiffTarget } from '@prisma/schema-engine-wasm';
import type { AuthoringPlace } from './author.js';
import { EVERYTHING, withEngine } from './engine.js';
import { migrationList, readSchema } from './schema-files.js';

/** The SQL that leads from the migrations on disk to the schema; undefined when they agree. */
export async function diffMigrations(place: AuthoringPlace): Promise<string | undefined> {
  const from = { tag: 'migrations' as const, ...(await migrationList(place.migrationsDir)) };
  return sqlToSchema(place, from);
}

/** The SQL that leads from the database as it is to the schema; undefined when they agree. */
export async function diffDatabase(place: AuthoringPlace): Promise<string | undefined> {
  const schema = await readSchema(place.schemaDir);
  return sqlToSchema(place, { tag: 'schemaDatasource', ...schema, configDir: place.schemaDir });
}

async function sqlToSchema(place: AuthoringPlace, from: DiffTarget): Promise<string | undefined> {
  const schema = await readSchema(place.schemaDir);
  const to: DiffTarget = { tag: 'schemaDatamodel', ...schema };
  const { stdout, exitCode } = await withEngine(place.databaseUrl, schema, (engine) =>
    engine.diff({ from, to, script: true, exitCode: true, filters: EVERYTHING }),
  );
  return exitCode === 0 ? undefined : (stdout ?? '');
}
