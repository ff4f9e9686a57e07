import { foldText } from '../search-text.js';
import { parseFileName } from './parse-file-name.js';
import { alternatives, lineOf, read } from './testing/reading-line.js';

describe('a name with author and title', () => {
  it.each([
    ['Frank Herbert - Dune.epub', 'Dune | Frank Herbert'],
    ['Dune - Frank Herbert.epub', 'Dune | Frank Herbert'],
    ['Herbert, Frank - Dune.epub', 'Dune | Frank Herbert'],
    ['Dune - Herbert, Frank.epub', 'Dune | Frank Herbert'],
    ['Good Omens - Terry Pratchett & Neil Gaiman.epub', 'Good Omens | Terry Pratchett, Neil Gaiman'],
    ['Terry Pratchett & Neil Gaiman - Good Omens.epub', 'Good Omens | Terry Pratchett, Neil Gaiman'],
    ['Terry Pratchett, Neil Gaiman - Good Omens.epub', 'Good Omens | Terry Pratchett, Neil Gaiman'],
    ['Pratchett, Terry & Gaiman, Neil - Good Omens.epub', 'Good Omens | Terry Pratchett, Neil Gaiman'],
    ['Pratchett, Terry; Gaiman, Neil - Good Omens.epub', 'Good Omens | Terry Pratchett, Neil Gaiman'],
    [
      'Gibson, William, Sterling, Bruce - The Difference Engine.epub',
      'The Difference Engine | William Gibson, Bruce Sterling',
    ],
    ['The Hobbit.epub', 'The Hobbit'],
    ['Hobbit, The - J.R.R. Tolkien.epub', 'The Hobbit | J.R.R. Tolkien'],
    ['J. R. R. Tolkien - The Hobbit (1937) (retail).epub', 'The Hobbit | J. R. R. Tolkien | 1937'],
    ['1984 - George Orwell.epub', '1984 | George Orwell'],
    ['George Orwell - 1984.epub', '1984 | George Orwell'],
    ['George Orwell - 1984 (1949).epub', '1984 | George Orwell | 1949'],
    ['101 Dalmatians.epub', '101 Dalmatians'],
    ['Catch-22 - Joseph Heller.epub', 'Catch-22 | Joseph Heller'],
    ['Joseph Heller - Catch-22.epub', 'Catch-22 | Joseph Heller'],
    ['The Three-Body Problem by Cixin Liu.epub', 'The Three-Body Problem | Cixin Liu'],
    ['Stand by Me.epub', 'Stand by Me'],
    ['刘慈欣 - 三体.epub', '三体 | 刘慈欣'],
    ['Толстой Лев - Война и мир.epub', 'Война и мир | Толстой Лев'],
    ['Ursula K. Le Guin - A Wizard of Earthsea.epub', 'A Wizard of Earthsea | Ursula K. Le Guin'],
    ['Stephen King - 11_22_63.epub', '11_22_63 | Stephen King'],
    ['Unknown - Some Title.epub', 'Some Title'],
    ['Various - Best SF 2019.epub', 'Best SF 2019'],
    [
      'Leo Tolstoy, Louise Maude (translator) - War and Peace.epub',
      'War and Peace | Leo Tolstoy, Louise Maude (translator)',
    ],
    ['E\u0301mile Zola - L\u2019Assommoir.epub', 'L’Assommoir | Émile Zola'],
    ["Dr. Seuss - Oh, the Places You'll Go!.epub", "Oh, the Places You'll Go! | Dr. Seuss"],
    ['Homer - The Iliad.epub', 'The Iliad | Homer'],
    ['The Iliad - Homer.epub', 'The Iliad | Homer'],
    ['Dune (1965) - Frank Herbert.epub', 'Dune | Frank Herbert | 1965'],
    ['A. Reynolds - Chasm City.epub', 'Chasm City | A. Reynolds'],
    ['Fahrenheit 451 - Ray Bradbury.epub', 'Fahrenheit 451 | Ray Bradbury'],
  ])('%s', (path, expected) => expect(read(path)).toBe(expected));
});

