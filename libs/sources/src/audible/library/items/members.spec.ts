import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { objectOf } from './members.js';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

describe('an object of members', () => {
  it.each([
    [[]],
    [[['500', 'a'] as const, ['1215', 'b'] as const]],
    [[['1215', 'a'] as const, ['500', 'b'] as const, ['500', 'c'] as const]],
    [[['007', 'a'] as const]],
    [[['500', 'a'] as const, ['__proto__', 'b'] as const]],
  ])('is as any other: %j', (members) => {
    const object = objectOf<string>(members);
    expect(JSON.stringify(object)).toBe(JSON.stringify(Object.fromEntries(members)));
    expect(Object.getPrototypeOf(object)).toBe(Object.prototype);
  });

  it('takes no room for numbers that are not there', () => {
    collect();
    const before = process.memoryUsage().heapUsed;
    const kept = Array.from({ length: 1_000 }, (_, at) =>
      objectOf([
        ['500', at],
        ['1215', at],
      ]),
    );
    collect();
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(3_000_000);
    expect(kept).toHaveLength(1_000);
  });
});
