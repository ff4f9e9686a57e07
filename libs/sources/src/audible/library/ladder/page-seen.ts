import { sha256 } from '../items/index.js';
import type { LibraryPage, RawRow } from '../read-page.js';

/** How the purchases of a page are sorted. 'level': all at one moment; 'undated': none tells its date. */
export type PageOrder = 'ascending' | 'descending' | 'level' | 'mixed' | 'undated';

/** What a walk must know of a page. Moments are milliseconds since 1970. */
export interface PageSeen {
  rows: number;
  /** Rows that were not met in this walk before; the caller knows them. */
  fresh: number;
  total?: number | undefined;
  stateToken?: string | undefined;
  continuation?: string | undefined;
  order: PageOrder;
  /** Rows without a date. */
  undated: number;
  oldest?: number | undefined;
  /** How far the page surely reaches: the date of its last row, or a careful guess where it is not sorted. */
  edge?: number | undefined;
  /** The same for the same rows. */
  digest: string;
  /** Many of its rows lack their titles. */
  hollow: boolean;
}

/** Rows at the end of an unsorted page among which the most careful date is taken. */
const LAST_ROWS = 10;

/** `fresh`: how many distinct rows of the page had not been met before. `isUp`: oldest purchases were asked for first. */
export function pageSeen(page: LibraryPage, fresh: number, isUp: boolean, hollow: boolean): PageSeen {
  const { rows, total, stateToken, continuation } = page;
  const dates = rows.flatMap(({ purchased }) => purchased ?? []);
  const order = orderOf(rows, dates);
  const last = dates.slice(-LAST_ROWS);
  const careful = isUp ? Math.min(...last) : Math.max(...last);
  const edge = order === 'mixed' ? careful : dates.at(-1);
  return {
    rows: rows.length,
    fresh,
    ...(total !== undefined && total >= rows.length && { total }),
    ...(stateToken !== undefined && { stateToken }),
    ...(continuation !== undefined && { continuation }),
    order,
    undated: rows.length - dates.length,
    ...(dates.length > 0 && { oldest: dates.reduce((least, one) => Math.min(least, one)), edge }),
    digest: sha256(rows.map(({ mark }) => mark).join(' ')),
    hollow,
  };
}

function orderOf(rows: readonly RawRow[], dates: readonly number[]): PageOrder {
  if (dates.length === 0) return 'undated';
  const isUp = dates.every((date, at) => at === 0 || date >= (dates[at - 1] ?? 0));
  const isDown = dates.every((date, at) => at === 0 || date <= (dates[at - 1] ?? 0));
  if (isUp && isDown) return isTogether(rows) ? 'level' : 'mixed';
  if (!isTogether(rows)) return 'mixed';
  return isUp ? 'ascending' : isDown ? 'descending' : 'mixed';
}

/** Rows without a date stand together at an end where a list is sorted by date. */
function isTogether(rows: readonly RawRow[]): boolean {
  const first = rows.findIndex(({ purchased }) => purchased !== undefined);
  const last = rows.findLastIndex(({ purchased }) => purchased !== undefined);
  return rows.slice(first, last + 1).every(({ purchased }) => purchased !== undefined);
}
