import type { Problem } from '@octavo/contracts';
import { waitWords } from './spans.js';

/** What a server that cannot be used like this needs instead, as far as that is known. */
export interface Advice {
  /** The address that the server itself names. */
  address?: string;
  /** That it wants to be left alone for a while. */
  wait?: string;
}

/** Takes advice out of a refusal to connect: its errors carry more than is said in words. */
export function adviceOf(problem: Problem | undefined): Advice {
  const errors = problem?.errors ?? [];
  const address = errors.map(({ suggestedBaseUrl }) => suggestedBaseUrl).find((one) => typeof one === 'string');
  const seconds = errors.map(({ retryAfterSeconds }) => retryAfterSeconds).find((one) => typeof one === 'number');
  return {
    ...(address !== undefined && { address }),
    ...(seconds !== undefined && { wait: `It asks to be tried again in ${waitWords(seconds)}.` }),
  };
}
