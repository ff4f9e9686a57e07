import { DEEPEST_ROW } from '../query.js';
import { isCountReached, type LadderState, type LadderStep } from './ladder-state.js';
import type { PageSeen } from './page-seen.js';
import { toHead, toNumbered } from './turns.js';

/** A window may begin a little before what was asked for: clocks and fractions are rounded. */
const SLACK_MS = 1000;

/** A page of purchases after the cursor, the oldest first. */
export function absorbWindow(
  before: LadderState,
  step: LadderStep,
  seen: PageSeen & { repeats: boolean },
): LadderState {
  if (isCountReached(before)) return toHead({ ...before, covered: true });
  const hasSlipped = step.page > 1 && (seen.total ?? 0) < (before.windowTotal ?? 0);
  const state = { ...before, gap: before.gap || hasSlipped, windowTotal: seen.total };
  if (isNoWindow(state, step, seen)) return toNumbered(state);
  const { upper, cursor } = state;
  const { edge } = seen;
  const isPastUpper = upper !== undefined && edge !== undefined && edge > upper;
  // The count of a window is of the window, and of what a server ignores it would be no less.
  const isAll = seen.total !== undefined && step.page === 1 && seen.total <= seen.rows;
  const isLast = seen.rows === 0 || isAll || (seen.rows < step.pageSize && seen.fresh === 0);
  if (isPastUpper || isLast) return finish(state);
  if (edge !== undefined && (cursor === undefined || edge > cursor)) return { ...state, cursor: edge, page: 1 };
  return deeper(state, step, seen.repeats && step.page > 1);
}

/** The server gives what was bought before as well, or the newest first: it knows no windows. */
function isNoWindow({ cursor }: LadderState, step: LadderStep, { oldest, order }: PageSeen): boolean {
  if (order === 'descending') return true;
  if (step.purchasedAfter === undefined || cursor === undefined) return false;
  return oldest !== undefined && oldest < cursor - SLACK_MS;
}

/** More purchases at one moment than fit on a page: they are paged through, as far as that goes. */
export function deeper(state: LadderState, step: LadderStep, ignoresPage: boolean): LadderState {
  const isDeepest = (step.page + 1) * step.pageSize > DEEPEST_ROW;
  if (!ignoresPage && !isDeepest) return { ...state, page: step.page + 1 };
  if (state.cursor === undefined) return toNumbered({ ...state, gap: true });
  return { ...state, gap: true, ignoresPage: state.ignoresPage || ignoresPage, cursor: state.cursor + 1, page: 1 };
}

function finish(state: LadderState): LadderState {
  const hasReached = state.orderly && !state.gap && state.upper !== undefined;
  if (!hasReached && !state.ignoresPage) return toNumbered(state);
  // What slips between counted pages shows in totals alone.
  return toHead({ ...state, covered: hasReached && (!state.paged || state.total !== undefined) });
}
