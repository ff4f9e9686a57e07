import { isPlace, placeIn, seriesLine, seriesName } from './series-words.js';

describe('a place in a series', () => {
  it.each([
    ['Book 1 of 9', '1', 9],
    ['Buch 1 von 2', '1', 2],
    ['Band 2,5 von 4', '2.5', 4],
    ['Livre 3 sur 3', '3', 3],
    ['Libro 1 di 2', '1', 2],
    ['Boek 1 van 2', '1', 2],
    ['全5巻中第1巻', '1', 5],
    ['全5冊中5番目の本', '5', 5],
    ['全２２巻の第１巻', '1', 22],
    ['2 kitaptan 1. kitap', '1', 2],
    ['Book 4', '4', undefined],
    ['Book 0.5 of 3', '0.5', 3],
    ['Books 1-3 of 5', '1-3', 5],
    ['9 book series', undefined, 9],
    ['全5巻', undefined, 5],
    ['Series', undefined, undefined],
  ])('"%s" is %s of %s', (label, number, total) =>
    expect(placeIn(label)).toEqual(expect.objectContaining(defined({ number, total }))),
  );

  it.each([
    ['Book 1 of 9', true],
    ['全5巻中第1巻', true],
    ['Tome 3', true],
    ['Print length', false],
    ['Hardcover', false],
    ['Item weight 3 lb', false],
  ])('"%s" speaks of one: %s', (label, expected) => expect(isPlace(label)).toBe(expected));
});

describe('a line about a series', () => {
  it.each([
    ['Book 1 of 2: A. Shaw', { name: 'A. Shaw', number: '1', total: 2 }],
    ['(Book 2 of 5: Saltlight)', { name: 'Saltlight', number: '2', total: 5 }],
    ['Buch 2 von 3: Salz: Licht', { name: 'Salz: Licht', number: '2', total: 3 }],
    ['Buch 2 der Reihe: Salzlicht', { name: 'Salzlicht', number: '2' }],
    ['Book 2 of 3 in Saltlight', { name: 'Saltlight', number: '2', total: 3 }],
    ['全22巻の第1巻: 盾の勇者', { name: '盾の勇者', number: '1', total: 22 }],
    ['Saltlight (9 book series)', { name: 'Saltlight', total: 9 }],
    ['Salzlicht (Reihe in 3 Bänden)', undefined],
    ['Saltlight', undefined],
    ['Book 2 of 3:', undefined],
    ['', undefined],
  ])('"%s" is %j', (text, expected) => expect(seriesLine(text)).toEqual(expected));

  it.each([
    ['The Expanse Series', 'The Expanse'],
    ['The Expanse (9 book series)', 'The Expanse'],
    ['Saltlight (Series)', 'Saltlight'],
    ['Series', 'Series'],
  ])('has in "%s" the name %s', (text, name) => expect(seriesName(text)).toBe(name));
});

const defined = (fields: object) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
