import type { Question, Verdict } from '@octavo/providers';
import { type Chain, chainOf, cutShort, nextLink } from './chain.js';

const question = (url: string): Question<string> => ({
  request: { url, kind: 'book' },
  read: () => ({ kind: 'not-found' }),
});
const FIRST = chainOf(question('/first'));
const more: Verdict<string> = { kind: 'more', soFar: 'the edition', next: question('/work') };
const follow: Verdict<string> = { kind: 'follow', request: { url: '/confirmed', kind: 'book' } };
const after = (chain: Chain<string>, verdict: Verdict<string>): Chain<string> => {
  const link = nextLink(chain, verdict);
  if (link.kind !== 'next') throw new Error(link.kind);
  return link.chain;
};

describe('a question of several pages', () => {
  it('ends with what is found, or that nothing is', () => {
    const found = { kind: 'found', value: 'all' } as const;
    expect(nextLink(FIRST, found)).toEqual({ kind: 'end', outcome: found });
    expect(nextLink(FIRST, { kind: 'not-found' })).toEqual({ kind: 'end', outcome: { kind: 'not-found' } });
  });

  it('goes on for more, and stands by what it knows', () => {
    const second = after(FIRST, more);
    expect(second).toMatchObject({ request: { url: '/work' }, soFar: 'the edition', pages: 2 });
    const sofar = { kind: 'found', value: 'the edition' };
    expect(nextLink(second, { kind: 'not-found' })).toEqual({ kind: 'end', outcome: sofar });
    const blocked = { kind: 'blocked', retryAt: new Date(), reason: 'status 503' } as const;
    expect(cutShort(second, blocked)).toEqual({ ...sofar, cutShort: blocked });
    expect(cutShort(FIRST, blocked)).toBe(blocked);
  });

  it('follows once, and again for the next question', () => {
    const confirmed = after(FIRST, follow);
    expect(confirmed).toMatchObject({ request: { url: '/confirmed' }, question: FIRST.question });
    expect(nextLink(confirmed, follow)).toEqual({ kind: 'endless' });
    expect(after(after(confirmed, more), follow)).toMatchObject({ soFar: 'the edition', pages: 4 });
  });

  it('says what the provider says where that is no answer', () => {
    for (const verdict of [
      { kind: 'blocked', reason: 'a captcha', retryAfterSec: 5 } as const,
      { kind: 'outage', reason: 'x' } as const,
    ])
      expect(nextLink(FIRST, verdict)).toEqual(verdict);
  });

  it('ends after some pages with what is known by then', () => {
    let chain = FIRST;
    for (let page = 2; page <= 10; page++) chain = after(chain, more);
    expect(nextLink(chain, more)).toEqual({ kind: 'end', outcome: { kind: 'found', value: 'the edition' } });
    expect(nextLink(chain, follow)).toEqual({ kind: 'endless' });
  });
});
