import { z } from 'zod';
import { defineQueue, job, type PayloadOf, type Processor, type ProcessorsOf, type ResultOf } from './define-queue.js';

const lane = defineQueue('lane', {
  add: job({ payload: z.object({ a: z.number(), b: z.number() }), result: z.number(), key: ({ a, b }) => `${a}+${b}` }),
  say: job({
    payload: z.object({ text: z.string() }),
    result: z.object({ said: z.string() }),
    key: ({ text }) => text,
    attempts: 2,
  }),
});

class Add implements Processor<typeof lane.jobs.add> {
  process({ a, b }: PayloadOf<typeof lane.jobs.add>) {
    return Promise.resolve(a + b);
  }
}

class Say implements Processor<typeof lane.jobs.say> {
  process({ text }: PayloadOf<typeof lane.jobs.say>) {
    return Promise.resolve({ said: text });
  }
}

/** Only compiles when the processors fit the queue: the compiler is the test, and `tsc` in the check runs it. */
const serve = (processors: ProcessorsOf<typeof lane>) => Object.keys(processors);

describe('a queue as stated', () => {
  it('gives each job its queue, its name and how often it is tried', () => {
    expect(lane.jobs.add).toMatchObject({ queue: 'lane', name: 'add', attempts: 5 });
    expect(lane.jobs.say).toMatchObject({ queue: 'lane', name: 'say', attempts: 2 });
    expect(lane.jobs.add.key({ a: 1, b: 2 })).toBe('1+2');
  });

  it('types payloads, results and processors from the statement', () => {
    const result: ResultOf<typeof lane.jobs.say> = { said: 'yes' };
    expect([result.said, serve({ add: Add, say: Say })]).toEqual(['yes', ['add', 'say']]);
    // @ts-expect-error a job without a processor
    serve({ add: Add });
    // @ts-expect-error two processors swapped
    serve({ add: Say, say: Add });
    // @ts-expect-error a misspelt job
    serve({ add: Add, say: Say, shout: Say });
    // @ts-expect-error a payload that does not fit
    const wrong: PayloadOf<typeof lane.jobs.add> = { a: 'one', b: 2 };
    expect(wrong.b).toBe(2);
  });
});
