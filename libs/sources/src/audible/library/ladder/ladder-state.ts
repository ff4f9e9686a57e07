import { LARGEST_PAGE, LEAST_PAGE, type SortOrder } from '../query.js';

/**
 * Where a walk over a library is. `newest` and `oldest`: a page of either end. Then what lies between: `chain` follows
 * tokens from the newest on, `windows` goes by dates of purchase from the oldest on, `pages-newest` and `pages-oldest`
 * count pages from either end. `head`: what was bought meanwhile.
 */
export type LadderPhase = 'newest' | 'oldest' | 'chain' | 'windows' | 'pages-newest' | 'pages-oldest' | 'head' | 'done';

/** All that a walk must remember to go on elsewhere: plain JSON, and no list in it. Moments are milliseconds since 1970. */
export interface LadderState {
  /** Of this object's form. */
  form: 1;
  phase: LadderPhase;
  groups: string;
  /** What is asked for now; halved where it is too much for the server. */
  pageSize: number;
  calls: number;
  /** Pages that were asked for again because their titles lacked; of these for the present page. */
  askedAgain: number;
  askedAgainHere: number;
  /** Distinct rows, and all rows. */
  seen: number;
  rows: number;
  /** As told first, and last. */
  firstTotal?: number;
  total?: number;
  totalChanged: boolean;
  /** Then a row may have slipped from a page not read yet to one that was. */
  totalFell: boolean;
  /** Of the first page: a delta run begins there once all pages are kept. */
  stateToken?: string;
  continuation?: string;
  /** The oldest purchase of the newest end: the windows go up to it. */
  upper?: number;
  /** The newest purchase that the windows have reached. */
  cursor?: number;
  page: number;
  /** What the present window holds, as told last. */
  windowTotal?: number | undefined;
  /** Pages of one window, or of the library, were counted: only totals tell whether a row slipped between two. */
  paged: boolean;
  /** A digest of the last page: a server that gives the same one again does not count pages. */
  lastPage?: string;
  /** So far all pages came sorted, and each row with its date. */
  orderly: boolean;
  /** No place was passed over: what is in the library was in a page. */
  covered: boolean;
  /** The first page held everything. */
  onePage: boolean;
  /** A place had to be passed over. */
  gap: boolean;
  ignoresPage: boolean;
  /** A page without titles had to be taken as it was. */
  partial: boolean;
  headRounds: number;
}

export interface LadderOptions {
  /** 10 to 1000. */
  pageSize?: number;
  /** Pinned for the whole walk: "product_desc,media". */
  groups: string;
}

export function beginLadder({ pageSize = LARGEST_PAGE, groups }: LadderOptions): LadderState {
  return {
    form: 1,
    phase: 'newest',
    groups,
    pageSize: Math.min(Math.max(Math.round(pageSize), LEAST_PAGE), LARGEST_PAGE),
    calls: 0,
    askedAgain: 0,
    askedAgainHere: 0,
    seen: 0,
    rows: 0,
    totalChanged: false,
    totalFell: false,
    page: 1,
    paged: false,
    orderly: true,
    covered: false,
    onePage: false,
    gap: false,
    ignoresPage: false,
    partial: false,
    headRounds: 0,
  };
}

/** One page to be asked for. */
export interface LadderStep {
  kind: 'step';
  phase: Exclude<LadderPhase, 'done'>;
  groups: string;
  sort: SortOrder;
  pageSize: number;
  page: number;
  /** ISO 8601. */
  purchasedAfter?: string;
  continuation?: string;
}

/** All titles that are told were seen; of a total that changed meanwhile this says nothing once a row may have slipped. */
export function isCountReached({ total, totalFell, seen }: LadderState): boolean {
  return total !== undefined && !totalFell && seen >= total;
}

/** What is known to be missing beyond what was bought during the walk. */
export function isMissingSome({ total, firstTotal, seen }: LadderState): boolean {
  if (total === undefined || firstTotal === undefined) return false;
  return total - seen > Math.max(0, total - firstTotal);
}
