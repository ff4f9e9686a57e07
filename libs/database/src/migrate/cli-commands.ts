import { join } from 'node:path';
import { authorMigration, type Authored, type AuthoringPlace } from './author.js';
import { withOwnDatabase, withThrowawayDatabase, type Environment } from './cli-database.js';
import { migrateDeploy, migrateResolve, migrateStatus } from './deploy.js';
import { diffDatabase, diffMigrations } from './diff.js';
import { resetDatabase } from './reset.js';

export const USAGE = `npm run db -- <command>

  deploy          apply the migrations the database lacks (npm start does this too)
  status          which migrations are applied, pending, failed, edited or unknown
  resolve <name>  a failed migration has been cleaned up: let the next deploy try it again
  dev --name <x>  write the migration for what changed in prisma/schema, and apply it
      --create-only        write it only
      --accept-data-loss   although the database holds data that it drops
  diff            the SQL by which prisma/schema is ahead of prisma/migrations (exit code 2 when there is any)
  drift           the SQL by which prisma/schema is ahead of the database (exit code 2 when there is any)
  reset --yes     empty the database and apply all migrations anew

The database is DATABASE_URL, else the private one of npm start (DATA_DIR, ./data), which may be running or not.
diff and dev --create-only only compare files: they work on a PostgreSQL of their own that is thrown away afterwards.`;

export interface Command {
  verb: string;
  name: string | undefined;
  createOnly: boolean;
  acceptDataLoss: boolean;
  yes: boolean;
}

/** What to print and how to leave; exit code 2 stands for "there is a difference". */
export interface Outcome {
  lines: string[];
  exitCode: number;
}

const FOLDERS = { migrationsDir: join('prisma', 'migrations'), schemaDir: join('prisma', 'schema') };

const done = (...lines: string[]): Outcome => ({ lines, exitCode: 0 });
const refused = (...lines: string[]): Outcome => ({ lines, exitCode: 1 });
const applied = (names: string[]) => done(names.length === 0 ? 'Nothing to apply' : `Applied ${names.join(', ')}`);
const difference = (sql: string | undefined) =>
  sql === undefined ? done('No difference') : { lines: [sql], exitCode: 2 };

/** Runs one command of `npm run db` in the project's folder. */
export async function runCommand(command: Command, environment: Environment): Promise<Outcome> {
  const { verb, name } = command;
  const own = (work: (place: AuthoringPlace) => Promise<Outcome>) =>
    withOwnDatabase(environment, (databaseUrl) => work({ ...FOLDERS, databaseUrl }));
  const throwaway = (work: (place: AuthoringPlace) => Promise<Outcome>) =>
    withThrowawayDatabase((databaseUrl) => work({ ...FOLDERS, databaseUrl }));

  if (verb === 'deploy') return own(async (place) => applied(await migrateDeploy(place)));
  if (verb === 'status') return own(async (place) => done(...describeStatus(await migrateStatus(place))));
  if (verb === 'resolve' && name) return own((place) => resolve(place.databaseUrl, name));
  if (verb === 'dev' && name) return (command.createOnly ? throwaway : own)((place) => dev(place, name, command));
  if (verb === 'diff') return throwaway(async (place) => difference(await diffMigrations(place)));
  if (verb === 'drift') return own(async (place) => difference(await diffDatabase(place)));
  if (verb === 'reset' && command.yes) return own(async (place) => applied(await resetDatabase(place)));
  return refused(USAGE);
}

function describeStatus(status: object): string[] {
  return Object.entries(status).map(([state, names]) => `${state}: ${(names as string[]).join(', ') || 'none'}`);
}

async function resolve(databaseUrl: string, name: string): Promise<Outcome> {
  if (await migrateResolve(databaseUrl, name)) return done(`${name} will be tried again by the next deploy`);
  return refused(`${name} has not failed in this database`);
}

async function dev(place: AuthoringPlace, name: string, command: Command): Promise<Outcome> {
  return describeAuthored(await authorMigration(place, { ...command, name }));
}

function describeAuthored(authored: Authored): Outcome {
  switch (authored.kind) {
    case 'reset-needed':
      return refused(authored.reason, 'The database can only be emptied: npm run db -- reset --yes');
    case 'refused':
      return refused('Not written, because of the data in the database:', ...authored.reasons);
    case 'up-to-date':
      return done('The migrations make the schema as it is');
    case 'written':
      return done(`Wrote ${authored.file}`, ...authored.warnings);
  }
}
