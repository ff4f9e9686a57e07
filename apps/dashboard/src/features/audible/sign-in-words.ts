import type { Problem } from '@octavo/contracts';

const MINUTE_MS = 60_000;

/** How long a sign-in may still take: "14 minutes left"; undefined once it is over. `now` in milliseconds. */
export function timeLeftWords(expiresAt: string, now: number): string | undefined {
  const left = Date.parse(expiresAt) - now;
  if (!(left > 0)) return undefined;
  if (left < MINUTE_MS) return 'less than a minute left';
  const minutes = Math.floor(left / MINUTE_MS);
  return minutes === 1 ? '1 minute left' : `${minutes} minutes left`;
}

/** Problems that are about the address that was pasted, or about the sign-in it belongs to. */
const ABOUT_THE_ADDRESS = ['audible.sign-in-failed', 'audible.sign-in-not-found'];

/** What the server said about the pasted address, in its own words; undefined where it spoke of something else. */
export function landingComplaint(problem: Problem | undefined): string | undefined {
  if (!problem) return undefined;
  const atField = problem.errors?.find(({ path }) => path === 'redirectUrl')?.message;
  return atField ?? (isOneOf(problem, ABOUT_THE_ADDRESS) ? problem.detail : undefined);
}

/** Whether a sign-in cannot be gone on with, whatever is pasted. */
export const isSignInLost = (problem: Problem | undefined): boolean =>
  problem !== undefined && isOneOf(problem, ['audible.sign-in-not-found']);

const isOneOf = ({ type }: Problem, codes: readonly string[]) => codes.includes(type.split('/').at(-1) ?? '');
