import type { Asked } from './ask.js';
import { parseByRows } from './json-by-rows.js';
import { at, isObject, type Json } from './library/json-value.js';
import { readRetryAfter } from './pauses.js';

/** What a question was refused for. 'library_size': too deep into the pages; 'not_found': a title that is not there. */
export type Rejection = 'library_size' | 'response_group' | 'state_token' | 'not_found' | 'other';

export type JudgedAnswer =
  | { kind: 'ok'; json: Json }
  /** These credentials are not taken. */
  | { kind: 'refused' }
  | { kind: 'throttled'; waitSec?: number }
  /** `isPage`: a page for people instead of an answer. */
  | { kind: 'outage'; isPage: boolean; waitSec?: number }
  /** The server broke down over it: worth a smaller page. */
  | { kind: 'heavy' }
  /** Asking once more would change nothing. `words` are the server's own. */
  | { kind: 'rejected'; about: Rejection; words: string }
  | { kind: 'malformed' };

/** The member that a sound answer has, and whether it is a list. */
export interface Expected {
  key: string;
  isList: boolean;
}

const MOST_WORDS = 300;
/** What tells a page for people from an answer. */
const HEAD_BYTES = 1000;
const NOT_OURS = /could not be authenticated|client-id/i;
const ABOUT: readonly [Rejection, RegExp][] = [
  ['library_size', /implied library size/i],
  ['response_group', /invalid response group|'responseGroups'/i],
  ['state_token', /state.?token/i],
  ['not_found', /not present in customer library/i],
];
const VALIDATION = /validation error|invalid response group|implied library size|not present in customer library/i;
/** Tokens and keys begin like this. */
const SECRETS = /Atn[ar]\|[^\s'"]*|\{enc:[^\s'"]*/g;

/**
 * What an answer is, by its status and body. An answer of 200 is sound only where it holds what is `expected`: a page
 * for people, `{}` and `{"items": null}` are no empty library. `now` in milliseconds since 1970.
 */
export function judgeAnswer(answer: Asked, expected: Expected, now: number): JudgedAnswer {
  const { status, headers } = answer;
  const head = new TextDecoder().decode(answer.body.subarray(0, HEAD_BYTES));
  const isPage = /^\s*</.test(head) || (/html/i.test(headers['content-type'] ?? '') && !/^\s*[[{]/.test(head));
  const waitSec = readRetryAfter(headers['retry-after'], now);
  const waiting = waitSec !== undefined && { waitSec };
  if (status === 408 || status === 429) return { kind: 'throttled', ...waiting };
  if (status >= 300 && status < 400) return { kind: 'outage', isPage: true };
  if (isPage && status < 500 && status !== 404 && status !== 401) return { kind: 'outage', isPage };
  if (status === 401 || status === 403) return { kind: 'refused' };
  if (status === 500) return { kind: 'heavy' };
  if (status > 500) return { kind: 'outage', isPage, ...waiting };
  const json = parsed(answer.body);
  const words = serverWords(json);
  if (status === 400 && NOT_OURS.test(words)) return { kind: 'refused' };
  if (status >= 400) return { kind: 'rejected', about: aboutOf(words, status, expected), words };
  if (status >= 200 && status < 300 && isSound(json, expected)) return { kind: 'ok', json };
  return VALIDATION.test(words)
    ? { kind: 'rejected', about: aboutOf(words, status, expected), words }
    : { kind: 'malformed' };
}

function isSound(json: Json, { key, isList }: Expected): boolean {
  const held = at(json, key);
  return isList ? Array.isArray(held) || (key === 'items' && Array.isArray(json)) : isObject(held);
}

/** A list that is not there is no title that is not there. */
function aboutOf(words: string, status: number, { isList }: Expected): Rejection {
  return ABOUT.find(([, form]) => form.test(words))?.[0] ?? (status === 404 && !isList ? 'not_found' : 'other');
}

/** What a server says about our question, short and without anything that could be a token. */
function serverWords(json: Json): string {
  const said = at(json, 'message') ?? at(json, 'error_description') ?? at(json, 'error') ?? at(json, 'error_code');
  return typeof said === 'string'
    ? said
        .slice(0, 2000)
        .replace(SECRETS, '…')
        .replace(/\p{C}+/gu, ' ')
        .slice(0, MOST_WORDS)
        .toWellFormed()
        .trim()
    : '';
}

function parsed(body: Uint8Array): Json {
  try {
    return parseByRows(body);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}
