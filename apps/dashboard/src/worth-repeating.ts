import { ApiProblem } from './api.js';

const MOST_RETRIES = 2;

/** Whether to ask again after so many failures: only for what may pass by itself, no answer or a fault of the server. */
export function isWorthRepeating(failures: number, error: Error): boolean {
  const passing = error instanceof ApiProblem && (error.status === 0 || error.status >= 500);
  return passing && failures < MOST_RETRIES;
}
