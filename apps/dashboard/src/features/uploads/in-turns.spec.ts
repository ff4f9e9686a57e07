import { inTurns } from './in-turns.js';

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('work in turns', () => {
  it('never runs more at a time than it may, and runs all, in order', async () => {
    const turn = inTurns(2);
    const begun: number[] = [];
    const gates = Array.from({ length: 5 }, () => Promise.withResolvers<number>());
    const results = gates.map((gate, index) =>
      turn(() => {
        begun.push(index);
        return gate.promise;
      }),
    );
    await settle();
    expect(begun).toEqual([0, 1]);
    gates[1]!.resolve(10);
    await settle();
    expect(begun).toEqual([0, 1, 2]);
    for (const gate of gates) gate.resolve(1);
    expect(await Promise.all(results)).toEqual([1, 10, 1, 1, 1]);
  });

  it('gives the turn on when work fails', async () => {
    const turn = inTurns(1);
    const failed = turn(() => Promise.reject(new Error('no')));
    const next = turn(() => Promise.resolve('done'));
    await expect(failed).rejects.toThrow('no');
    await expect(next).resolves.toBe('done');
  });
});
