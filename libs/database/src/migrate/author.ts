import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { migrateDeploy, type MigrationPlace } from './deploy.js';
import { EVERYTHING, withEngine } from './engine.js';
import { migrationList, MIGRATION_LOCK, readSchema } from './schema-files.js';

export interface AuthoringPlace extends MigrationPlace {
  /** The folder with the `.prisma` files. */
  schemaDir: string;
}

export interface NewMigration {
  name: string;
  /** Write it, do not apply it; written even when the schema asks for no change. */
  createOnly: boolean;
  acceptDataLoss: boolean;
}

export type Authored =
  /** The database does not hold what the migrations make: only a reset helps. */
  | { kind: 'reset-needed'; reason: string }
  /** The change cannot be made on the data there is, or would lose some. */
  | { kind: 'refused'; reasons: string[] }
  | { kind: 'up-to-date' }
  | { kind: 'written'; file: string; warnings: string[] };

/**
 * Writes the migration that leads from the migrations on disk to the schema and, unless told otherwise, applies it.
 * Migrations the database lacks are applied first.
 */
export async function authorMigration(place: AuthoringPlace, wanted: NewMigration): Promise<Authored> {
  const schema = await readSchema(place.schemaDir);
  const request = async () => ({ migrationsList: await migrationList(place.migrationsDir), filters: EVERYTHING });
  const authored = await withEngine(place.databaseUrl, schema, async (engine): Promise<Authored> => {
    const { action } = await engine.devDiagnostic(await request());
    if (action.tag === 'reset') return { kind: 'reset-needed', reason: action.reason };
    await engine.applyMigrations(await request());

    const loss = await engine.evaluateDataLoss({ ...(await request()), schema });
    const impossible = loss.unexecutableSteps.map((step) => step.message);
    const warnings = loss.warnings.map((step) => step.message);
    const reasons = wanted.acceptDataLoss ? impossible : [...impossible, ...warnings];
    if (!wanted.createOnly && reasons.length > 0) return { kind: 'refused', reasons };

    const draft = { draft: wanted.createOnly, migrationName: wanted.name };
    const created = await engine.createMigration({ ...(await request()), ...draft, schema });
    if (created.migrationScript === null) return { kind: 'up-to-date' };
    const file = await write(place.migrationsDir, created.generatedMigrationName, created.migrationScript);
    return { kind: 'written', file, warnings: [...impossible, ...warnings] };
  });
  if (authored.kind === 'written' && !wanted.createOnly) await migrateDeploy(place);
  return authored;
}

async function write(migrationsDir: string, name: string, script: string): Promise<string> {
  const file = join(migrationsDir, name, 'migration.sql');
  await mkdir(join(migrationsDir, name), { recursive: true });
  await writeFile(file, script);
  await writeFile(join(migrationsDir, MIGRATION_LOCK.path), MIGRATION_LOCK.content);
  return file;
}
