import { withConnection } from './migrate/connect.js';

/** Postgres advisory locks; other purposes have other numbers (leadership.ts, content-locks.ts, connections.repository.ts). */
const LOCKS = { 'rotate keys': 7_304 } as const;

/**
 * Does what only one at a time may do on a database. `isInUse` says whether anybody else is connected to it. Undefined
 * where somebody else does it already. The lock goes with the process.
 */
export function oneAtATime<Result>(
  url: string,
  what: keyof typeof LOCKS,
  work: (isInUse: boolean) => Promise<Result>,
): Promise<Result | undefined> {
  return withConnection(url, async (client) => {
    const lock = await client.query<{ won: boolean }>('select pg_try_advisory_lock($1) as won', [LOCKS[what]]);
    if (!lock.rows[0]?.won) return undefined;
    const others = await client.query(
      `select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
        and backend_type = 'client backend' limit 1`,
    );
    return work((others.rowCount ?? 0) > 0);
  });
}
