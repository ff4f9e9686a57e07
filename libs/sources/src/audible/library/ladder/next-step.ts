import { isoOf } from '../instants.js';
import { endOf, type LadderEnd } from './ladder-end.js';
import type { LadderState, LadderStep } from './ladder-state.js';

const HEAD_PAGE = 50;
const MOST_CALLS_BLIND = 200;
const SPARE_CALLS = 20;

/** What to ask for next, or how it ended. The same state always gives the same. */
export function nextStep(state: LadderState): LadderStep | LadderEnd {
  const { phase, groups, pageSize, page, cursor, continuation } = state;
  if (phase === 'done' || state.calls >= mostCalls(state)) return endOf(state);
  const step = { kind: 'step' as const, phase, groups, pageSize, page };
  switch (phase) {
    case 'newest':
    case 'pages-newest':
      return { ...step, sort: '-PurchaseDate' };
    case 'oldest':
    case 'pages-oldest':
      return { ...step, sort: 'PurchaseDate' };
    case 'chain':
      return { ...step, sort: '-PurchaseDate', page: 1, ...(continuation !== undefined && { continuation }) };
    case 'windows': {
      // The purchase the last window ended with is asked for again: whether "after" means "from" is not known.
      const purchasedAfter = isoOf(cursor === undefined ? undefined : cursor - 1);
      return { ...step, sort: 'PurchaseDate', ...(purchasedAfter !== undefined && { purchasedAfter }) };
    }
    case 'head':
      return { ...step, sort: '-PurchaseDate', pageSize: Math.min(HEAD_PAGE, pageSize) };
  }
}

/** A walk never goes on for ever, whatever a server says. */
function mostCalls({ total, pageSize }: LadderState): number {
  return total === undefined ? MOST_CALLS_BLIND : Math.ceil(total / pageSize) + SPARE_CALLS;
}
