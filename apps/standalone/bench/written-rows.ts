import type pg from 'pg';

/** Rows that were written so far, whatever was done to them, by table ("book"; with its schema where that is not "public"). */
export type Writes = ReadonlyMap<string, number>;

/** PostgreSQL's backends tell of what they wrote when they have been idle for ten seconds, at the latest. */
const SILENCE_MS = 12_000;
const LOOK_EVERY_MS = 500;

/** What is written when nothing more is; `restless` tables, which are always written to, are not waited for. */
export async function settledWrites(pool: pg.Pool, restless: readonly string[]): Promise<Writes> {
  let last = await writes(pool);
  for (let still = 0; still < SILENCE_MS; still += LOOK_EVERY_MS) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    const now = await writes(pool);
    if ([...since(last, now).keys()].some((table) => !restless.includes(table))) still = 0;
    last = now;
  }
  return last;
}

/** What was written in between; tables to which nothing was are left out. */
export function since(before: Writes, after: Writes): Map<string, number> {
  const grown = [...after].map(([table, count]) => [table, count - (before.get(table) ?? 0)] as const);
  return new Map(grown.filter(([, count]) => count !== 0));
}

async function writes(pool: pg.Pool): Promise<Writes> {
  const { rows } = await pool.query<{ name: string; count: string }>(`
    select case schemaname when 'public' then relname else schemaname || '.' || relname end as name,
      n_tup_ins + n_tup_upd + n_tup_del as count
    from pg_stat_user_tables order by 1`);
  return new Map(rows.map(({ name, count }) => [name, Number(count)]));
}
