import fc from 'fast-check';
import { afterAnswer, type HostAnswer, pauseAfter } from './after-answer.js';
import { type HostPace, pagesToday } from './host-pace.js';
import { leaveToAsk, whileAsked } from './leave-to-ask.js';

const NOW = new Date('2026-11-22T12:00:00Z');
const RULES = { gapMs: 2_000, jitterMs: 2_000, pagesPerDay: 200 };
const FREE: HostPace = {
  ...{ heldUntil: null, nextAt: NOW, refusals: 0, closedUntil: null, reason: null },
  ...{ day: '2026-11-22', pages: 0 },
};
const at = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const minutesAt = (minutes: number) => at(minutes * 60);
const blocked: HostAnswer = { kind: 'blocked', reason: 'status 503' };
const ended = { now: NOW, random: 0.5, isPage: false };

describe('leave to ask a host', () => {
  it.each<[string, Partial<HostPace>, ReturnType<typeof leaveToAsk>]>([
    ['is given to the first who comes', {}, { kind: 'go' }],
    ['waits for the gap', { nextAt: at(1) }, { kind: 'wait', until: at(1), because: 'pace' }],
    ['is given when the gap ends', { nextAt: NOW }, { kind: 'go' }],
    ['waits for whoever asks', { heldUntil: at(60) }, { kind: 'wait', until: at(60), because: 'held' }],
    ['is given when whoever asked never came back', { heldUntil: at(0) }, { kind: 'go' }],
    [
      'is refused while the host is closed, with the reason',
      { closedUntil: at(90), reason: 'status 503', heldUntil: at(60) },
      { kind: 'closed', until: at(90), reason: 'status 503' },
    ],
    ['is given for a try after that', { closedUntil: at(-1), refusals: 3, reason: 'status 503' }, { kind: 'go' }],
    [
      'waits for that try of somebody else',
      { closedUntil: at(-1), refusals: 3, heldUntil: at(50) },
      { kind: 'wait', until: at(50), because: 'held' },
    ],
    [
      'is refused when as many pages were asked for as a day has',
      { pages: 200 },
      { kind: 'ceiling', until: new Date('2026-11-23T00:00:00Z') },
    ],
    ['is given for the last of them', { pages: 199 }, { kind: 'go' }],
    ['is given on the next day', { pages: 200, day: '2026-11-21' }, { kind: 'go' }],
    [
      'goes by the day that has begun for somebody else',
      { pages: 200, day: '2026-11-23' },
      { kind: 'ceiling', until: new Date('2026-11-24T00:00:00Z') },
    ],
  ])('%s', (_, host, expected) => expect(leaveToAsk({ ...FREE, ...host }, NOW, RULES, true)).toEqual(expected));

  it('does not count what is no product page, nor where there is no ceiling', () => {
    const full = { ...FREE, pages: 5_000 };
    expect(leaveToAsk(full, NOW, RULES, false)).toEqual({ kind: 'go' });
    expect(leaveToAsk(full, NOW, { gapMs: 1_000, jitterMs: 0 }, true)).toEqual({ kind: 'go' });
  });
});

describe('a host that is asked', () => {
  const hold = (isPage: boolean) => ({ heldUntil: at(60), isPage });

  it('is held, and its pages are counted by the day', () => {
    expect(whileAsked({ ...FREE, pages: 7 }, NOW, hold(true))).toEqual({ ...FREE, heldUntil: at(60), pages: 8 });
    expect(whileAsked({ ...FREE, pages: 7 }, NOW, hold(false))).toMatchObject({ pages: 7 });
    const yesterday = { ...FREE, day: '2026-11-21', pages: 200 };
    expect(whileAsked(yesterday, NOW, hold(true))).toMatchObject({ day: '2026-11-22', pages: 1 });
    expect(pagesToday(yesterday, NOW)).toBe(0);
  });
});

