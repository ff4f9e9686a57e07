import { converterFor, converters } from './converters.js';

describe('The converters', () => {
  it('are found by what they turn into what', () => {
    expect(converterFor('epub', 'kepub')).toMatchObject({ from: 'epub', to: 'kepub' });
    expect(converterFor('kepub', 'epub')).toBeUndefined();
    expect(converterFor('epub', 'epub')).toBeUndefined();
  });

  it('are one for each pair', () => {
    expect(new Set(converters.map(({ from, to }) => `${from}-${to}`)).size).toBe(converters.length);
  });
});