describe('a name with a series', () => {
  it.each([
    ['Frank Herbert - [Dune 01] - Dune (1965).epub', 'Dune | Frank Herbert | Dune 1 | 1965'],
    [
      "Peter F Hamilton - [Commonwealth Saga 01] - Pandora's Star (US) (retail) (epub).epub",
      "Pandora's Star | Peter F Hamilton | Commonwealth Saga 1",
    ],
    ['[Dune #2] Dune Messiah.epub', 'Dune Messiah | Dune 2'],
    ['Dune Messiah (Dune #2) - Frank Herbert.epub', 'Dune Messiah | Frank Herbert | Dune 2'],
    ['Dune Messiah (Dune, #2).epub', 'Dune Messiah | Dune 2'],
    ['Hyperion Cantos 01 - Hyperion - Dan Simmons.epub', 'Hyperion | Dan Simmons | Hyperion Cantos 1'],
    ['Dan Simmons - Hyperion Cantos 01 - Hyperion.epub', 'Hyperion | Dan Simmons | Hyperion Cantos 1'],
    ['Harrison, Kim - Dates from Hell - Hollows Vol 2.5.epub', 'Dates from Hell | Kim Harrison | Hollows 2.5'],
    [
      'Isaac Asimov - Foundation - 02 - Foundation and Empire.epub',
      'Foundation and Empire | Isaac Asimov | Foundation 2',
    ],
    ['Foundation (Foundation #1) - Isaac Asimov.epub', 'Foundation | Isaac Asimov | Foundation 1'],
    ['Terry Pratchett - Discworld 08 - Guards! Guards!.epub', 'Guards! Guards! | Terry Pratchett | Discworld 8'],
    [
      'Robert Jordan & Brandon Sanderson - The Wheel of Time #12 - The Gathering Storm.epub',
      'The Gathering Storm | Robert Jordan, Brandon Sanderson | The Wheel of Time 12',
    ],
    ['The Wheel of Time, Book 12_ The Gathering Storm.epub', 'The Gathering Storm | The Wheel of Time 12'],
    ["Harry Potter and the Philosopher's Stone (Book 1).epub", "Harry Potter and the Philosopher's Stone"],
    [
      'Le Guin, Ursula K. - A Wizard of Earthsea (Earthsea 1).epub',
      'A Wizard of Earthsea | Ursula K. Le Guin | Earthsea 1',
    ],
    ['Neuromancer (Sprawl Trilogy Book 1) (English Edition).azw3', 'Neuromancer | Sprawl Trilogy 1 | en'],
  ])('%s', (path, expected) => expect(read(path)).toBe(expected));
});

describe('a name that a machine made or somebody abused', () => {
  const HASH = '0123456789abcdef0123456789ABCDEF';

  it.each([
    ['frank_herbert-dune.epub', 'Dune | Frank Herbert'],
    ['Frank_Herbert_-_Dune.epub', 'Dune | Frank Herbert'],
    ['Frank.Herbert.-.Dune.1965.RETAIL.EPUB.eBook-GRP.epub', 'Dune | Frank Herbert | 1965'],
    [
      'Sapiens_ A Brief History of Humankind - Yuval Noah Harari.epub',
      'Sapiens: A Brief History of Humankind | Yuval Noah Harari',
    ],
    [
      'Yuval Noah Harari - Sapiens - A Brief History of Humankind.epub',
      'Sapiens: A Brief History of Humankind | Yuval Noah Harari',
    ],
    ['9780441172719.epub', 'isbn:9780441172719'],
    ['Frank Herbert - Dune {9780441172719}.epub', 'Dune | Frank Herbert | isbn:9780441172719'],
    ['Dune (ISBN 0-441-17271-7).epub', 'Dune | isbn:9780441172719'],
    ['Warbreaker [B0015T963C].m4b', 'Warbreaker | asin:B0015T963C'],
    [
      `Dune -- Frank Herbert -- Dune Chronicles 1, 2005 -- Ace Books -- 9780441172719 -- ${HASH} -- Anna’s Archive.epub`,
      'Dune | Frank Herbert | Dune Chronicles 1 | 2005 | isbn:9780441172719 | Ace Books',
    ],
    ['Dune (Frank Herbert) (z-lib.org).epub', 'Dune | Frank Herbert'],
    ['Stephen King - The Stand (Uncut) (retail) [epub].epub', 'The Stand | Stephen King'],
    ['B00AYQNR46_EBOK.azw3', 'asin:B00AYQNR46'],
    ['The Martian (Unabridged) - Andy Weir.m4b', 'The Martian | Andy Weir | unabridged'],
    [
      "The%20Hitchhiker's%20Guide%20to%20the%20Galaxy%20-%20Douglas%20Adams.epub",
      "The Hitchhiker's Guide to the Galaxy | Douglas Adams",
    ],
    ['Dune.kepub.epub', 'Dune'],
    ['war_and_peace.fb2.zip', 'War and Peace'],
    ['Jane Austen - Pride and Prejudice [EN].epub', 'Pride and Prejudice | Jane Austen | en'],
  ])('%s', (path, expected) => expect(read(path)).toBe(expected));
});

