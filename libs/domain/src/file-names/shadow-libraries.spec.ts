import { read } from './testing/reading-line.js';

const HASH = '0123456789abcdef0123456789abcdef';

describe('the names shadow libraries give', () => {
  it.each([
    [`Dune -- Frank Herbert -- ${HASH} -- Anna’s Archive.epub`, 'Dune | Frank Herbert'],
    [`Dune -- Herbert, Frank -- Ace -- ${HASH} -- Anna’s Archive.epub`, 'Dune | Frank Herbert | Ace'],
    [
      `Dune_ The Book -- Frank Herbert -- New York, 1965 -- Ace -- ${HASH}.epub`,
      'Dune: The Book | Frank Herbert | 1965 | Ace',
    ],
    [`Dune -- Frank Herbert -- 1st ed -- Ace -- 9780441172718 -- ${HASH}.epub`, 'Dune | Frank Herbert | Ace'],
    [
      `Dune -- Frank Herbert; Jane Doe -- Saga 2, 1999 -- ${HASH}.epub`,
      'Dune | Frank Herbert, Jane Doe | Saga 2 | 1999',
    ],
    ['Dune -- Frank Herbert.epub', 'Dune | Frank Herbert'],
    ['Dune (Frank Herbert) (Z-Library).epub', 'Dune | Frank Herbert'],
    ['Dune (Dune 1) (Frank Herbert, Jane Doe) (z-lib.org).epub', 'Dune | Frank Herbert, Jane Doe | Dune 1'],
    ['Dune (Frank Herbert) (1lib.sk, z-lib.sk).epub', 'Dune | Frank Herbert'],
    ['Dune - The Book (Frank Herbert) (Z-Library).epub', 'Dune: The Book | Frank Herbert'],
    ['Dune (1965) (z-lib.org).epub', 'Dune | 1965'],
    ['Frank Herbert - Dune (z-lib.org).epub', 'Dune | Frank Herbert'],
    ['Frank Herbert - Dune (1965, Ace Books) - libgen.li.epub', 'Dune | Frank Herbert | 1965 | Ace Books'],
    ['(Dune 1) Frank Herbert - Dune.epub', 'Dune | Frank Herbert | Dune 1'],
  ])('%s', (path, expected) => expect(read(path)).toBe(expected));
});
