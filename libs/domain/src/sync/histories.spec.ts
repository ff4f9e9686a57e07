import { DEVICES, histories, InMemoryHouse, runHistory, type Step, type TokenHabit } from '@octavo/testing';
import fc from 'fast-check';

const pageSize = fc.integer({ min: 1, max: 5 });

describe('over random histories with a third of the answers lost, repeated or late', () => {
  it('devices end up with exactly what they should hold, and never hear of a change to a book they lack', async () => {
    await fc.assert(
      fc.asyncProperty(histories, pageSize, async (steps, size) => {
        const house = new InMemoryHouse(DEVICES, size);
        const { devices } = await runHistory(house, steps, ['as it should', 'as it should']);
        for (const { holds, shouldHold, violations, quietSync } of devices) {
          expect(holds).toEqual(shouldHold);
          expect(violations).toEqual([]);
          expect(quietSync).toBe(0);
        }
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('a book that its reader deletes on a device', () => {
  it('goes again when an answer that was under way brought it back', async () => {
    const steps: Step[] = [
      { do: 'addBook', book: 'a' },
      { do: 'request', device: 0, fate: 'arrives' },
      { do: 'replaceFile', book: 'a' },
      { do: 'request', device: 0, fate: 'late' },
      { do: 'delete', device: 0, book: 'a' },
      { do: 'lateAnswer', device: 0 },
    ];
    const { devices } = await runHistory(new InMemoryHouse(1, 5), steps, ['as it should']);
    expect(devices[0]!.holds).toEqual({ books: {}, shelves: {} });
  });

  it('is not spoken of when no answer can have brought it back', async () => {
    const house = new InMemoryHouse(1, 5);
    house.addBook('a');
    const told = await house.sync(0, undefined);
    const proved = await house.sync(0, told.token);
    house.deletedOnDevice(0, 'a');
    expect((await house.sync(0, proved.token)).items).toEqual([]);
  });
});

describe('over a good line', () => {
  it.each<TokenHabit>(['sends none', 'repeats the first'])(
    'even a device that %s ends up with what it should hold, and every sync ends',
    async (habit) => {
      const goodLine = histories.map((steps) =>
        steps.map((step) => (step.do === 'request' ? { ...step, fate: 'arrives' as const } : step)),
      );
      await fc.assert(
        fc.asyncProperty(goodLine, pageSize, async (steps, size) => {
          const without = steps.filter((step) => step.do !== 'factoryReset' && step.do !== 'signOut');
          const { devices } = await runHistory(new InMemoryHouse(1, size), onlyOne(without), [habit]);
          expect(devices[0]!.holds).toEqual(devices[0]!.shouldHold);
        }),
        { numRuns: 1_000 },
      );
    },
  );
});

function onlyOne<Step extends object>(steps: Step[]): Step[] {
  return steps.filter((step) => !('device' in step) || step.device === 0);
}