describe('a host after an answer', () => {
  const asked = { ...FREE, heldUntil: at(60), pages: 3 };

  it('rests for the gap and a part of the rest by chance, from the end of the request', () => {
    for (const [random, ms] of [
      [0, 2_000],
      [0.5, 3_000],
      [0.999, 3_998],
    ] as const)
      expect(afterAnswer(asked, { kind: 'ok' }, { ...ended, random }, RULES)).toMatchObject({
        heldUntil: null,
        nextAt: new Date(NOW.getTime() + ms),
      });
  });

  it('stays closed longer after each refusal in a row, up to an hour', () => {
    let host: HostPace = asked;
    const pauses = [1, 2, 3, 4, 5, 6, 7].map(() => {
      host = afterAnswer(host, blocked, ended, RULES);
      return (host.closedUntil!.getTime() - NOW.getTime()) / 60_000;
    });
    expect(pauses).toEqual([2, 5, 10, 30, 60, 60, 60]);
    expect(host).toMatchObject({ refusals: 7, reason: 'status 503', heldUntil: null });
  });

  it('stays closed as long as it asks for, where that is longer', () => {
    const after = (retryAfterSec: number) =>
      afterAnswer(asked, { ...blocked, retryAfterSec }, ended, RULES).closedUntil;
    expect([after(3_600), after(5)]).toEqual([minutesAt(60), minutesAt(2)]);
    expect(pauseAfter(0)).toBe(120_000);
  });

  it('is open again after an answer', () => {
    const closed = { ...asked, refusals: 4, closedUntil: at(-1), reason: 'status 503' };
    const open = { refusals: 0, closedUntil: null, reason: null };
    expect(afterAnswer(closed, { kind: 'ok' }, ended, RULES)).toMatchObject(open);
  });

  it('rests for a minute after a failure, which is no refusal and ends none', () => {
    const half = { ...asked, refusals: 2, closedUntil: at(-1) };
    const after = afterAnswer(half, { kind: 'outage', reason: 'it broke off' }, ended, RULES);
    expect(after).toMatchObject({ refusals: 2, closedUntil: minutesAt(1), reason: 'it broke off' });
  });

  it('is as it was, but for the gap, where nothing is known yet', () => {
    const half = { ...asked, refusals: 2, closedUntil: at(-1), reason: 'status 503' };
    expect(afterAnswer(half, { kind: 'open' }, ended, RULES)).toEqual({ ...half, heldUntil: null, nextAt: at(3) });
  });

  it('is as it was before where nobody asked after all', () => {
    const before = { ...FREE, pages: 3, refusals: 1, closedUntil: at(-1) };
    for (const isPage of [true, false]) {
      const held = whileAsked(before, NOW, { heldUntil: at(60), isPage });
      expect(afterAnswer(held, { kind: 'unasked' }, { ...ended, isPage }, RULES)).toEqual(before);
    }
  });

  it('keeps no long reason', () => {
    const reason = 'x'.repeat(5_000);
    expect(afterAnswer(asked, { kind: 'blocked', reason }, ended, RULES).reason).toHaveLength(200);
  });
});

describe('for any course of things', () => {
  const answer = fc.oneof(
    fc.constantFrom<HostAnswer>({ kind: 'ok' }, { kind: 'open' }, { kind: 'outage', reason: 'it failed' }),
    fc.record({ kind: fc.constant('blocked' as const), reason: fc.string(), retryAfterSec: fc.nat(7_200) }),
  );
  const event = fc.record({
    waitMs: fc.oneof(fc.nat(5_000), fc.nat(400_000), fc.nat(8 * 3_600_000)),
    isPage: fc.boolean(),
    random: fc.double({ min: 0, max: 0.999, noNaN: true }),
    takesMs: fc.nat(15_000),
    // A worker that is killed never tells of an answer.
    answer: fc.option(answer, { nil: undefined }),
  });

  it('requests never overlap, never come closer than the gap, and no day has more pages than it may', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        let [clock, host, endOfLast, heldUntil] = [NOW.getTime(), FREE, -Infinity, -Infinity];
        const pages = new Map<string, number>();
        for (const { waitMs, isPage, random, takesMs, answer } of events) {
          clock += waitMs;
          const now = new Date(clock);
          if (leaveToAsk(host, now, { ...RULES, pagesPerDay: 4 }, isPage).kind !== 'go') continue;
          expect(clock).toBeGreaterThanOrEqual(Math.max(endOfLast + RULES.gapMs, heldUntil));
          host = whileAsked(host, now, { heldUntil: new Date(clock + 60_000), isPage });
          const day = now.toISOString().slice(0, 10);
          if (isPage) pages.set(day, (pages.get(day) ?? 0) + 1);
          heldUntil = clock + 60_000;
          if (!answer) continue;
          clock += takesMs;
          [endOfLast, heldUntil] = [clock, -Infinity];
          host = afterAnswer(host, answer, { now: new Date(clock), random, isPage }, RULES);
          if (answer.kind === 'blocked') endOfLast = clock + 120_000 - RULES.gapMs;
        }
        for (const count of pages.values()) expect(count).toBeLessThanOrEqual(4);
      }),
    );
  });
});
