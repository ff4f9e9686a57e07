import type { Check } from './check.js';
import { SUBJECTS, type Subject } from './checks/index.js';
import { Lacking, Unmet } from './expectation.js';
import { NEEDS } from './hands.js';
import type { Kit } from './kit.js';

export type Result =
  | { state: 'passed'; note?: string }
  | { state: 'failed'; expected: string; came: string }
  | { state: 'skipped'; lacking: string };

/** What became of one check. No text of it holds a device's token. */
export type CheckOutcome = Result & {
  /** Subject and place in it: "4.2". */
  number: string;
  subject: string;
  check: Pick<Check, 'id' | 'level' | 'title' | 'needs'>;
};

export interface RunOptions {
  /** Only checks whose id begins so. */
  only?: string;
  /** Told of every outcome as it comes. */
  told?: (outcome: CheckOutcome) => void;
  subjects?: readonly Subject[];
}

/** Runs the checks, one after the other: what one of them changes must not puzzle another. Never rejects. */
export async function runChecks(
  kit: Kit,
  { only = '', told, subjects = SUBJECTS }: RunOptions = {},
): Promise<CheckOutcome[]> {
  const outcomes: CheckOutcome[] = [];
  // where this does not work, the checks themselves will say so
  await kit.showToken().catch(() => undefined);
  for (const [subjectAt, { title: subject, checks }] of subjects.entries()) {
    for (const [at, check] of checks.entries()) {
      if (!check.id.startsWith(only)) continue;
      const result = redacted(await resultOf(check, kit), kit);
      const outcome = { number: `${subjectAt + 1}.${at + 1}`, subject, check, ...result };
      outcomes.push(outcome);
      told?.(outcome);
    }
  }
  return outcomes;
}

async function resultOf(check: Check, kit: Kit): Promise<Result> {
  const lacking = check.needs.filter((need) => (need === 'write' ? !kit.write : kit.hands[need] === undefined));
  if (lacking.length > 0) return { state: 'skipped', lacking: lacking.map((need) => NEEDS[need]).join(', ') };
  try {
    const note = await check.run(kit);
    return { state: 'passed', ...(note && { note }) };
  } catch (error) {
    if (error instanceof Lacking) return { state: 'skipped', lacking: error.what };
    if (error instanceof Unmet) return { state: 'failed', expected: error.expected, came: error.came };
    return { state: 'failed', expected: 'the check to come to its end', came: String(error) };
  }
}

function redacted(result: Result, kit: Kit): Result {
  const entries = Object.entries(result).map(([name, words]) => [name, kit.redacted(words)]);
  return Object.fromEntries(entries) as Result;
}
