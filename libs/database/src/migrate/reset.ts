import { migrateDeploy, type MigrationPlace } from './deploy.js';
import { EVERYTHING, withEngine } from './engine.js';

/** Empties the database and applies all migrations anew. Gives their names. */
export async function resetDatabase(place: MigrationPlace): Promise<string[]> {
  await withEngine(place.databaseUrl, undefined, (engine) => engine.reset({ filter: EVERYTHING }));
  return migrateDeploy(place);
}
