import fc from 'fast-check';
import { answering, type Asked, hear, NO_HABITS, type SyncHabits } from './habits.js';
import { provenTo, settledAt, type SyncPosition } from './position.js';

const START = settledAt(0);
const inBooks = (at: number): SyncPosition => ({ phase: 'books', since: 0, removals: 50, at });
const token = (name: string, position: SyncPosition, origin?: SyncPosition): Asked => ({
  header: name,
  position,
  ...(origin && { origin }),
});
const NONE: Asked = { header: '' };
const FOREIGN: Asked = { header: 'foreign' };

/** One request and its answer: what the device asked, where the answer led, whether more was to come. */
function round(habits: SyncHabits, asked: Asked, answer: { position: SyncPosition; more: boolean }) {
  const heard = hear(asked, habits);
  const noted = answering(heard.habits, asked.header, answer.more);
  return { ...heard, habits: { ...noted, answered: answer } };
}

describe('a device that carries its tokens', () => {
  it('stands where its token says, and shows that it goes on once it comes from the middle of a sync', () => {
    const first = round(NO_HABITS, NONE, { position: inBooks(10), more: true });
    expect([first.position, first.habits.carriesTokens]).toEqual([START, false]);
    const second = round(first.habits, token('a', inBooks(10)), { position: inBooks(20), more: true });
    expect(second).toMatchObject({ position: inBooks(10), habits: { carriesTokens: true, advances: true } });
    const third = round(second.habits, token('b', inBooks(20)), { position: settledAt(50), more: false });
    expect(third).toMatchObject({ position: inBooks(20) });
    expect(third.origin).toBeUndefined();
  });

  it('asks again for a lost answer and stands where it stood', () => {
    let { habits } = round(NO_HABITS, token('a', inBooks(10)), { position: inBooks(20), more: true });
    for (let lost = 0; lost < 3; lost++) {
      const again = round(habits, token('a', inBooks(10)), { position: inBooks(20), more: true });
      expect([again.position, again.origin]).toEqual([inBooks(10), undefined]);
      ({ habits } = again);
    }
  });

  it('that comes without one, after a factory reset, gets everything', () => {
    const { habits } = round(NO_HABITS, token('a', settledAt(40)), { position: settledAt(50), more: false });
    let again = round(habits, NONE, { position: inBooks(10), more: true });
    for (let lost = 0; lost < 6; lost++) {
      expect([again.position, again.origin]).toEqual([START, undefined]);
      again = round(again.habits, NONE, { position: inBooks(10), more: true });
    }
  });

  it('that repeats a token though nothing more was to come is never led on: it was just not there in between', () => {
    let { habits } = round(NO_HABITS, token('a', settledAt(40)), { position: settledAt(50), more: false });
    for (let again = 0; again < 12; again++) {
      const next = round(habits, token('a', settledAt(40)), { position: settledAt(50), more: false });
      expect([next.position, next.origin]).toEqual([settledAt(40), undefined]);
      ({ habits } = next);
    }
  });
});

describe('a token that is none of this device', () => {
  it('says nothing of where it stands, however often it comes, but that it is a device with tokens', () => {
    let habits = NO_HABITS;
    for (let again = 0; again < 8; again++) {
      const next = round(habits, FOREIGN, { position: inBooks(10), more: true });
      expect([next.position, next.origin, next.habits.carriesTokens]).toEqual([START, undefined, true]);
      ({ habits } = next);
    }
  });
});

