import fc from 'fast-check';
import { clockAhead, newestTimeIn } from './device-clock.js';

const NOW = new Date('2026-11-21T12:00:00Z');

describe("a device's clock", () => {
  it.each([
    ['right', '2026-11-21T12:00:00Z', null],
    ['a minute ahead, which may be the way', '2026-11-21T12:01:00Z', null],
    ['two minutes ahead', '2026-11-21T12:02:00Z', 120],
    ['a state from last week', '2026-11-14T12:00:00Z', null],
    ['a state from 2015', '2015-01-01T00:00:00Z', null],
    ['an empty battery', '2014-12-31T23:59:59Z', -375_192_001],
    ['the beginning of time', '1970-01-01T00:00:00Z', -1_795_262_400],
    ['further than a column holds', '9999-01-01T00:00:00Z', 2 ** 31 - 1],
    ['and the other way', '0001-01-01T00:00:00Z', -(2 ** 31 - 1)],
  ])('%s', (_what, told, ahead) => expect(clockAhead(new Date(told), NOW)).toBe(ahead));

  it.each<[string, unknown, string | undefined]>([
    [
      'the newest of all parts',
      { ReadingStates: [state('2026-01-01', '2026-03-01'), state('2026-02-01', '2026-01-01')] },
      '2026-03-01',
    ],
    ['the state’s own time', { ReadingStates: [{ LastModified: '2026-01-01T00:00:00Z' }] }, '2026-01-01'],
    [
      'a time that is none, beside a good one',
      { ReadingStates: [{ LastModified: 'x' }, state('2026-01-01', 'y')] },
      '2026-01-01',
    ],
    ['no time', { ReadingStates: [{}] }, undefined],
    ['no states', { ReadingStates: [] }, undefined],
    ['no list', { ReadingStates: 'x' }, undefined],
    ['bytes', Buffer.from('x'), undefined],
    ['nothing', undefined, undefined],
  ])('is read from a body: %s', (_what, body, day) =>
    expect(newestTimeIn(body)).toEqual(day === undefined ? undefined : new Date(`${day}T00:00:00Z`)),
  );

  it('takes anything for a body', () => {
    fc.assert(fc.property(fc.anything(), (body) => void newestTimeIn({ ReadingStates: body })));
    fc.assert(fc.property(fc.array(fc.anything()), (states) => void newestTimeIn({ ReadingStates: states })));
  });
});

function state(own: string, bookmark: string) {
  return { LastModified: `${own}T00:00:00Z`, CurrentBookmark: { LastModified: `${bookmark}T00:00:00Z` } };
}
