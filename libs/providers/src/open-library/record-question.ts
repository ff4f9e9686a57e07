import { answerText } from '../answer-text.js';
import type { Candidate } from '../candidate.js';
import { parseJson, textAt, type Json } from '../json-value.js';
import type { Answer, ProviderSettings, Question, Request, Verdict } from '../metadata-provider.js';
import { failureOf } from '../verdicts.js';
import { idOfKey, recordRequest } from './addresses.js';

export const NOT_FOUND = { kind: 'not-found' } as const;

/** What becomes of a record, and of one that is not there. */
export interface Reading {
  read: (record: Json) => Verdict<Candidate>;
  missing?: () => Verdict<Candidate>;
}

/** A question for a record. Those that were merged answer with where they went; that is followed once, as all is. */
export function recordQuestion(request: Request, settings: ProviderSettings, reading: Reading): Question<Candidate> {
  return {
    request,
    read: (answer) => {
      const verdict = recordVerdict(answer, settings, reading);
      return verdict.kind === 'not-found' ? (reading.missing?.() ?? verdict) : verdict;
    },
  };
}

function recordVerdict(answer: Answer, settings: ProviderSettings, { read }: Reading): Verdict<Candidate> {
  const failure = failureOf(answer);
  if (failure !== undefined) return failure;
  const record = parseJson(answerText(answer));
  const type = textAt(record, 'type', 'key');
  const moved = type === '/type/redirect' ? idOfKey(textAt(record, 'location')) : undefined;
  if (moved !== undefined) return { kind: 'follow', request: recordRequest(moved, settings) };
  if (type === '/type/delete' || type === '/type/redirect') return NOT_FOUND;
  return idOfKey(textAt(record, 'key')) === undefined ? { kind: 'outage', reason: 'no record' } : read(record);
}
