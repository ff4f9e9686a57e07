import { PrismaPg } from '@prisma/adapter-pg';
import {
  ColumnTypeEnum,
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
} from '@prisma/driver-adapter-utils';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { withConnection } from './connect.js';

const CHAR = 18; // the type "char" of the catalogue: one byte
const UUID = 2950;

/**
 * Connects the schema engine to PostgreSQL. The stock PrismaPg 7.10 cannot serve it, for four reasons, each
 * told where it is put right below; everything else is left to it.
 */
export class MigrationAdapters implements SqlMigrationAwareDriverAdapterFactory {
  readonly provider = 'postgres';
  readonly adapterName = '@prisma/adapter-pg';
  private readonly opened: SqlDriverAdapter[] = [];

  constructor(private readonly databaseUrl: string) {}

  async connect(): Promise<SqlDriverAdapter> {
    const adapter = await openAdapter(this.databaseUrl);
    this.opened.push(adapter);
    return adapter;
  }

  connectToShadowDb(): Promise<SqlDriverAdapter> {
    return openShadowDatabase(this.databaseUrl);
  }

  /** Closes what the engine leaves open; with the connection goes the migration lock that it holds. */
  async close(): Promise<void> {
    for (const adapter of this.opened.splice(0)) await adapter.dispose();
  }
}

async function openAdapter(databaseUrl: string): Promise<SqlDriverAdapter> {
  // The engine holds a session's advisory lock and sets its search_path: all that it does must use one connection.
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  const adapter = await new PrismaPg(pool, { schema: 'public' }).connect();
  readChars(adapter, pool);
  adapter.executeScript = (script) => runWhole(pool, script);
  adapter.dispose = async () => {
    if (!pool.ending) await pool.end();
  };
  return adapter;
}

/**
 * PrismaPg does not know "char", so reading the catalogue would fail at the first such column. On the way into PrismaPg
 * we pass it off as a UUID, which none of the engine's own queries returns, and on the way out put the right type.
 */
function readChars(adapter: SqlDriverAdapter, pool: pg.Pool): void {
  const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<pg.QueryResult>;
  const disguised = async (...args: unknown[]) => {
    const result = await query(...args); // PrismaPg uses the promise form only
    for (const field of result.fields ?? []) if (field.dataTypeID === CHAR) field.dataTypeID = UUID;
    return result;
  };
  pool.query = disguised as typeof pool.query;

  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (request: SqlQuery) => {
    const result = await queryRaw(request);
    const { Uuid, Character } = ColumnTypeEnum;
    return { ...result, columnTypes: result.columnTypes.map((type) => (type === Uuid ? Character : type)) };
  };
}

/** PrismaPg cuts a script at every semicolon, through function bodies and strings; the server reads it as it is. */
async function runWhole(pool: pg.Pool, script: string): Promise<void> {
  await pool.query(script).catch(({ code = '', severity = '', message, detail, column, hint }: pg.DatabaseError) => {
    // In this form the engine passes the server's words on; of any other error it only tells a number.
    throw new DriverAdapterError({ kind: 'postgres', code, severity, message, detail, column, hint });
  });
}

/** PrismaPg drops a shadow database before it has left it, which fails, and keeps the connection it made it with. */
async function openShadowDatabase(databaseUrl: string): Promise<SqlDriverAdapter> {
  const name = `prisma_migrate_shadow_db_${randomUUID()}`;
  await withConnection(databaseUrl, (client) => client.query(`CREATE DATABASE "${name}" TEMPLATE template0`));
  const shadowUrl = new URL(databaseUrl);
  shadowUrl.pathname = name;
  const adapter = await openAdapter(shadowUrl.href);
  const leave = adapter.dispose.bind(adapter);
  adapter.dispose = async () => {
    await leave();
    await withConnection(databaseUrl, (client) => client.query(`DROP DATABASE "${name}" WITH (FORCE)`));
  };
  return adapter;
}
