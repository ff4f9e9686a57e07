import { DomainError } from '@octavo/domain';
import fc from 'fast-check';
import { readStateUpdate } from './from-wire.js';
import { stateUpdateAnswer } from './state-update-answer.js';
import { StateUpdateAnswer } from './wire/reading-state.js';

const RECEIVED = new Date('2026-03-08T21:15:00Z');
const AT = '2026-03-08T21:14:03Z';
const at = new Date(AT);
const ID = '5b9f6f0e-7c0d-4a57-9d5b-2b7f0a7a1c11';

const one = (state: object) => readStateUpdate({ ReadingStates: [{ EntitlementId: ID, ...state }] }, RECEIVED)[0];

describe("a device's update of a reading state", () => {
  it('is read part by part', () => {
    const Location = { Source: 'OEBPS/Text/chapter07.xhtml', Type: 'KoboSpan', Value: 'kobo.409.3' };
    expect(
      one({
        LastModified: AT,
        CurrentBookmark: { LastModified: AT, ProgressPercent: 34, ContentSourceProgressPercent: 33, Location },
        Statistics: { LastModified: AT, SpentReadingMinutes: 142, RemainingTimeMinutes: 260 },
        StatusInfo: { LastModified: AT, Status: 'Reading', TimesStartedReading: 1, LastTimeStartedReading: AT },
      }),
    ).toEqual({
      entitlementId: ID,
      bookmark: {
        modifiedAt: at,
        progressPercent: 34,
        contentSourceProgressPercent: 33,
        location: { source: 'OEBPS/Text/chapter07.xhtml', type: 'KoboSpan', value: 'kobo.409.3' },
      },
      statistics: { modifiedAt: at, spentReadingMinutes: 142, remainingTimeMinutes: 260 },
      status: { modifiedAt: at, status: 'Reading', timesStartedReading: 1, lastTimeStartedReading: at },
    });
  });

  it.each<[string, object, object]>([
    ['empty parts', { CurrentBookmark: {}, Statistics: {}, StatusInfo: {} }, {}],
    ['null parts', { CurrentBookmark: null, Statistics: null, StatusInfo: null }, {}],
    ['parts that are no objects', { CurrentBookmark: 'x', Statistics: [], StatusInfo: 5 }, {}],
    ['a word for a number', { CurrentBookmark: { ProgressPercent: 'Nijik' } }, {}],
    ['a status of its own', { StatusInfo: { Status: 'Skimmed' } }, {}],
    [
      'a number in quotes',
      { CurrentBookmark: { LastModified: AT, ProgressPercent: '40' } },
      { bookmark: { modifiedAt: at, progressPercent: 40 } },
    ],
    [
      'the very beginning',
      { CurrentBookmark: { LastModified: AT, ProgressPercent: 0 } },
      { bookmark: { modifiedAt: at, progressPercent: 0 } },
    ],
    [
      'no location',
      { CurrentBookmark: { LastModified: AT, ProgressPercent: 12, Location: null } },
      { bookmark: { modifiedAt: at, progressPercent: 12 } },
    ],
    [
      'half a location',
      { CurrentBookmark: { LastModified: AT, ProgressPercent: 12, Location: { Value: 'kobo.1.1' } } },
      { bookmark: { modifiedAt: at, progressPercent: 12 } },
    ],
    [
      'fractions and excess',
      { CurrentBookmark: { LastModified: AT, ProgressPercent: 40.6, ContentSourceProgressPercent: 140 } },
      { bookmark: { modifiedAt: at, progressPercent: 41, contentSourceProgressPercent: 100 } },
    ],
    [
      'minutes below nothing and beyond counting',
      { Statistics: { LastModified: AT, SpentReadingMinutes: -5, RemainingTimeMinutes: 1e300 } },
      { statistics: { modifiedAt: at, spentReadingMinutes: 0, remainingTimeMinutes: 2_147_483_647 } },
    ],
    [
      'a time on the whole and not on its part',
      { LastModified: AT, StatusInfo: { Status: 'Reading' } },
      { status: { modifiedAt: at, status: 'Reading' } },
    ],
    ['no time at all', { StatusInfo: { Status: 'Reading' } }, { status: { modifiedAt: RECEIVED, status: 'Reading' } }],
    [
      'a clock a year ahead',
      { StatusInfo: { LastModified: '2027-03-08T21:14:03Z', Status: 'Reading' } },
      { status: { modifiedAt: new Date('2026-03-08T21:20:00Z'), status: 'Reading' } },
    ],
    [
      'a clock a few minutes ahead',
      { StatusInfo: { LastModified: '2026-03-08T21:19:59Z', Status: 'Reading' } },
      { status: { modifiedAt: new Date('2026-03-08T21:19:59Z'), status: 'Reading' } },
    ],
    ...['1970-01-01T00:03:12Z', '2000-01-01T00:00:00Z', '2009-12-31T23:59:59Z'].map(
      (LastModified): [string, object, object] => [
        `a clock that lost its battery, at ${LastModified}`,
        { LastModified, StatusInfo: { LastModified, Status: 'Reading' } },
        { status: { modifiedAt: RECEIVED, status: 'Reading' } },
      ],
    ),
    [
      'a clock that is years behind, in the days of the first of its kind',
      { StatusInfo: { LastModified: '2010-01-01T00:00:00Z', Status: 'Reading' } },
      { status: { modifiedAt: new Date('2010-01-01T00:00:00Z'), status: 'Reading' } },
    ],
    [
      'a time that is none',
      { StatusInfo: { LastModified: 'yesterday', Status: 'Reading' } },
      { status: { modifiedAt: RECEIVED, status: 'Reading' } },
    ],
    [
      'a clock that was set right between two parts',
      {
        CurrentBookmark: { LastModified: '1970-01-01T00:00:09Z', ProgressPercent: 5 },
        StatusInfo: { LastModified: AT, Status: 'Reading' },
      },
      { bookmark: { modifiedAt: RECEIVED, progressPercent: 5 }, status: { modifiedAt: at, status: 'Reading' } },
    ],
  ])('with %s', (_name, state, expected) => {
    expect(one(state)).toEqual({ entitlementId: ID, ...expected });
  });

  it('that says Finished means the end of the book, whatever page comes with it', () => {
    const location = { Value: 'kobo.1.1', Type: 'KoboSpan', Source: 'cover.xhtml' };
    const finished = { LastModified: AT, Status: 'Finished' };
    const expected = {
      bookmark: { modifiedAt: at, progressPercent: 100 },
      status: { modifiedAt: at, status: 'Finished' },
    };
    expect(one({ StatusInfo: finished })).toEqual({ entitlementId: ID, ...expected });
    expect(
      one({ StatusInfo: finished, CurrentBookmark: { LastModified: AT, ProgressPercent: 3, Location: location } }),
    ).toEqual({ entitlementId: ID, ...expected });
  });

  it('without a book is passed over, and the others are read', () => {
    const states = [{}, null, 5, { EntitlementId: '' }, { EntitlementId: ID }];
    expect(readStateUpdate({ ReadingStates: states }, RECEIVED)).toEqual([{ entitlementId: ID }]);
  });

  it.each([undefined, null, '', 'x', {}, [], { ReadingStates: null }, { ReadingStates: {} }])(
    'is refused as a whole only without a list: %j',
    (body) => {
      expect(() => readStateUpdate(body, RECEIVED)).toThrow(DomainError);
    },
  );

  it('is bounded: of states without end the first are read', () => {
    const states = Array.from({ length: 5_000 }, (_, n) => ({ EntitlementId: String(n) }));
    const read = readStateUpdate({ ReadingStates: states }, RECEIVED);
    expect([read.length, read.at(-1)]).toEqual([200, { entitlementId: '199' }]);
  });

  it('never ends in anything but updates or a refusal', () => {
    const state = fc.record({
      EntitlementId: fc.oneof(fc.string(), fc.anything()),
      CurrentBookmark: fc.anything(),
      Statistics: fc.anything(),
      StatusInfo: fc.anything(),
    });
    fc.assert(
      fc.property(fc.array(fc.oneof(state, fc.anything())), (ReadingStates) => {
        expect(Array.isArray(readStateUpdate({ ReadingStates }, RECEIVED))).toBe(true);
      }),
    );
  });
});

it('the answer to an update says what was taken of each part', () => {
  const answer = stateUpdateAnswer([
    { entitlementId: ID, bookmark: true, statistics: true, status: false, lastModified: at },
  ]);
  expect(answer).toEqual({
    RequestResult: 'Success',
    UpdateResults: [
      {
        EntitlementId: ID,
        CurrentBookmarkResult: { Result: 'Success' },
        StatisticsResult: { Result: 'Success' },
        StatusInfoResult: { Result: 'Ignored' },
        LastModified: '2026-03-08T21:14:03Z',
        PriorityTimestamp: '2026-03-08T21:14:03Z',
      },
    ],
  });
  expect(StateUpdateAnswer.parse(answer)).toEqual(answer);
});
