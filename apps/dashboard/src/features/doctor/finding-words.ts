import type { Finding, KoboExamination } from '@octavo/contracts';
import { counted } from '../libraries/library-words.js';

type FindingState = Finding['state'];

/** What is bad first, then what could be better, what is not known, and what is well. */
const ORDER: readonly FindingState[] = ['bad', 'warning', 'unknown', 'good'];

const WORDS: Record<FindingState, string> = { bad: 'Bad', warning: 'Warning', unknown: 'Unknown', good: 'Good' };

export const findingWord = (state: FindingState): string => WORDS[state];

/** The worst first; among equals the server's order, which is a request's way to us. */
export function worstFirst(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((one, other) => ORDER.indexOf(one.state) - ORDER.indexOf(other.state));
}

/** What an examination came to, in a sentence. */
export function summaryWords({ server, devices }: Pick<KoboExamination, 'server' | 'devices'>): string {
  const states = [...server, ...devices.flatMap(({ findings }) => findings)].map(({ state }) => state);
  const count = (state: FindingState) => states.filter((one) => one === state).length;
  const parts = [
    count('bad') === 0 ? [] : `${counted(count('bad'), 'thing')} ${count('bad') === 1 ? 'stands' : 'stand'} in the way`,
    count('warning') === 0 ? [] : `${counted(count('warning'), 'thing')} could be better`,
    count('unknown') === 0 ? [] : `${counted(count('unknown'), 'thing')} could not be found out`,
  ].flat();
  return parts.length === 0 ? 'Everything looks well.' : `${parts.join(', ')}.`;
}
