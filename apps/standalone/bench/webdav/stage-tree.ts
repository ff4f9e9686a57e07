import { type ListedItem, ListedItems, type SeenFolder } from '@octavo/database';
import { line, milliseconds, timed } from '../numbers.js';
import type { ConnectedHouse } from './connected.js';
import { type BigTree, IN_A_FOLDER, LAST_YEAR, nameOf } from './tree.js';

/** As the worker does. */
const AT_ONCE = 10_000;
/** The one in the middle counts. */
const TIMES = 3;

/**
 * What PostgreSQL needs by itself to have a listing of a tree written down, the way the worker has it done but with nobody
 * parsing answers beside, in milliseconds; and, as a baseline, to copy as many rows into a table that is like the one of
 * known files.
 */
export async function stageTree(house: ConnectedHouse, { files, folders }: BigTree): Promise<number> {
  const { scans, sourceListings } = house.database;
  const { id } = await scans.begin(house.libraryId, house.libraryId);
  const leaves = folders.map(decodeURI).filter((path) => path.split('/').length === 3);
  const items = leaves.flatMap((path) => itemsIn(path.slice(0, -1))).slice(0, files);
  const seen = folders.map((path) => seenFolder(decodeURI(path).slice(0, -1)));
  const times: number[] = [];
  for (let time = 0; time < TIMES; time++) {
    await sourceListings.clear(id);
    const { ms } = await timed(async () => {
      for (let at = 0; at < items.length; at += AT_ONCE) {
        const share = seen.slice((at / items.length) * seen.length, ((at + AT_ONCE) / items.length) * seen.length);
        const batch = new ListedItems(id);
        for (const item of items.slice(at, at + AT_ONCE)) batch.add(item);
        await house.database.stageListing(id, { items: batch, folders: share });
      }
    });
    times.push(ms);
  }
  const ms = times.sort((a, b) => a - b)[Math.floor(TIMES / 2)]!;
  await house.query('create table copied (like source_item including all)');
  const copying = `insert into copied (library_id, path, request_path, sidecar, revision)
    select '${house.libraryId}', path, request_path, sidecar, path from listed_item`;
  const copied = await timed(() => house.query(copying));
  line('baseline: as many rows copied into a table with a key', milliseconds(copied.ms));
  line(`a listing written down by itself: of ${TIMES}, the one in the middle`, milliseconds(ms));
  await house.query('drop table copied');
  await sourceListings.clear(id);
  await scans.end(id, 'CANCELLED');
  await house.query('delete from scan');
  await house.query('vacuum analyze');
  return ms;
}

function itemsIn(folder: string): ListedItem[] {
  const [author, series] = [...folder.matchAll(/\d+/g)].map(Number) as [number, number];
  return Array.from({ length: IN_A_FOLDER }, (_, n) => {
    const path = `${folder}/${nameOf(author, series, n)}`;
    const names = { path, requestPath: encodeURI(path), sidecar: false };
    const told = { size: n + 1, modified: LAST_YEAR, etag: `${n.toString(16)}-5f3b9c1d2e4a0`, remoteId: null };
    return { ...names, ...told, attempt: 1, processing: false };
  });
}

function seenFolder(path: string): SeenFolder {
  const target = { key: path, path: encodeURI(path) };
  const told = { etag: '1000-5f3b9c1d2e4a0', modified: LAST_YEAR, count: IN_A_FOLDER, date: new Date(), detail: null };
  return { path, target, outcome: 'complete', attempt: 1, ...told };
}
