import fc from 'fast-check';
import { FirstAndLast } from './first-and-last.js';

describe('What a program says', () => {
  it('is kept whole while it is short, else its beginning and its end, however it comes in pieces', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme-ascii', maxLength: 30 })),
        fc.integer({ min: 1, max: 20 }),
        (pieces, each) => {
          const kept = new FirstAndLast(each);
          for (const piece of pieces) kept.add(Buffer.from(piece));
          const all = pieces.join('');
          const rest = all.slice(each);
          expect(kept.toString()).toBe(all.slice(0, each) + rest.slice(Math.max(0, rest.length - each)));
        },
      ),
    );
  });
});
