import pg from 'pg';
import type { Prisma } from './client.js';
import { copyRows } from './copy-rows.js';
import type { ListedItems } from './listed-items.js';

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
  items: ListedItems;
  folders: readonly (FoundFolder | SeenFolder)[];
}

/** Writes down a part of what is listed, all of it or nothing: so a folder that has an outcome has its items. */
export async function stageListing(pool: pg.Pool, scanId: string, { items, folders }: StagedPart): Promise<void> {
  const followedBy = folders.length > 0 ? stageFolders(scanId, folders) : undefined;
  if (items.count > 0) await copyRows(pool, { ...items.end(), followedBy });
  else if (followedBy) await pool.query(followedBy);
}

/** The statement. Of each folder one row; what became of it goes before its being found. */
function stageFolders(scanId: string, folders: StagedPart['folders']): string {
  return `
    insert into listed_folder (scan_id, path, target, outcome, attempt, etag, modified, count, date, detail)
    select ${pg.escapeLiteral(scanId)}::uuid, path, target, outcome, coalesce(attempt, 0), etag, modified,
      coalesce(count, 0), date, detail
    from jsonb_to_recordset(${pg.escapeLiteral(JSON.stringify(folders))}::jsonb) as f(path text, target jsonb, outcome text,
      attempt int, etag text, modified timestamptz, count int, date timestamptz, detail text)
    on conflict (scan_id, path) do update set outcome = excluded.outcome, attempt = excluded.attempt,
      etag = excluded.etag, modified = excluded.modified, count = excluded.count, date = excluded.date,
      detail = excluded.detail where excluded.outcome is not null`;
}
