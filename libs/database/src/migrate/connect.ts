import pg from 'pg';
import { MigrationFailed } from './migration-failed.js';

// The advisory lock that Prisma's tools take too, so that nobody else migrates at the same time.
const MIGRATION_LOCK = 72_707_369;
const LOCK_WITHIN = '10min';
const LOCK_NOT_AVAILABLE = '55P03';

/** Hands an open connection to `work` and closes it afterwards. */
export async function withConnection<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl });
  let lost = false;
  client.on('error', () => (lost = true)); // the query under way rejects as well; this keeps the process alive
  await client.connect();
  try {
    return await work(client);
  } finally {
    if (!lost) await client.end();
  }
}

/** As `withConnection`, while holding the migration lock; of several processes that ask at once the others wait. */
export function withMigrationLock<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  return withConnection(databaseUrl, async (client) => {
    await client.query(`SET lock_timeout = '${LOCK_WITHIN}'`);
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]).catch((error: pg.DatabaseError) => {
      if (error.code !== LOCK_NOT_AVAILABLE) throw error;
      throw new MigrationFailed(`Another process has been migrating this database for more than ${LOCK_WITHIN}`);
    });
    await client.query('RESET lock_timeout');
    return work(client); // closing the connection gives the lock back
  });
}
