import type { ReadingChange } from '@octavo/contracts';
import { READING_STATUSES } from '@octavo/domain';
import {
  byWords,
  canReturnTo,
  changeWords,
  isReadingStatus,
  paceWords,
  percentOf,
  STATUS_CHOICES,
} from './reading-words.js';

const change: ReadingChange = {
  id: '7f3c1f64-5f0e-4a57-9f0c-0d3b7a1c2e4d',
  at: '2026-03-08T12:00:00Z',
  by: null,
  status: null,
  percent: null,
  hasLocation: false,
};

describe('a reading in words', () => {
  it('has every status among the choices', () => {
    expect(STATUS_CHOICES.map(({ value }) => value)).toEqual([...READING_STATUSES]);
    expect(STATUS_CHOICES.map(({ label }) => label)).toEqual(['Unread', 'Reading', 'Finished']);
    expect(READING_STATUSES.every(isReadingStatus)).toBe(true);
  });

  it.each([
    [null, null, undefined],
    [0, 0, undefined],
    [125, 45, '2 h 5 min read, about 45 min left'],
    [125, null, '2 h 5 min read'],
    [null, 600, 'about 10 h left'],
  ])('says of %s minutes spent and %s left “%s”', (minutesSpent, minutesLeft, words) => {
    expect(paceWords({ minutesSpent, minutesLeft })).toBe(words);
  });

  it.each<[Partial<ReadingChange>, string, string, boolean]>([
    [{ status: 'Reading', percent: 34, by: 'Clara' }, 'Reading, 34 %', 'on Clara', true],
    [{ percent: 0 }, '0 %', 'in a browser', true],
    [{ status: 'ReadyToRead' }, 'Unread', 'in a browser', true],
    [{ hasLocation: true }, 'A little further', 'in a browser', true],
    [{}, 'A little further', 'in a browser', false],
  ])('tells of %j', (what, words, by, back) => {
    const told = { ...change, ...what };
    expect([changeWords(told), byWords(told), canReturnTo(told)]).toEqual([words, by, back]);
  });
});

describe('a percentage that is typed', () => {
  it.each([
    ['34', 34],
    [' 34 % ', 34],
    ['33,6', 34],
    ['0', 0],
    ['100', 100],
    ['101', undefined],
    ['-1', undefined],
    ['', undefined],
    ['%', undefined],
    ['half', undefined],
    ['Infinity', undefined],
  ])('“%s” is %s', (text, percent) => {
    expect(percentOf(text)).toBe(percent);
  });
});