describe('a device that repeats its first token while it is told to go on', () => {
  const asked = token('a', settledAt(5));
  const answer = (at: number) => ({ position: { ...inBooks(at), since: 5 }, more: true });
  const fourth = () => {
    let { habits } = round(NO_HABITS, asked, answer(10));
    for (let again = 0; again < 3; again++) ({ habits } = round(habits, asked, answer(10)));
    return habits;
  };

  it('is led on from the fifth time in a row, and its token remembers where it stood by its own word', () => {
    const habits = fourth();
    expect(habits.askedTimes).toBe(4);
    const fifth = hear(asked, habits);
    expect([fifth.position, fifth.origin]).toEqual([answer(10).position, settledAt(5)]);
    const sixth = round(fifth.habits, asked, answer(20));
    expect(hear(asked, sixth.habits).position).toEqual(answer(20).position);
  });

  it('is not led on while it is not known that an answer went out whole', () => {
    const habits = { ...fourth(), answered: null };
    expect(hear(asked, habits)).toMatchObject({ position: settledAt(5) });
    expect(hear(asked, habits).origin).toBeUndefined();
  });

  it('is not led on where the last answer that went out whole said that nothing more was to come', () => {
    const habits = { ...fourth(), answered: { ...answer(10), more: false } };
    expect(hear(asked, habits)).toMatchObject({ position: settledAt(5) });
  });

  it('is not led on when it asks something else in between', () => {
    const { habits } = round(fourth(), token('b', settledAt(6)), answer(10));
    expect(hear(asked, habits)).toMatchObject({ position: settledAt(5) });
  });

  it('that comes back with the token of the assumption has lost its answers: it goes on from where it stood', () => {
    const led = token('led', { ...inBooks(20), since: 5 }, settledAt(5));
    const heard = hear(led, round(fourth(), asked, answer(20)).habits);
    expect([heard.position, heard.origin, heard.habits.advances]).toEqual([settledAt(5), undefined, true]);
  });

  it('is believed from the third end it was led to, and not before', () => {
    let habits: SyncHabits = { ...NO_HABITS, carriesTokens: true };
    const positions: SyncPosition[] = [];
    for (let end = 1; end <= 3; end++) {
      const heard = hear(token(`end ${end}`, settledAt(50), settledAt(5)), { ...habits, askedWith: 'a' });
      positions.push(heard.position);
      ({ habits } = heard);
    }
    expect(positions).toEqual([settledAt(5), settledAt(5), settledAt(50)]);
    expect(habits.doubtfulEnds).toBe(3);
  });

  it('is not believed for one end that it shows three times', () => {
    const end = token('end', settledAt(50), settledAt(5));
    let habits: SyncHabits = { ...NO_HABITS, carriesTokens: true, askedWith: 'a' };
    for (let again = 0; again < 3; again++) {
      const next = round(habits, end, { position: inBooks(10), more: false });
      expect(next.position).toEqual(settledAt(5));
      ({ habits } = next);
    }
    expect(habits.doubtfulEnds).toBe(1);
  });

  it('that ever went on by itself is never believed on an assumption', () => {
    const habits: SyncHabits = { ...NO_HABITS, carriesTokens: true, advances: true, doubtfulEnds: 3, askedWith: 'a' };
    expect(hear(token('end', settledAt(50), settledAt(5)), habits).position).toEqual(settledAt(5));
  });
});

describe('a device that never sends a token', () => {
  it('is believed to have the last answer from the third request on', () => {
    const first = round(NO_HABITS, NONE, { position: inBooks(10), more: true });
    const second = round(first.habits, NONE, { position: inBooks(10), more: true });
    expect([first.position, second.position, second.origin]).toEqual([START, START, undefined]);
    const third = round(second.habits, NONE, { position: settledAt(50), more: false });
    expect([third.position, third.origin]).toEqual([inBooks(10), START]);
    // That nothing more was to come makes no difference here.
    const fourth = round(third.habits, NONE, { position: settledAt(51), more: false });
    expect([fourth.position, fourth.origin]).toEqual([settledAt(50), START]);
  });

  it('gets the same again as long as it is not known that an answer went out whole', () => {
    const { habits } = round(NO_HABITS, NONE, { position: inBooks(10), more: true });
    const second = hear(NONE, habits).habits;
    const noted = { ...answering(second, '', true), answered: null };
    expect(hear(NONE, noted)).toMatchObject({ position: START });
  });
});

describe('what is noted of an answer', () => {
  it('counts how often in a row the same was asked with more to come', () => {
    let habits = NO_HABITS;
    for (const [header, more, times] of [
      ['a', true, 1],
      ['a', true, 2],
      ['a', false, 0],
      ['a', true, 1],
      ['b', true, 1],
    ] as const) {
      habits = answering(habits, header, more);
      expect([habits.askedWith, habits.askedTimes]).toEqual([header, times]);
    }
    expect(habits.tokensGiven).toBe(5);
  });

  it('forgets where an answer led once something else is asked, and keeps it while the same is', () => {
    const answered = { position: inBooks(10), more: true };
    const habits = { ...answering(NO_HABITS, 'a', true), answered };
    expect(answering(habits, 'a', true).answered).toBe(answered);
    expect(answering(habits, 'b', true).answered).toBeNull();
  });

  it('stops counting at a hundred', () => {
    let habits = NO_HABITS;
    for (let again = 0; again < 150; again++) habits = answering(habits, 'a', true);
    expect([habits.tokensGiven, habits.askedTimes]).toEqual([100, 100]);
  });
});

it('a device whose tokens differ from request to request is always taken at its word, whatever came before', () => {
  const steps = fc.array(fc.record({ at: fc.nat(49), more: fc.boolean(), lost: fc.boolean() }), { maxLength: 40 });
  fc.assert(
    fc.property(steps, (requests) => {
      let habits = NO_HABITS;
      let held = START;
      for (const [n, { at, more, lost }] of requests.entries()) {
        const asked = n === 0 ? NONE : token(`t${n}`, held);
        const heard = round(habits, asked, { position: inBooks(at), more });
        expect([heard.position, heard.origin]).toEqual([held, undefined]);
        expect(provenTo(heard.position)).toBe(provenTo(held));
        ({ habits } = heard);
        if (!lost) held = inBooks(at);
      }
    }),
  );
});
