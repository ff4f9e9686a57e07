import type pg from 'pg';
import { type Cells, copyRows } from './copy-rows.js';
import { type Client, Prisma } from './client.js';

/** A file as a server lists it. What it does not say is null. */
export interface ListedItem {
  /** What it is known by, below the connection's address. */
  path: string;
  folder: string;
  /** Of all listings of its folder the one it came in. */
  attempt: number;
  /** What it is asked for by. */
  requestPath: string;
  /** It says something about books beside it and is none itself. */
  sidecar: boolean;
  size: number | null;
  modified: Date | null;
  etag: string | null;
  remoteId: string | null;
  /** The server is still at work on it. */
  processing: boolean;
}

/** A folder that is to be listed. */
export interface FoundFolder {
  path: string;
  target: Prisma.InputJsonObject;
}

/** A folder that was listed, or that something else became of. */
export interface SeenFolder extends FoundFolder {
  outcome: string;
  attempt: number;
  etag: string | null;
  modified: Date | null;
  count: number;
  /** The server's clock then. */
  date: Date | null;
  detail: string | null;
}

/** What came of a listing since the last part was written down. */
export interface StagedPart {
  items: readonly ListedItem[];
  folders: readonly (FoundFolder | SeenFolder)[];
}

const ITEMS = {
  table: 'listed_item',
  columns: 'scan_id, path, folder, attempt, request_path, sidecar, size, modified, etag, remote_id, fresh',
};

/** Writes down a part of what is listed: its items first, so that a folder that has an outcome has its items. */
export async function stageListing(pool: pg.Pool, client: Client, scanId: string, part: StagedPart): Promise<void> {
  const { items, folders } = part;
  if (items.length > 0) await copyRows(pool, ITEMS, cellsOfAll(scanId, items));
  if (folders.length > 0) await stageFolders(client, scanId, folders);
}

/** Of each folder one row; what became of it goes before its being found. */
async function stageFolders(client: Client, scanId: string, folders: StagedPart['folders']): Promise<void> {
  await client.$executeRaw`
    insert into listed_folder (scan_id, path, target, outcome, attempt, etag, modified, count, date, detail)
    select ${scanId}::uuid, path, target, outcome, coalesce(attempt, 0), etag, modified, coalesce(count, 0), date, detail
    from jsonb_to_recordset(${JSON.stringify(folders)}::jsonb) as f(path text, target jsonb, outcome text,
      attempt int, etag text, modified timestamptz, count int, date timestamptz, detail text)
    on conflict (scan_id, path) do update set outcome = excluded.outcome, attempt = excluded.attempt,
      etag = excluded.etag, modified = excluded.modified, count = excluded.count, date = excluded.date,
      detail = excluded.detail where excluded.outcome is not null`;
}

const text = (value: number | boolean | null) => (value === null ? null : String(value));

/** In the order of the columns; made when they are asked for, so that none lives long. */
function* cellsOfAll(scanId: string, items: readonly ListedItem[]): Generator<Cells> {
  for (const item of items) {
    const { path, folder, attempt, requestPath, sidecar, size, modified, etag, remoteId, processing } = item;
    const time = modified && modified.toISOString();
    const names = [scanId, path, folder, text(attempt), requestPath, text(sidecar)];
    yield [...names, text(size), time, etag, remoteId, text(processing)];
  }
}
