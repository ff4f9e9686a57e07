import type { DeviceStep, Finding } from '@octavo/contracts';
import { deviceClockFinding, firmwareFinding, lastSeenFinding } from './contact.js';
import type { DeviceObserved } from './observed.js';
import { stepFindings } from './steps.js';
import { tokensFinding, upToDateFinding } from './syncing.js';

const NOW = new Date('2026-11-21T12:00:00Z');
const before = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);
const DAY = 24 * 60;

const device = (given: Partial<DeviceObserved> = {}): DeviceObserved => ({
  model: 'Kobo Clara Colour',
  firmware: '4.45.23697',
  createdAt: before(90 * DAY),
  lastSeenAt: before(5),
  lastSyncAt: before(5),
  storeProxy: false,
  clockAheadSec: null,
  steps: {},
  habits: { tokensGiven: 9, carriesTokens: true, advances: true, doubtfulEnds: 0 },
  granted: 3,
  downloaded: 0,
  untold: { changes: 0, removals: 0 },
  ...given,
});

type Row = [what: string, given: Partial<DeviceObserved>, state: Finding['state'], detail: RegExp];
const judged = (rows: Row[], finding: (observed: DeviceObserved, now: Date) => Finding) => {
  it.each(rows)('%s', (_what, given, state, detail) => {
    const found = finding(device(given), NOW);
    expect(found).toMatchObject({ state, detail: expect.stringMatching(detail) });
    if (state === 'bad' || state === 'warning') expect(found.advice).toMatch(/\.$/);
    else expect(found.advice).toBeNull();
  });
};

describe('whether a device comes', () =>
  judged(
    [
      ['today', {}, 'good', /5 minutes ago/],
      ['not for a month', { lastSeenAt: before(31 * DAY) }, 'warning', /31 days ago/],
      ['never', { lastSeenAt: null, createdAt: before(120) }, 'bad', /paired 2 hours ago and has never called/],
    ],
    lastSeenFinding,
  ));

describe('its firmware', () =>
  judged(
    [
      ['of today', {}, 'good', /Clara Colour has firmware 4\.45/],
      ['early 5', { firmware: '5.11.220000' }, 'good', /5\.11/],
      ['5.18', { firmware: '5.18.270971', model: null }, 'warning', /since 5\.18/],
      ['6', { firmware: '6.0' }, 'warning', /6\.0/],
      ['not told', { firmware: null }, 'unknown', /not told/],
      ['garbage', { firmware: 'abc' }, 'unknown', /"abc"/],
    ],
    firmwareFinding,
  ));

describe('its clock', () =>
  judged(
    [
      ['right', {}, 'good', /no time that is wrong/],
      ['never told', { lastSeenAt: null }, 'unknown', /no time yet/],
      ['a little ahead', { clockAheadSec: 90 }, 'warning', /1 minute ahead/],
      ['far ahead', { clockAheadSec: 7_200 }, 'bad', /2 hours ahead/],
      ['at the beginning of time', { clockAheadSec: -1_795_262_400 }, 'bad', /20778 days behind/],
    ],
    deviceClockFinding,
  ));

describe('its tokens', () => {
  const habits = (given: Partial<DeviceObserved['habits']>) => ({
    habits: { tokensGiven: 5, carriesTokens: true, advances: true, doubtfulEnds: 0, ...given },
  });
  judged(
    [
      ['carried', habits({}), 'good', /comes back with the token/],
      ['carried, in short syncs only', habits({ advances: false }), 'good', /comes back/],
      ['new', habits({ tokensGiven: 1, carriesTokens: false }), 'unknown', /synced twice/],
      ['lost', habits({ carriesTokens: false }), 'bad', /without the token/],
      ['repeated', habits({ advances: false, doubtfulEnds: 2 }), 'warning', /repeats the first/],
    ],
    tokensFinding,
  );
});

describe('what it has not heard of', () =>
  judged(
    [
      ['nothing', {}, 'good', /told of everything; its last sync was 5 minutes ago/],
      ['a change since', { untold: { changes: 1, removals: 0 } }, 'good', /^1 change waits/],
      [
        'changes for a week',
        { untold: { changes: 2, removals: 0 }, lastSyncAt: before(8 * DAY) },
        'warning',
        /8 days ago/,
      ],
      [
        'a book that was taken back',
        { untold: { changes: 2, removals: 1 } },
        'warning',
        /1 book that is to go from it is still there/,
      ],
      ['books that were taken back', { untold: { changes: 2, removals: 2 } }, 'warning', /2 books that are to go/],
      ['anything, ever', { lastSyncAt: null }, 'unknown', /not synced yet/],
    ],
    upToDateFinding,
  ));

describe('the steps of its sync', () => {
  const steps = (...taken: DeviceStep[]) => ({ steps: Object.fromEntries(taken.map((step) => [step, before(5)])) });
  const letters = (given: Partial<DeviceObserved>) =>
    stepFindings(device(given), NOW)
      .map(({ state }) => state[0])
      .join('');

  it.each<[string, Partial<DeviceObserved>, string]>([
    ['never came', {}, 'buuuuu'],
    ['signed in', steps('sign-in'), 'gbuuuu'],
    ['got its addresses, and then nothing: OIDC', steps('sign-in', 'initialization'), 'ggbuuu'],
    ['did OIDC and asked for no library', steps('sign-in', 'initialization', 'oidc'), 'gggbuu'],
    ['needed no OIDC', steps('sign-in', 'initialization', 'sync'), 'ggggbu'],
    ['signed in before we counted', steps('initialization', 'sync'), 'ggggbu'],
    ['asked for a book and did not fetch it', steps('sync', 'metadata'), 'gggggb'],
    ['did everything', steps('sign-in', 'initialization', 'oidc', 'sync', 'metadata', 'download'), 'gggggg'],
    ['has no books to ask for', { ...steps('initialization', 'sync'), granted: 0 }, 'gggguu'],
    ['downloaded before we counted', { ...steps('initialization', 'sync'), downloaded: 3 }, 'gggguu'],
    ['is at Kobo for OIDC', { ...steps('sign-in', 'initialization'), storeProxy: true }, 'ggubuu'],
  ])('of one that %s', (_what, given, expected) => expect(letters(given)).toBe(expected));

  it('are told with their time, and the first that is missing with what to do', () => {
    const [signIn, , oidc] = stepFindings(device(steps('sign-in', 'initialization')), NOW);
    expect(signIn).toMatchObject({ check: 'step.sign-in', detail: 'Last 5 minutes ago.', advice: null });
    expect(oidc).toMatchObject({ check: 'step.oidc', advice: expect.stringMatching(/second sign-in/) });
  });

  it.each<[string, number, number, Finding['state']]>([
    ['syncs break off since', 20, 2 * DAY, 'bad'],
    ['one has just begun', 1, 2 * DAY, 'good'],
    ['the addresses were fetched before', 2 * DAY, 5, 'good'],
    ['they were fetched a little after', 20, 25, 'good'],
  ])('tell that %s', (_what, initialization, sync, state) => {
    const given = { steps: { initialization: before(initialization), sync: before(sync) } };
    const found = stepFindings(device(given), NOW).find(({ check }) => check === 'step.sync');
    expect(found?.state).toBe(state);
  });
});
