import { parseFileName } from './parse-file-name.js';
import { alternatives, read } from './testing/reading-line.js';

describe('a comic', () => {
  it.each([
    ['Saga - Vol 1.cbz', 'Saga, Vol. 1 | Saga 1'],
    ['Saga Vol. 2 - Part Two.cbr', 'Part Two | Saga 2'],
    ['Asterix - Tome 12 - Asterix aux jeux olympiques.cbz', 'Asterix aux jeux olympiques | Asterix 12'],
    ['Batman #45.5.cbz', 'Batman #45.5 | Batman 45.5'],
    ['Batman v3 045 (2018).cbz', 'Batman #45 | Batman 45 | 2018'],
    ['Batman 045 - Endgame (2018).cbz', 'Endgame | Batman 45 | 2018'],
    ['Watchmen 01 (of 12) (1986).cbz', 'Watchmen #1 | Watchmen 1 | 1986'],
    ['X-Men (Second Series) 012 (Zone-Empire).cbz', 'X-Men #12 | X-Men 12'],
    ['The Walking Dead c001-c010.cbz', 'The Walking Dead #1-10 | The Walking Dead 1-10'],
    ['Spider-Man 2099.cbz', 'Spider-Man 2099'],
    ['V for Vendetta - Alan Moore.cbz', 'V for Vendetta | Alan Moore'],
    ['Batman - The Dark Knight 01.cbz', 'Batman - The Dark Knight #1 | Batman - The Dark Knight 1'],
    ['[Jane Doe & John Roe] Title v02.cbz', 'Title, Vol. 2 | Jane Doe, John Roe | Title 2'],
    ['Batman/045.cbz', 'Batman #45 | Batman 45'],
    ['Batman/045 - Endgame.cbz', 'Endgame | Batman 45'],
    ['One Piece/v01.cbz', 'One Piece, Vol. 1 | One Piece 1'],
    ['One Piece/One Piece v01.cbz', 'One Piece, Vol. 1 | One Piece 1'],
    ['045.cbz', '045'],
  ])('%s', (path, expected) => expect(read(path)).toBe(expected));

  it('may have its author before it, if that is not the first half of its name', () => {
    const path = 'Alan Moore - Watchmen 01.cbz';
    expect(alternatives(path)).toEqual(['Watchmen #1 | Alan Moore | Watchmen 1']);
    expect(parseFileName(path).ambiguous).toBe(true);
    expect(read(path, { knownAuthors: new Set(['alan moore']) })).toBe('Watchmen #1 | Alan Moore | Watchmen 1');
  });
});
