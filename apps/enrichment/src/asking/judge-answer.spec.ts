import { OutboundError, type OutboundFailure } from '@octavo/outbound';
import { judgeAnswer, readFailure, redirectOf } from './judge-answer.js';

describe('an answer', () => {
  it('opens its host and is done where it was read', () => {
    const judged = judgeAnswer({ kind: 'read', result: 7, says: 'found' }, false);
    expect(judged).toEqual({ host: { kind: 'ok' }, step: { kind: 'done', result: 7 } });
  });

  it('that refuses closes its host, and is never asked for again', () => {
    const refusal = { kind: 'blocked', reason: 'status 503', retryAfterSec: 60 } as const;
    for (const isLast of [false, true]) {
      const { host, step } = judgeAnswer(refusal, isLast);
      expect([host, step]).toEqual([refusal, { kind: 'blocked', reason: 'status 503' }]);
    }
  });

  it('that fails is asked for once more, then its host rests', () => {
    const failure = { kind: 'outage', reason: 'status 502' } as const;
    expect(judgeAnswer(failure, false)).toEqual({ host: { kind: 'open' }, step: { kind: 'again' } });
    expect(judgeAnswer(failure, true)).toEqual({ host: failure, step: failure });
    expect(judgeAnswer({ ...failure, isLasting: true }, false)).toEqual({ host: failure, step: failure });
  });

  it('that makes no sense says nothing of its host', () => {
    const reading = { kind: 'unreadable', reason: 'too long' } as const;
    expect(judgeAnswer(reading, false)).toEqual({ host: { kind: 'open' }, step: reading });
  });
});

describe('a request without an answer', () => {
  it.each<[OutboundFailure, object]>([
    ['timeout', { kind: 'outage', isLasting: false }],
    ['unreachable', { kind: 'outage', isLasting: false }],
    ['broken-off', { kind: 'outage', isLasting: false }],
    ['name-not-found', { kind: 'outage', isLasting: false }],
    ['certificate', { kind: 'outage', isLasting: true }],
    ['forbidden-address', { kind: 'outage', isLasting: true }],
    ['too-large', { kind: 'unreadable' }],
    ['forbidden-redirect', { kind: 'unreadable' }],
    ['too-many-redirects', { kind: 'unreadable' }],
  ])('for %s', (failure, expected) => {
    expect(readFailure(new OutboundError(failure, 'in words'))).toEqual({ ...expected, reason: 'in words' });
  });
});

describe('a redirect', () => {
  const answer = (status: number, location?: string) => ({
    ...{ url: 'https://shop.example/a/b?c', status, cookies: [], body: new Uint8Array() },
    headers: location === undefined ? ({} as Record<string, string>) : { location },
  });

  it.each([
    [302, '/dp/1', 'https://shop.example/dp/1'],
    [301, 'd', 'https://shop.example/a/d'],
    [307, 'https://other.example/', 'https://other.example/'],
    [308, '//other.example', 'https://other.example/'],
    [303, 'http://[', ''],
    [302, undefined, undefined],
    [200, '/dp/1', undefined],
    [304, '/dp/1', undefined],
  ])('of status %d to %s leads to %s', (status, location, to) => expect(redirectOf(answer(status, location))).toBe(to));
});
