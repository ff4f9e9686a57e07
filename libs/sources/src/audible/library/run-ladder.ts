import type { AudibleClient } from '../audible-client.js';
import type { AudibleError } from '../audible-error.js';
import type { Rejection } from '../judge-answer.js';
import { HOLLOW_PAUSES, isHollowPage } from './hollow.js';
import { isHollow, itemContext, type ItemContext } from './items/index.js';
import {
  absorb,
  nextStep,
  pageSeen,
  stepFailed,
  type LadderEnd,
  type LadderState,
  type LadderStep,
} from './ladder/index.js';
import { LIBRARY_PATH, libraryQuery } from './query.js';
import { readPage, type LibraryPage } from './read-page.js';

/** What the caller found when it kept a page. */
export interface PageCounts {
  /** Distinct marks of the page's rows that had not been met in this walk. The caller knows them, in memory or in the database. */
  fresh: number;
}

export interface RunLadderOptions {
  /**
   * Keeps a page. `after` gives the state to be kept in the same transaction: a worker that is killed goes on from the
   * last state that was kept.
   */
  onPage: (page: LibraryPage, after: (counts: PageCounts) => LadderState) => Promise<PageCounts>;
  signal?: AbortSignal;
}

export interface LadderRun {
  state: LadderState;
  end: LadderEnd;
  /** Titles that came without anything to show, the first 200 of this run: worth asking for one by one. */
  hollow: string[];
}

const MOST_HOLLOW = 200;

/**
 * Walks a library to its end from any state. Throws AudibleError where it cannot go on, the signal's reason once aborted,
 * and what `onPage` throws.
 */
export async function runLadder(
  client: AudibleClient,
  state: LadderState,
  options: RunLadderOptions,
): Promise<LadderRun> {
  const context = itemContext(state.groups);
  const hollow = new Set<string>();
  for (let now = state; ;) {
    options.signal?.throwIfAborted();
    const step = nextStep(now);
    if (step.kind === 'end') return { state: now, end: step, hollow: [...hollow] };
    now = await take(client, now, step, { context, hollow, options });
  }
}

/** What a walk has beside its state. */
interface Baggage {
  context: ItemContext;
  hollow: Set<string>;
  options: RunLadderOptions;
}

/** One step, and the state after it. A function of its own: a loop would hold each page until it has the next. */
async function take(
  client: AudibleClient,
  now: LadderState,
  step: LadderStep,
  { context, hollow, options }: Baggage,
): Promise<LadderState> {
  const asked = await ask(client, now, step, options.signal);
  if ('other' in asked) return asked.other;
  const { page } = asked;
  const again = isHollowPage(page.rows, context) ? stepFailed(now, step, 'hollow') : undefined;
  if (again) {
    await client.timing.sleep(HOLLOW_PAUSES[now.askedAgainHere] ?? 0, options.signal);
    return again;
  }
  noteHollow(page, context, hollow);
  return keep(page, now, step, context, options);
}

/** A question that is not taken can be put in another way, unless it is the groups that are not known. */
function isAboutPlace({ about, error }: { about: Rejection; error: AudibleError }): boolean {
  return about !== 'response_group' && (error.status === 400 || error.status === 422);
}

/** A page, or the state that asks differently. */
async function ask(
  client: AudibleClient,
  state: LadderState,
  step: LadderStep,
  signal: AbortSignal | undefined,
): Promise<{ page: LibraryPage } | { other: LadderState }> {
  const outcome = await client.tryGet(LIBRARY_PATH, libraryQuery(step), signal);
  if (outcome.kind === 'answered') return { page: readPage(outcome.answer.json, outcome.answer.headers) };
  if (outcome.kind === 'rejected' && !isAboutPlace(outcome)) throw outcome.error;
  const tooDeep = outcome.kind === 'rejected' && outcome.about === 'library_size';
  const failure = outcome.kind === 'heavy' ? 'heavy' : tooDeep ? 'library_size' : 'rejected';
  const other = stepFailed(state, step, failure);
  if (!other) throw outcome.error;
  return { other };
}

async function keep(
  page: LibraryPage,
  state: LadderState,
  step: LadderStep,
  context: ItemContext,
  { onPage }: RunLadderOptions,
): Promise<LadderState> {
  const isHollowOne = isHollowPage(page.rows, context);
  const after = ({ fresh }: PageCounts) =>
    absorb(state, step, pageSeen(page, fresh, step.sort === 'PurchaseDate', isHollowOne));
  return after(await onPage(page, after));
}

function noteHollow(page: LibraryPage, context: ItemContext, hollow: Set<string>): void {
  for (const { raw, asin } of page.rows) {
    if (asin === undefined) continue;
    if (!isHollow(raw, context)) hollow.delete(asin);
    else if (hollow.size < MOST_HOLLOW) hollow.add(asin);
  }
}