describe('a path', () => {
  it.each([
    ['George Orwell/1984 - George Orwell.epub', '1984 | George Orwell'],
    [
      'J.R.R. Tolkien/The Lord of the Rings/01 - The Fellowship of the Ring.epub',
      'The Fellowship of the Ring | J.R.R. Tolkien | The Lord of the Rings 1',
    ],
    [
      'J.R.R. Tolkien/The Lord of the Rings/Book 2 - The Two Towers/audio.m4b',
      'The Two Towers | J.R.R. Tolkien | The Lord of the Rings 2',
    ],
    [
      'Brandon Sanderson/Mistborn/Vol. 3 - The Hero of Ages {Michael Kramer}/track01.mp3',
      'The Hero of Ages | Brandon Sanderson, Michael Kramer (narrator) | Mistborn 3',
    ],
    ['Brandon Sanderson/Elantris (42)/Elantris - Brandon Sanderson.epub', 'Elantris | Brandon Sanderson'],
    ['Frank Herbert/Dune/Dune - Frank Herbert.epub', 'Dune | Frank Herbert'],
    ['Stephen Fry/1999 - A Short History.m4b', 'A Short History | Stephen Fry | 1999'],
  ])('%s', (path, expected) => expect(read(path)).toBe(expected));
});

describe('a comic', () => {
  it.each([
    ['[Koyoharu Gotouge] Demon Slayer v01.cbz', 'Demon Slayer, Vol. 1 | Koyoharu Gotouge | Demon Slayer 1'],
    ['One Piece v001-003 (2003) (Digital) (Group).cbz', 'One Piece, Vol. 1-3 | One Piece 1-3 | 2003'],
    ['Batman 045 (2018) (Webrip).cbz', 'Batman #45 | Batman 45 | 2018'],
  ])('%s', (path, expected) => expect(read(path)).toBe(expected));
});

describe('a name that can be read in two ways', () => {
  const GOOD_OMENS = 'Good Omens - Terry Pratchett.epub';

  it('is read in the usual order, says so and offers the other', () => {
    const { reading, ambiguous, confidence } = parseFileName(GOOD_OMENS);
    expect(lineOf(reading)).toBe('Terry Pratchett | Good Omens');
    expect(alternatives(GOOD_OMENS)).toEqual(['Good Omens | Terry Pratchett']);
    expect(ambiguous).toBe(true);
    expect(confidence).toBeLessThan(0.5);
  });

  it('is settled by an author the library knows', () => {
    const parse = parseFileName(GOOD_OMENS, { knownAuthors: new Set([foldText('Terry Pratchett')]) });
    expect(lineOf(parse.reading)).toBe('Good Omens | Terry Pratchett');
    expect(parse).toMatchObject({ ambiguous: false, alternatives: [] });
  });

  it('follows the profile of the library', () => {
    expect(read(GOOD_OMENS, { profile: 'title-author' })).toBe('Good Omens | Terry Pratchett');
  });

  it('may have sides of one word each', () => {
    expect(parseFileName('刘慈欣 - 三体.epub').ambiguous).toBe(true);
  });

  it('may be a series where it was read as an author', () => {
    expect(read('The Expanse 1 - Leviathan Wakes.epub')).toBe('The Expanse 1 | Leviathan Wakes');
    expect(alternatives('The Expanse 1 - Leviathan Wakes.epub')).toContain('Leviathan Wakes | The Expanse 1');
  });
});
