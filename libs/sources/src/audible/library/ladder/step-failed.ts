import { SMALLEST_PAGE } from '../query.js';
import type { LadderState, LadderStep } from './ladder-state.js';
import { toHead, toNumbered, toWindows } from './turns.js';
import { deeper } from './windows.js';

/**
 * Why a step gave no page to keep. 'hollow': its rows lack their titles; 'heavy': the server broke down over it;
 * 'library_size': too deep; 'rejected': it does not take such a question.
 */
export type StepFailure = 'hollow' | 'heavy' | 'library_size' | 'rejected';

const MOST_ASKED_AGAIN_HERE = 3;
const MOST_ASKED_AGAIN = 12;

/** The state that asks differently. Undefined where there is no other way to ask: the error stands, or the page as it is. */
export function stepFailed(state: LadderState, step: LadderStep, failure: StepFailure): LadderState | undefined {
  if (failure === 'hollow') return askAgain(state);
  const tried = { ...state, calls: state.calls + 1 };
  const isTooMuch = failure === 'heavy' || (failure === 'library_size' && step.page === 1 && step.phase !== 'chain');
  return isTooMuch ? smaller(tried, step) : around(tried, step);
}

function askAgain(state: LadderState): LadderState | undefined {
  if (state.askedAgainHere >= MOST_ASKED_AGAIN_HERE || state.askedAgain >= MOST_ASKED_AGAIN) return undefined;
  return { ...state, askedAgain: state.askedAgain + 1, askedAgainHere: state.askedAgainHere + 1 };
}

/** Half as many at a time, from where the larger page would have begun. */
function smaller(state: LadderState, step: LadderStep): LadderState | undefined {
  if (step.pageSize <= SMALLEST_PAGE) return undefined;
  const pageSize = Math.max(SMALLEST_PAGE, Math.floor(step.pageSize / 2));
  const page = Math.floor(((step.page - 1) * step.pageSize) / pageSize) + 1;
  const halved = { ...state, pageSize, page, lastPage: undefined };
  // A token belongs to pages of one size.
  return step.phase === 'chain' ? toWindows(halved) : halved;
}

function around(state: LadderState, step: LadderStep): LadderState | undefined {
  switch (step.phase) {
    case 'newest':
    case 'oldest':
      return undefined;
    case 'head':
      // More was bought than one page shows, and the next is not to be had.
      return step.page > 1 ? { ...state, phase: 'done', covered: false } : undefined;
    case 'chain':
      return toWindows(state);
    case 'windows':
      return step.page > 1 ? deeper(state, step, true) : toNumbered(state);
    case 'pages-newest':
      return { ...state, phase: 'pages-oldest', page: 2 };
    case 'pages-oldest':
      return toHead({ ...state, gap: true });
  }
}
