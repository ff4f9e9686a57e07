import { parseFileName } from './parse-file-name.js';
import { alternatives, read } from './testing/reading-line.js';

describe('the folders around a book', () => {
  it.each([
    ['Frank Herbert/Dune.epub', 'Dune | Frank Herbert'],
    ['Herbert, Frank/Dune.epub', 'Dune | Frank Herbert'],
    ['Terry Pratchett & Neil Gaiman/Good Omens.epub', 'Good Omens | Terry Pratchett, Neil Gaiman'],
    ['Frank Herbert/Dune/Dune.epub', 'Dune | Frank Herbert'],
    ['Frank Herbert/Dune/book.epub', 'Dune | Frank Herbert'],
    ['Frank Herbert/Dune (1965) [EN]/Dune.epub', 'Dune | Frank Herbert | 1965 | en'],
    ['Frank Herbert/Dune/01 - Dune.epub', 'Dune | Frank Herbert | Dune 1'],
    ['Terry Pratchett/Discworld/Guards! Guards!.epub', 'Guards! Guards! | Terry Pratchett | Discworld'],
    ['Terry Pratchett/Discworld/08. Guards! Guards!.epub', 'Guards! Guards! | Terry Pratchett | Discworld 8'],
    ['Terry Pratchett/Discworld/08 Guards! Guards!.epub', 'Guards! Guards! | Terry Pratchett | Discworld 8'],
    ['Terry Pratchett/Discworld/6. Wyrd Sisters.epub', 'Wyrd Sisters | Terry Pratchett | Discworld 6'],
    ['Terry Pratchett/Discworld/0.5 - Prelude.epub', 'Prelude | Terry Pratchett | Discworld 0.5'],
    ['Dodie Smith/101 Dalmatians.epub', '101 Dalmatians | Dodie Smith'],
    ['Terry Pratchett/Discworld/City Watch/01 - Night.epub', 'Night | Terry Pratchett | City Watch 1, Discworld'],
    [
      'Terry Pratchett/Discworld/Discworld 08 - Guards! Guards!.epub',
      'Guards! Guards! | Terry Pratchett | Discworld 8',
    ],
    ['Isaac Asimov/Foundation/Isaac Asimov - 02 - Second.epub', 'Second | Isaac Asimov | Foundation 2'],
    ['Mistborn/01 - The Final Empire.epub', 'The Final Empire | Mistborn 1'],
    ['The Wheel of Time/Robert Jordan - 01 - The Eye.epub', 'The Eye | Robert Jordan | The Wheel of Time 1'],
    ['Brandon Sanderson - Mistborn/01 - The Final Empire.epub', 'The Final Empire | Brandon Sanderson | Mistborn 1'],
    ['Frank Herbert - Dune/Dune.epub', 'Dune | Frank Herbert'],
    ['Homer/Epics/01 - The Iliad.epub', 'The Iliad | Homer | Epics 1'],
    ['Frank Herbert/1965 - Dune.epub', 'Dune | Frank Herbert | 1965'],
    ['Yuval Noah Harari/Sapiens - A Brief History.epub', 'Sapiens: A Brief History | Yuval Noah Harari'],
    ['Brandon%20Sanderson/Elantris.epub', 'Elantris | Brandon Sanderson'],
    ['brandon_sanderson/elantris.epub', 'Elantris | Brandon Sanderson'],
  ])('%s', (path, expected) => expect(read(path)).toBe(expected));

  it.each([
    ['Science Fiction/Dune.epub', 'Dune'],
    ['Sci-Fi & Fantasy/A-C/Frank Herbert/Dune.epub', 'Dune | Frank Herbert'],
    ['English/H/Frank Herbert/Dune.epub', 'Dune | Frank Herbert'],
    ['My eBooks/epub/Dune.epub', 'Dune'],
    ['Various Authors/Best SF.epub', 'Best SF'],
    ['A/Asimov, Isaac/Foundation.epub', 'Foundation | Isaac Asimov'],
    ['The Wheel of Time/The Eye of the World.epub', 'The Eye of the World'],
  ])('may only keep order: %s', (path, expected) => expect(read(path)).toBe(expected));

  it('give an author of one word only as an alternative', () => {
    expect(read('Homer/The Iliad.epub')).toBe('The Iliad');
    expect(alternatives('Homer/The Iliad.epub')).toEqual(['The Iliad | Homer']);
  });

  it('tell which side of a name is the author, with a doubt where a folder may have the name of the book', () => {
    expect(parseFileName('Terry Pratchett/Mort - Terry Pratchett.epub').ambiguous).toBe(false);
    expect(read('Terry Pratchett/Good Omens - Terry Pratchett.epub')).toBe('Good Omens | Terry Pratchett');
    const { ambiguous } = parseFileName('Good Omens/Good Omens - Terry Pratchett.epub');
    expect(ambiguous).toBe(true);
    expect(alternatives('Good Omens/Good Omens - Terry Pratchett.epub')).toEqual(['Good Omens | Terry Pratchett']);
  });

  it('do not overrule an author whom the name gives', () => {
    expect(read('Some Collector/Frank Herbert - Dune.epub')).toBe('Dune | Frank Herbert');
    expect(read('Neil Gaiman/Good Omens - Terry Pratchett & Neil Gaiman.epub')).toBe(
      'Good Omens | Terry Pratchett, Neil Gaiman',
    );
  });

  it('write a name out in full', () => {
    expect(read('J.R.R. Tolkien/Tolkien - The Hobbit.epub')).toBe('The Hobbit | J.R.R. Tolkien');
    expect(read('Books Tolkien/J.R.R. Tolkien - The Hobbit.epub')).toBe('The Hobbit | J.R.R. Tolkien');
  });
});

