import { BLOCKED, candidate, DUNE, OUTAGE, providerOf } from '../../test/told-books.js';
import { failedInWords, inWords } from './in-words.js';
import { type Round, roundOf } from './round.js';

const judged = (title: string) => ({
  candidate: candidate('d', { title }),
  match: { score: 1, title: 1, byIdentifier: true, verdict: 'accept' as const, reasons: ['same ISBN', 'title 1.00'] },
});
const round = (over: Partial<Round> = {}): Round => ({
  ...roundOf({ provider: providerOf(), settings: {} }, DUNE),
  ...{ pages: 1, ...over },
});

describe('what came of asking a provider', () => {
  it.each([
    ['Amazon knows "Dune": same ISBN, title 1.00', round(), { accepted: judged('Dune'), suggestions: [] }],
    [
      'Amazon knows "Dune": same ISBN, title 1.00 (it refuses: status 503)',
      round({ failure: BLOCKED }),
      { accepted: judged('Dune'), suggestions: [judged('Other')] },
    ],
    ['Amazon has something like it, "Other": same ISBN, title 1.00', round(), { suggestions: [judged('Other')] }],
    ['Amazon cannot be asked now: status 503', round({ failure: BLOCKED }), { suggestions: [] }],
    ['Amazon gave no answer: status 502', round({ failure: OUTAGE }), { suggestions: [] }],
    ['Amazon does not know it', round(), { suggestions: [] }],
    ['Amazon cannot be asked for such a book', round({ pages: 0 }), { suggestions: [] }],
  ])('%s', (words, one, judgement) => expect(inWords(one, judgement)).toBe(words));

  it('is short, and says where a mistake of ours is to be found', () => {
    expect(inWords(round(), { accepted: judged('x'.repeat(5_000)), suggestions: [] }).length).toBeLessThan(200);
    expect(failedInWords('Amazon')).toMatch(/^Amazon .* log$/);
  });
});
