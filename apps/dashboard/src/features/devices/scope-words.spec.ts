import type { DeviceScope } from '@octavo/contracts';
import { scopeWords } from './scope-words.js';

const named = (...names: string[]) => names.map((name) => ({ id: name.toLowerCase(), name }));
const known = { libraries: named('Novels', 'Comics'), shelves: named('A', 'B', 'C', 'D', 'E') };
const ofShelves = (...shelfIds: string[]): DeviceScope => ({ kind: 'shelves', shelfIds });

describe('what a device gets', () => {
  it.each<[DeviceScope, string]>([
    [{ kind: 'everything' }, 'Gets every book'],
    [{ kind: 'libraries', libraryIds: ['comics'] }, 'Gets the library Comics'],
    [{ kind: 'libraries', libraryIds: ['comics', 'novels'] }, 'Gets the libraries Novels and Comics'],
    [{ kind: 'libraries', libraryIds: [] }, 'Gets no book: no library is chosen'],
    [ofShelves(), 'Gets no book: no shelf is chosen'],
    [ofShelves('a'), 'Gets the shelf A'],
    [ofShelves('a', 'b', 'c'), 'Gets the shelves A, B and C'],
    [ofShelves('a', 'b', 'c', 'd'), 'Gets the shelves A, B, C and D'],
    [ofShelves('a', 'b', 'c', 'd', 'e'), 'Gets the shelves A, B, C and 2 more'],
    [ofShelves('a', 'gone'), 'Gets the shelves A and 1 more'],
    [ofShelves('gone'), 'Gets one shelf'],
  ])('%j is “%s”', (scope, words) => {
    expect(scopeWords(scope, known)).toBe(words);
  });

  it('is a number while no names are known', () => {
    expect(scopeWords(ofShelves('a', 'b'), {})).toBe('Gets 2 shelves');
  });
});
