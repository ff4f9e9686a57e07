import { anAnswer } from './testing/answers.js';
import { blocked, failureOf } from './verdicts.js';

describe('a status', () => {
  it.each([
    [200, undefined],
    [206, undefined],
    [301, 'outage'],
    [400, 'not-found'],
    [401, 'blocked'],
    [403, 'blocked'],
    [404, 'not-found'],
    [405, 'blocked'],
    [408, 'outage'],
    [410, 'not-found'],
    [429, 'blocked'],
    [500, 'outage'],
    [503, 'blocked'],
    [504, 'outage'],
    [0, 'outage'],
  ])('of %i means %s', (status, kind) => expect(failureOf(anAnswer('', { status }))?.kind).toBe(kind));
});

describe('how long a provider wants to be left alone', () => {
  const DATE = 'Wed, 21 Oct 2026 07:28:00 GMT';
  it.each([
    [{ 'retry-after': '120' }, 120],
    [{ 'retry-after': ' 7 ' }, 7],
    [{ 'retry-after': 'Wed, 21 Oct 2026 07:30:00 GMT', date: DATE }, 120],
    [{ 'retry-after': 'Wed, 21 Oct 2026 07:30:00 GMT' }, undefined],
    [{ 'retry-after': 'Wed, 21 Oct 2020 07:30:00 GMT', date: DATE }, undefined],
    [{ 'retry-after': '0' }, undefined],
    [{ 'retry-after': '-5' }, undefined],
    [{ 'retry-after': '1e3' }, undefined],
    [{ 'retry-after': '99999999999' }, undefined],
    [{ 'retry-after': 'soon', date: DATE }, undefined],
    [{ 'retry-after': '1'.repeat(100_000) }, undefined],
    [{}, undefined],
  ])('by %j is %s seconds', (headers, seconds) => {
    expect(blocked('x', anAnswer('', { headers }))).toEqual({
      kind: 'blocked',
      reason: 'x',
      ...(seconds !== undefined && { retryAfterSec: seconds }),
    });
  });
});
