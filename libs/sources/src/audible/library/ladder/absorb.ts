import { DEEPEST_ROW } from '../query.js';
import { isCountReached, isMissingSome, type LadderState, type LadderStep } from './ladder-state.js';
import type { PageSeen } from './page-seen.js';
import { toHead, toNumbered, toWindows } from './turns.js';
import { absorbWindow } from './windows.js';

/** A page, and whether it is the one before once more. */
type Met = PageSeen & { repeats: boolean };

/** The state once a page is kept. */
export function absorb(state: LadderState, step: LadderStep, seen: PageSeen): LadderState {
  const met = { ...seen, repeats: state.lastPage === seen.digest };
  const counted = count(state, step, seen);
  switch (step.phase) {
    case 'newest':
      return absorbNewest(counted, met);
    case 'oldest':
      return absorbOldest(counted, met);
    case 'chain':
      return absorbChain(counted, step, met);
    case 'windows':
      return absorbWindow(counted, step, met);
    case 'pages-newest':
    case 'pages-oldest':
      return absorbNumbered(counted, step, met);
    case 'head':
      return absorbHead(counted, step, met);
  }
}

function count(state: LadderState, step: LadderStep, seen: PageSeen): LadderState {
  const wrongWay = step.sort === 'PurchaseDate' ? 'descending' : 'ascending';
  const counted = {
    ...state,
    calls: state.calls + 1,
    askedAgainHere: 0,
    seen: state.seen + seen.fresh,
    rows: state.rows + seen.rows,
    partial: state.partial || seen.hollow,
    paged: state.paged || (step.page > 1 && step.phase !== 'head'),
    orderly: state.orderly && seen.order !== 'mixed' && seen.order !== wrongWay,
    lastPage: seen.digest,
  };
  // Within a window the count is that of the window.
  if (seen.total === undefined || step.purchasedAfter !== undefined) return counted;
  const { total: before = seen.total, firstTotal = seen.total } = state;
  return {
    ...counted,
    firstTotal,
    total: seen.total,
    totalChanged: state.totalChanged || seen.total !== before,
    totalFell: state.totalFell || seen.total < before,
  };
}

function absorbNewest(state: LadderState, seen: Met): LadderState {
  const { total, stateToken, continuation, edge, order } = seen;
  const isAll = total === undefined ? seen.rows < state.pageSize && continuation === undefined : total <= seen.rows;
  const known = {
    ...state,
    ...(stateToken !== undefined && { stateToken }),
    ...(continuation !== undefined && { continuation }),
    ...(edge !== undefined && order !== 'ascending' && { upper: edge }),
  };
  return isAll ? { ...known, covered: true, onePage: true, phase: 'done' } : { ...known, phase: 'oldest', page: 1 };
}

function absorbOldest(before: LadderState, seen: Met): LadderState {
  const { edge, order } = seen;
  // All at one moment from either end: whether it is sorted at all cannot be told, and dates prove nothing.
  const orderly = before.orderly && !(order === 'level' && edge === before.upper);
  const state = { ...before, orderly, ...(edge !== undefined && order !== 'descending' && { cursor: edge }) };
  if (isCountReached(state)) return { ...state, covered: true, phase: 'done' };
  // At one moment in both there may be titles in neither.
  const haveMet = state.orderly && state.upper !== undefined && edge !== undefined && edge > state.upper;
  if (haveMet) return toHead({ ...state, covered: true });
  if (state.continuation !== undefined && state.total !== undefined) return { ...state, phase: 'chain' };
  return order === 'descending' ? toNumbered(state) : toWindows(state);
}

/** One walk by tokens, from the newest on. Where it ends early, the windows need go up to its end only. */
function absorbChain(before: LadderState, step: LadderStep, seen: Met): LadderState {
  const rest = { ...before, continuation: undefined };
  const isOver = seen.continuation === undefined || seen.continuation === step.continuation || seen.rows === 0;
  const isLower = seen.edge !== undefined && rest.orderly && !rest.totalFell;
  const state = { ...rest, ...(isLower && { upper: Math.min(rest.upper ?? Infinity, seen.edge ?? Infinity) }) };
  if (isCountReached(state)) return toHead({ ...state, covered: true });
  if (!isOver) return { ...state, ...(seen.continuation !== undefined && { continuation: seen.continuation }) };
  if (state.totalFell || isMissingSome(state)) return toWindows(state);
  return toHead({ ...state, covered: true });
}

/** Pages by their number: what slips from one to the other is found out by counting alone. */
function absorbNumbered(state: LadderState, step: LadderStep, seen: Met): LadderState {
  const { total, totalFell, pageSize } = state;
  if (isCountReached(state)) return toHead({ ...state, covered: true });
  const ignoresPage = seen.repeats && seen.fresh === 0 && seen.rows > 0;
  const isPast = total === undefined ? seen.rows < pageSize : step.page * pageSize >= total;
  const isEnd = !ignoresPage && (seen.rows === 0 || isPast);
  if (isEnd) return toHead({ ...state, covered: state.covered || (total !== undefined && !totalFell) });
  const isDeepest = (step.page + 1) * pageSize > DEEPEST_ROW;
  if (!ignoresPage && !isDeepest) return { ...state, page: step.page + 1 };
  return step.phase === 'pages-newest' && !ignoresPage
    ? { ...state, phase: 'pages-oldest', page: 2 }
    : toHead({ ...state, ignoresPage, gap: true });
}

const MOST_HEAD_ROUNDS = 10;

/** What was bought meanwhile stands at the head; it is looked at until nothing there is new. */
function absorbHead(state: LadderState, step: LadderStep, seen: Met): LadderState {
  const headRounds = state.headRounds + 1;
  if (seen.fresh === 0) return { ...state, headRounds, phase: 'done' };
  if (headRounds >= MOST_HEAD_ROUNDS) return { ...state, headRounds, phase: 'done', covered: false };
  const isAllNew = seen.fresh === seen.rows && seen.rows >= step.pageSize;
  return { ...state, headRounds, page: isAllNew ? step.page + 1 : 1 };
}