describe('the layout of calibre', () => {
  it.each([
    ['J. R. R. Tolkien/The Hobbit (7)/The Hobbit - J. R. R. Tolkien.epub', 'The Hobbit | J. R. R. Tolkien'],
    ['Good Omens/Terry Pratchett (1984)/Terry Pratchett - Good Omens.epub', 'Terry Pratchett | Good Omens'],
    ['Jane Doe/Sub - Title (12)/Sub - Title - Jane Doe.epub', 'Sub - Title | Jane Doe'],
    ['Jane Doe/A Title (12)/A Title - Jan.epub', 'A Title | Jane Doe'],
    ['Jane Doe/A Title (12)/A Title - John Roe.epub', 'A Title | Jane Doe'],
    ['Unknown/A Title (12)/A Title - Unknown.epub', 'A Title'],
    ['Books/Jane Doe/Sapiens_ A Title (3)/Sapiens_ A Title - Jane Doe.epub', 'Sapiens: A Title | Jane Doe'],
  ])('%s', (path, expected) => expect(read(path)).toBe(expected));
});

describe('the folders around an audiobook', () => {
  it.each([
    ['Brandon Sanderson/Elantris.m4b', 'Elantris | Brandon Sanderson'],
    ['Brandon Sanderson/Elantris/01 - Prologue.mp3', 'Elantris | Brandon Sanderson'],
    ['Brandon Sanderson/Elantris/CD1/track 01.mp3', 'Elantris | Brandon Sanderson'],
    ['Brandon Sanderson/Elantris/Disc 2/Elantris 02-01.mp3', 'Elantris | Brandon Sanderson'],
    ['Brandon Sanderson/Elantris/disk 001/1.mp3', 'Elantris | Brandon Sanderson'],
    ['Brandon Sanderson/Elantris/Part 1/1.mp3', 'Elantris | Brandon Sanderson'],
    ['Brandon Sanderson/Elantris/Elantris - Part 2.m4b', 'Elantris | Brandon Sanderson'],
    ['Elantris/01 - Prologue.mp3', 'Elantris'],
    ['Brandon Sanderson - Elantris/01.mp3', 'Elantris | Brandon Sanderson'],
    ['Brandon Sanderson/Mistborn/01 - The Final Empire.m4b', 'The Final Empire | Brandon Sanderson | Mistborn 1'],
    ['Brandon Sanderson/Mistborn/Book 3 - Hero/Hero.m4b', 'Hero | Brandon Sanderson | Mistborn 3'],
    [
      'Brandon Sanderson/Mistborn/volume 1 - 2006 - The Final Empire [B002V0QUOC] {Michael Kramer}/x.m4b',
      'The Final Empire | Brandon Sanderson, Michael Kramer (narrator) | Mistborn 1 | 2006 | asin:B002V0QUOC',
    ],
    ['Terry Goodkind/Sword/(1994) - Book 1 - Rule/1.mp3', 'Rule | Terry Goodkind | Sword 1 | 1994'],
    [
      'Steven Levy/Hackers - Heroes of the Revolution {Mike Doe}/1.mp3',
      'Hackers: Heroes of the Revolution | Steven Levy, Mike Doe (narrator)',
    ],
    ['Stephen Fry/1999 - Stephen Fry.m4b', '1999 | Stephen Fry'],
  ])('%s', (path, expected) => expect(read(path)).toBe(expected));

  it('may themselves be what is read', () => {
    const path = 'Audio Books/Brandon Sanderson/Mistborn/Vol. 3 - The Hero of Ages {Michael Kramer}';
    expect(read(path, { kind: 'audio' })).toBe(
      'The Hero of Ages | Brandon Sanderson, Michael Kramer (narrator) | Mistborn 3',
    );
  });
});
