import fc from 'fast-check';
import { parseSearch, stringifySearch } from './plain-search.js';

describe('the query of an address', () => {
  it('keeps a title that looks like a number a text', () => {
    expect(stringifySearch({ q: '1984', sort: undefined })).toBe('?q=1984');
    expect(parseSearch('?q=1984')).toEqual({ q: '1984' });
  });

  it('is nothing where nothing is asked', () => {
    expect(stringifySearch({ q: '', sort: undefined })).toBe('');
    expect(parseSearch('')).toEqual({});
  });

  it('gives back whatever text was put in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (q) => {
        expect(parseSearch(stringifySearch({ q }))).toEqual({ q });
      }),
    );
  });
});
