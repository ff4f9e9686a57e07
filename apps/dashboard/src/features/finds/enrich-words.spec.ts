import { enrichWords } from './enrich-words.js';

const run = { state: 'completed', result: null, error: null } as const;

describe('what came of asking about a book', () => {
  it.each([
    [undefined, 'The providers are being asked. What they know appears here by itself.'],
    [{ ...run, result: { outcome: 'none', detail: 'Amazon does not know it' } }, 'Amazon does not know it.'],
    [{ ...run, result: { outcome: 'off', detail: 'x' } }, expect.stringContaining('No provider is switched on')],
    [{ ...run, result: 'something newer' }, 'The providers were asked.'],
    [{ ...run, state: 'cancelled' as const }, 'Somebody stopped the search.'],
    [{ ...run, state: 'failed' as const, error: { code: 'x', detail: 'It broke' } }, 'It broke.'],
    [{ ...run, state: 'failed' as const }, 'The search failed.'],
  ])('%j: %s', (ended, words) => {
    expect(enrichWords(ended)).toEqual(words);
  });
});
