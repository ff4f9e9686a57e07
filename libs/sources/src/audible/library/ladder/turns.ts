import type { LadderState } from './ladder-state.js';

/** A look at what was bought meanwhile, which ends every walk of more than two pages. */
export function toHead(state: LadderState): LadderState {
  return { ...state, phase: 'head', page: 1 };
}

/** From where the oldest end stopped; where it told no date, its next page. */
export function toWindows(state: LadderState): LadderState {
  const begun = { ...state, continuation: undefined, phase: 'windows' as const };
  return state.cursor === undefined ? { ...begun, page: 2, windowTotal: state.total } : { ...begun, page: 1 };
}

/** Pages by number, the second of the newest first. They prove nothing by dates. */
export function toNumbered(state: LadderState): LadderState {
  return { ...state, continuation: undefined, orderly: false, phase: 'pages-newest', page: 2 };
}
