import { SOURCES } from '@octavo/contracts';
import { fieldWords, originWords } from './provenance-words.js';

describe('where a field came from', () => {
  it.each([
    ['title', 'Title'],
    ['publishedDate', 'Published'],
    ['pageCount', 'Pages'],
    ['contributors', 'People'],
    ['sortTitle', 'Sort title'],
  ])('%s is called %s', (field, words) => {
    expect(fieldWords(field)).toBe(words);
  });

  it('names the provider where there is one, else the source', () => {
    expect(originWords({ source: 'enrichment', provider: 'open-library' })).toBe('Open Library');
    expect(originWords({ source: 'enrichment', provider: 'the-moon' })).toBe('the-moon');
    for (const source of SOURCES) expect(originWords({ source, provider: null })).toBeTruthy();
  });
});
