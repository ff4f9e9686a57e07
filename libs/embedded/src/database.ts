import pg from 'pg';

const CONNECT_WITHIN_MS = 5_000;

/** Why a connection failed: the SQLSTATE or the system's error code, and what the server said. */
export interface Refusal {
  code: string;
  message: string;
}

/** Connects once and leaves. Undefined when that works; never throws and never keeps the address, which has a password. */
export async function probeDatabase(url: string, withinMs?: number): Promise<Refusal | undefined> {
  try {
    await withClient(url, (client) => client.query('SELECT 1'), withinMs);
    return undefined;
  } catch (error) {
    const { code, message } = error as Partial<Refusal>;
    return { code: code ?? '', message: message ?? '' };
  }
}

/** Makes the database unless there is one of that name. `adminUrl` names any database on the server. */
export async function createDatabase(adminUrl: string, name: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const known = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (known.rowCount === 0) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
  });
}

async function withClient<T>(
  connectionString: string,
  work: (client: pg.Client) => Promise<T>,
  withinMs = CONNECT_WITHIN_MS,
): Promise<T> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: withinMs });
  let lost: Error | undefined;
  client.on('error', (error: Error) => (lost = error)); // an idle connection that breaks must not end the process
  try {
    await client.connect();
    return await work(client);
  } finally {
    if (!lost) await client.end();
  }
}
