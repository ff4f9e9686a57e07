import fc from 'fast-check';
import { isNameParticle, isStandIn, peopleFrom, roleFrom, sortName } from './contributors.js';

const names = (text: string) => peopleFrom(text).map(({ name }) => name);

describe('the people in a name field', () => {
  it.each([
    ['Frank Herbert', ['Frank Herbert']],
    ['Herbert, Frank', ['Frank Herbert']],
    ['Tolkien, J. R. R.', ['J. R. R. Tolkien']],
    ['de la Cruz, Melissa', ['Melissa de la Cruz']],
    ['King Smith, Dick A.', ['Dick A. King Smith']],
    ['Terry Pratchett & Neil Gaiman', ['Terry Pratchett', 'Neil Gaiman']],
    ['Terry Pratchett and Neil Gaiman', ['Terry Pratchett', 'Neil Gaiman']],
    ['Pratchett, Terry; Gaiman, Neil', ['Terry Pratchett', 'Neil Gaiman']],
    ['Douglas Preston, Lincoln Child', ['Douglas Preston', 'Lincoln Child']],
    ['Preston, Douglas, Child, Lincoln', ['Douglas Preston', 'Lincoln Child']],
    ['José Ortega y Gasset', ['José Ortega y Gasset']],
    ['Simon and Schuster', ['Simon and Schuster']],
    ['Martin Luther King, Jr.', ['Martin Luther King, Jr.']],
    ['King, Jr.', ['King, Jr.']],
    ['Acme, Inc.', ['Acme, Inc.']],
    ['García Márquez, Gabriel', ['García Márquez, Gabriel']],
    ['Smith, John R.', ['John R. Smith']],
    ['Brian Kernighan et al.', ['Brian Kernighan']],
    ['夏目 漱石', ['夏目 漱石']],
    ['Anonymous', ['Anonymous']],
    ['Unknown', []],
    ['Various Authors', []],
    ['N/A', []],
    ['  ', []],
  ])('%j are %j', (text, people) => expect(names(text)).toEqual(people));

  it('keep the form they were sorted by', () => {
    expect(peopleFrom('Herbert, Frank')).toEqual([{ name: 'Frank Herbert', sortName: 'Herbert, Frank' }]);
  });

  it('have names that are never empty, whatever is written', () => {
    const pieces = fc.array(
      fc.constantFrom('A', 'Bee', 'de', 'Jr.', ',', ', ', ';', ' & ', ' and ', ' ', 'et al.', 'The'),
    );
    fc.assert(
      fc.property(pieces, (words) => names(words.join('')).forEach((name) => expect(name.trim()).not.toBe(''))),
    );
  });
});

describe('a role', () => {
  it.each([
    ['aut', 'author'],
    ['AUT', 'author'],
    ['Author', 'author'],
    ['http://id.loc.gov/vocabulary/relators/trl', 'translator'],
    ['edt', 'editor'],
    ['cov', 'coverArtist'],
    ['pbl', 'other'],
    ['constructor', 'other'],
    ['', 'other'],
  ])('%j is %s', (word, role) => expect(roleFrom(word)).toBe(role));
});

describe('the sort form of a name', () => {
  it.each([
    ['Jane Austen', 'Austen, Jane'],
    ['Vincent van Gogh', 'van Gogh, Vincent'],
    ['Ursula K. Le Guin', 'Le Guin, Ursula K.'],
    ['Martin Luther King Jr.', 'King, Martin Luther Jr.'],
    ['Plato', 'Plato'],
    ['Austen, Jane', 'Austen, Jane'],
  ])('%s is %s', (name, sorted) => expect(sortName(name)).toBe(sorted));
});

describe('words about names', () => {
  it.each(['van', 'de', 'al'])('%s is a particle as it is written within a name', (word) => {
    expect(isNameParticle(word)).toBe(true);
    expect(isNameParticle(word.toUpperCase())).toBe(false);
  });

  it.each([
    [' Unknown ', true],
    ['various authors', true],
    ['Anonymous', false],
    ['The Unknown', false],
    ['', false],
  ])('%j stands in for nobody: %s', (text, standsIn) => expect(isStandIn(text)).toBe(standsIn));
});
