import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from } from 'pg-copy-streams';

/** Rows, and where they go. */
export interface CopyOrder {
  table: string;
  /** In the order in which a CopyWriter wrote them. */
  columns: readonly string[];
  rows: readonly Buffer[];
  /** A statement that belongs to it: both are done, or neither. */
  followedBy?: string | undefined;
}

/**
 * Appends rows to a table by COPY: less than half of PostgreSQL's work for the same rows in a statement. Throws
 * PostgreSQL's error.
 */
export async function copyRows(pool: pg.Pool, { table, columns, rows, followedBy = '' }: CopyOrder): Promise<void> {
  const client = await pool.connect();
  client.on('error', ignore); // a connection that breaks says so twice
  try {
    // What PostgreSQL is sent at once it does in one transaction (Message Flow, "Multiple Statements in a Simple Query").
    const copying = client.query(from(`copy ${table} (${columns.join(', ')}) from stdin binary; ${followedBy}`));
    await pipeline(Readable.from(rows), copying);
    client.off('error', ignore).release();
  } catch (error) {
    client.release(true); // nobody knows where it stands
    throw error;
  }
}

const ignore = () => undefined;
