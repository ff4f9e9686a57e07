import type { CheckOutcome } from './run-checks.js';

const MARKS = { passed: '✔', failed: '✖', skipped: '–' } as const;

/** One outcome in one line, or two where something is to be explained. */
export function linesOf(outcome: CheckOutcome): string[] {
  const { state, number, check } = outcome;
  const line = `${MARKS[state]} ${number.padEnd(5)} ${check.level.padEnd(6)} ${check.id}: ${check.title}`;
  return [line, ...explanation(outcome).map((words) => `${' '.repeat(15)}${words}`)];
}

function explanation(outcome: CheckOutcome): string[] {
  if (outcome.state === 'failed') return [`expected ${outcome.expected}`, `came     ${outcome.came}`];
  if (outcome.state === 'skipped') return [`skipped, needs ${outcome.lacking}`];
  return outcome.note ? [outcome.note] : [];
}

/** How many there were of each, and what the skipped ones would have needed. */
export function summaryOf(outcomes: readonly CheckOutcome[]): string[] {
  const count = (state: CheckOutcome['state'], level?: string) =>
    outcomes.filter((one) => one.state === state && (!level || one.check.level === level)).length;
  const failed = `${count('failed')} failed (${count('failed', 'must')} of them a must)`;
  const lacking = Map.groupBy(
    outcomes.flatMap((one) => (one.state === 'skipped' ? one.lacking.split(', ') : [])),
    (words) => words,
  );
  return [
    `${outcomes.length} checks: ${count('passed')} passed, ${failed}, ${count('skipped')} skipped`,
    ...[...lacking].map(([words, all]) => `  ${String(all.length).padStart(3)} skipped checks need ${words}`),
  ];
}

/** 1 when a device would fail. */
export const exitCodeOf = (outcomes: readonly CheckOutcome[]): number =>
  outcomes.some(({ state, check }) => state === 'failed' && check.level === 'must') ? 1 : 0;
