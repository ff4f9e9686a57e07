import type { AudibleClient } from '../audible-client.js';
import { HOLLOW_PAUSES, isHollowPage } from './hollow.js';
import { itemContext } from './items/index.js';
import { LARGEST_PAGE, LIBRARY_PATH, libraryQuery, SMALLEST_PAGE, type LibraryQuestion } from './query.js';
import { readPage, type LibraryPage } from './read-page.js';

export interface DeltaOptions {
  /** Kept of a walk or of the last delta, of the same shop and the same groups. */
  stateToken: string;
  groups: string;
  pageSize?: number;
  /** Changed titles as rows; those that went have the status "Revoked", or are among `removedAsins`. */
  onPage: (page: LibraryPage) => Promise<void>;
  signal?: AbortSignal;
}

/** What became of a question for changes. */
export type DeltaOutcome =
  /** All changes were handed over. The next question begins at `stateToken`. */
  | { kind: 'listed'; stateToken: string; rows: number; pages: number; partial: boolean }
  /** Some could not be had: the old token stays. */
  | { kind: 'incomplete'; rows: number; pages: number }
  /** The server does not take the token: a whole walk is due, and the token is of no more use. */
  | { kind: 'stale' };

const MOST_PAGES = 200;

interface Place {
  pageSize: number;
  page: number;
  continuation?: string | undefined;
}

/**
 * Asks for what changed since a token was given. How far a title was listened to, whether it is finished and its rating
 * move no token: only a walk shows them. Throws as `runLadder` does.
 */
export async function runDelta(client: AudibleClient, options: DeltaOptions): Promise<DeltaOutcome> {
  const { groups, stateToken, signal } = options;
  let place: Place = { pageSize: options.pageSize ?? LARGEST_PAGE, page: 1 };
  let [rows, pages, partial] = [0, 0, false];
  let next = stateToken;
  const marks = new Set<string>();
  while (pages < MOST_PAGES) {
    const asked = await ask(client, { ...place, groups, stateToken }, signal);
    if (asked.kind === 'stale') return pages === 0 ? asked : { kind: 'incomplete', rows, pages };
    place = { ...place, pageSize: asked.pageSize, page: pageAt(place, asked.pageSize) };
    const { page } = asked;
    const before = marks.size;
    for (const { mark } of page.rows) marks.add(mark);
    if (pages === 0) next = page.stateToken ?? stateToken;
    await options.onPage(page);
    [rows, pages, partial] = [rows + page.rows.length, pages + 1, partial || asked.isHollow];
    const more = following(page, place, marks.size);
    if (more === undefined) return { kind: 'listed', stateToken: next, rows, pages, partial };
    if (marks.size === before) break;
    place = more;
  }
  return { kind: 'incomplete', rows, pages };
}

/** Where the next page is; undefined after the last. */
function following(page: LibraryPage, place: Place, distinct: number): Place | undefined {
  const { continuation, total, rows } = page;
  if (continuation !== undefined) return { ...place, continuation };
  if (place.continuation !== undefined || rows.length === 0) return undefined;
  const isMore = total === undefined ? rows.length >= place.pageSize : distinct < total;
  return isMore ? { ...place, page: place.page + 1 } : undefined;
}

/** The page of the new size that begins where the one of the old size did, or before. */
function pageAt(place: Place, pageSize: number): number {
  return Math.floor(((place.page - 1) * place.pageSize) / pageSize) + 1;
}

type Asked = { kind: 'page'; page: LibraryPage; pageSize: number; isHollow: boolean } | { kind: 'stale' };

async function ask(client: AudibleClient, question: LibraryQuestion, signal?: AbortSignal): Promise<Asked> {
  const context = itemContext(question.groups);
  let { pageSize, page: number = 1 } = question;
  for (let again = 0; ;) {
    const outcome = await client.tryGet(LIBRARY_PATH, libraryQuery({ ...question, pageSize, page: number }), signal);
    if (outcome.kind === 'rejected') {
      if (outcome.about === 'response_group' || outcome.error.status !== 400) throw outcome.error;
      return { kind: 'stale' };
    }
    if (outcome.kind === 'heavy') {
      if (pageSize <= SMALLEST_PAGE || question.continuation !== undefined) throw outcome.error;
      const half = Math.max(SMALLEST_PAGE, Math.floor(pageSize / 2));
      [number, pageSize] = [pageAt({ pageSize, page: number }, half), half];
      continue;
    }
    const page = readPage(outcome.answer.json, outcome.answer.headers);
    const isHollow = isHollowPage(page.rows, context);
    const pause = isHollow ? HOLLOW_PAUSES[again] : undefined;
    if (pause === undefined) return { kind: 'page', page, pageSize, isHollow };
    await client.timing.sleep(pause, signal);
    again += 1;
  }
}
