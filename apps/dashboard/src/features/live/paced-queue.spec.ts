import { pacedQueue } from './paced-queue.js';

const SLOW = 2_000;

describe('a paced queue', () => {
  let rounds: string[][];
  let lasts: number;
  const queue = () =>
    pacedQueue<string>(
      (thing) => thing,
      (things) => {
        rounds.push(things);
        return new Promise((resolve) => setTimeout(resolve, lasts));
      },
    );

  beforeEach(() => {
    jest.useFakeTimers();
    rounds = [];
    lasts = 0;
  });
  afterEach(() => jest.useRealTimers());

  it('hands over the first thing at once', () => {
    queue().add(['a']);
    expect(rounds).toEqual([['a']]);
  });

  it('gathers what comes meanwhile into one later round, each thing once', async () => {
    const { add } = queue();
    add(['a']);
    add(['b', 'c']);
    add(['b']);
    await jest.advanceTimersByTimeAsync(499);
    expect(rounds).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(2);
    expect(rounds).toEqual([['a'], ['b', 'c']]);
  });

  it('makes at most two rounds a second of a steady stream', async () => {
    const { add } = queue();
    for (let ms = 0; ms < 10_000; ms += 10) {
      add(['a']);
      await jest.advanceTimersByTimeAsync(10);
    }
    expect(rounds.length).toBeGreaterThan(15);
    expect(rounds.length).toBeLessThanOrEqual(21);
  });

  it('waits longer where a round takes long', async () => {
    lasts = SLOW;
    const { add } = queue();
    add(['a']);
    add(['b']);
    await jest.advanceTimersByTimeAsync(SLOW * 3.9);
    expect(rounds).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(SLOW * 0.2);
    expect(rounds).toHaveLength(2);
  });

  it('is quick again after a quiet time', async () => {
    const { add } = queue();
    add(['a']);
    await jest.advanceTimersByTimeAsync(5_000);
    add(['b']);
    expect(rounds).toEqual([['a'], ['b']]);
  });

  it('hands over nothing once it is stopped', async () => {
    const { add, stop } = queue();
    add(['a']);
    add(['b']);
    stop();
    await jest.advanceTimersByTimeAsync(5_000);
    expect(rounds).toEqual([['a']]);
  });
});
