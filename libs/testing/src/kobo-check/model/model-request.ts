import type { FakeAnswer } from '../../kobo/fake-server.js';
import type { ModelDevice } from './model-accounts.js';
import type { ModelSync } from './model-sync.js';

export interface ModelRequest {
  method: string;
  /** Below the base, with the query. */
  path: string;
  headers: Record<string, string | string[] | undefined>;
  body: string;
  device: ModelDevice;
}

export type Route = [
  method: string,
  path: RegExp,
  answer: (request: ModelRequest, match: string[], sync: ModelSync) => FakeAnswer,
];

/** Puts another answer in the place of the right one. */
export type Wrong = (request: ModelRequest, answer: FakeAnswer) => FakeAnswer;

/** What JSON says, or `otherwise` where it is none. */
export function parsedOr(text: string, otherwise: unknown): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return otherwise;
  }
}
