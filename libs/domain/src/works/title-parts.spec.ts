import { titleKey } from './title-key.js';
import { portionOf } from './title-notes.js';
import { titleParts } from './title-parts.js';

const parts = (title: string, subtitle = '', people: string[] = []) => titleParts(title, subtitle, people);

describe('the parts of a title', () => {
  it.each([
    ['The Final Empire: Mistborn Book 1', ['The Final Empire'], [{ name: 'Mistborn', number: '1' }]],
    ['Mistborn: The Final Empire', ['Mistborn', 'The Final Empire'], []],
    ['Mistborn 01 - The Final Empire', ['The Final Empire'], [{ name: 'Mistborn', number: '1' }]],
    ['Red Rising: Book I of the Red Rising Trilogy', ['Red Rising'], [{ name: 'Red Rising Trilogy', number: '1' }]],
    ['Der Herr der Ringe. Die Gefährten', ['Der Herr der Ringe', 'Die Gefährten'], []],
    ['Mrs. Dalloway', ['Mrs. Dalloway'], []],
    ['Circe - Ungekürzte Lesung', ['Circe'], []],
    ['the_martian.epub', ['the martian'], []],
    ['Frankenstein; or, The Modern Prometheus', ['Frankenstein'], []],
    ['World War II: A Very Short Introduction', ['World War', 'A Very Short Introduction'], []],
    [
      'A Game of Thrones: A Song of Ice and Fire: Book One',
      ['A Game of Thrones'],
      [{ name: 'A Song of Ice and Fire', number: '1' }],
    ],
    ['???', ['???'], []],
    ['', [], []],
  ])('%s', (title, texts, series) => {
    expect(parts(title)).toMatchObject({ texts, series });
  });

  it('are no people who are known', () => {
    const found = parts('Bram Stoker - Dracula', '', ['Stoker, Bram']);
    expect(found).toMatchObject({ texts: ['Dracula'], person: 'Stoker, Bram' });
    expect(parts('Bram Stoker - Dracula').texts).toEqual(['Bram Stoker', 'Dracula']);
  });

  it('tell the number of a row, and whether its label splits one book', () => {
    expect(parts('Naruto 12').row).toMatchObject({ name: 'Naruto', number: '12', isPart: false });
    expect(parts('Der Schwarm, Teil 2').row).toMatchObject({ name: 'Der Schwarm', number: '2', isPart: true });
    expect(parts('1984').row).toBeUndefined();
  });
});

describe('pieces of a recording', () => {
  it.each([
    ['Cryptonomicon (Part 1 of 2)', 'Cryptonomicon', '1'],
    ['Die Säulen der Erde (Teil 2 von 3)', 'Die Säulen der Erde', '2'],
    ['The Stand - Disc 01', 'The Stand', '1'],
    ['Guerre et Paix (1re partie)', 'Guerre et Paix', '1'],
    ['Part 1 of 2', 'Part 1 of 2', undefined],
    ['The Part of Me', 'The Part of Me', undefined],
  ])('%s', (written, title, portion) => {
    expect(portionOf(written)).toEqual({ title, ...(portion !== undefined && { portion }) });
  });
});

describe('keys of titles', () => {
  it.each([
    ['The Colour of Magic', 'the color of magic'],
    ['Götterdämmerung', 'GOETTERDAEMMERUNG'],
    ['The Two Towers', 'The 2 Towers'],
    ['Twenty Thousand Leagues', '20,000 Leagues'],
    ['L’Étranger', "l'etranger"],
    ['Pride & Prejudice', 'Pride and Prejudice'],
  ])('%s is %s', (a, b) => {
    expect(titleKey(a)).toBe(titleKey(b));
  });

  it.each([
    ['Dune', 'Dunes'],
    ['The Return', 'The Returned'],
    ['Henry IV', 'Henry V'],
    ['It', 'The'],
  ])('%s is not %s', (a, b) => {
    expect(titleKey(a)).not.toBe(titleKey(b));
  });
});
