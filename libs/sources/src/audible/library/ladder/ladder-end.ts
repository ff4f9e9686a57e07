import type { LadderState } from './ladder-state.js';

export type LadderReason = 'all_read' | 'fewer_than_told' | 'not_verified' | 'places_passed_over' | 'too_many_calls';

/** How a walk ended. */
export interface LadderEnd {
  kind: 'end';
  /** Every title that was there all the time was read. */
  complete: boolean;
  reason: LadderReason;
  /** For people. */
  words: string;
  /** Some pages came without titles; what is kept of theirs is as it was. */
  partial: boolean;
  /** Titles that were not met may count as absent, once: see `mayMarkAbsent`. */
  mayConcludeAbsence: boolean;
  total?: number;
  seen: number;
  rows: number;
  calls: number;
  /** A delta run may begin with it, where the walk is complete and all of it is kept. */
  stateToken?: string;
}

export function endOf(state: LadderState): LadderEnd {
  const { total, seen, rows, partial, stateToken } = state;
  const reason = reasonOf(state);
  const complete = reason === 'all_read';
  const isSteady = total === seen && !state.totalChanged;
  return {
    kind: 'end',
    complete,
    reason,
    words: wordsOf(reason, state),
    partial,
    mayConcludeAbsence: complete && !partial && isSteady,
    ...(total !== undefined && { total }),
    seen,
    rows,
    calls: state.calls + state.askedAgain,
    ...(stateToken !== undefined && { stateToken }),
  };
}

function reasonOf(state: LadderState): LadderReason {
  const { phase, total, covered, gap, onePage } = state;
  if (phase !== 'done') return 'too_many_calls';
  if (onePage || (covered && (total === undefined || state.seen >= total))) return 'all_read';
  if (total !== undefined && state.seen < total) return 'fewer_than_told';
  return gap ? 'places_passed_over' : 'not_verified';
}

function wordsOf(reason: LadderReason, { seen, total }: LadderState): string {
  const titles = total === undefined ? `${seen} titles` : `${seen} of ${total} titles`;
  const why: Record<LadderReason, string> = {
    all_read: 'were read, which is all of them.',
    fewer_than_told: 'were read; the others did not show.',
    not_verified: 'were read; whether these are all cannot be told.',
    places_passed_over: 'were read; some places of the library could not be reached.',
    too_many_calls: 'were read; it took so many questions that it was given up.',
  };
  return `${titles} ${why[reason]}`;
}
