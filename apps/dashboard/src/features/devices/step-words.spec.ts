import { DEVICE_STEPS } from '@octavo/contracts';
import { stepsTaken } from './step-words.js';

const at = '2026-03-08T12:00:00.000Z';

describe('the steps of a sync', () => {
  it('stand in their order, those never taken too', () => {
    const steps = stepsTaken([
      { step: 'sync', at },
      { step: 'sign-in', at },
    ]);
    expect(steps.map(({ step }) => step)).toEqual([...DEVICE_STEPS]);
    expect(steps.flatMap((one) => (one.at === undefined ? [] : [one.step]))).toEqual(['sign-in', 'sync']);
  });

  it('have a word each', () => {
    const words = stepsTaken([]).map((step) => step.words);
    expect(new Set(words).size).toBe(DEVICE_STEPS.length);
  });
});
