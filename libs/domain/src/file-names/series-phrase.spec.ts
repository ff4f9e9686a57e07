import { bareNumber, seriesPhrase } from './series-phrase.js';

describe('a series with its number', () => {
  it.each([
    ['Dune #2', 'Dune', '2', 'labelled'],
    ['Dune, #2', 'Dune', '2', 'labelled'],
    ['Dune # 2', 'Dune', '2', 'labelled'],
    ['The Wheel of Time, Book 12', 'The Wheel of Time', '12', 'labelled'],
    ['Hollows Vol 2.5', 'Hollows', '2.5', 'labelled'],
    ['Hollows Vol.2,5', 'Hollows', '2.5', 'labelled'],
    ['Asterix Tome 12', 'Asterix', '12', 'labelled'],
    ['Die Zwerge, Band 2', 'Die Zwerge', '2', 'labelled'],
    ['Mistborn Book Three', 'Mistborn', '3', 'labelled'],
    ['Mistborn Book IV', 'Mistborn', '4', 'labelled'],
    ['Jack Reacher Book 1 of 28', 'Jack Reacher', '1', 'labelled'],
    ['One Piece v001-003', 'One Piece', '1-3', 'labelled'],
    ['Discworld 08', 'Discworld', '8', 'padded'],
    ['Discworld 8', 'Discworld', '8', 'plain'],
    ['Dune 2a', 'Dune', '2a', 'plain'],
    ['Dune 1.0', 'Dune', '1', 'plain'],
  ])('%s', (text, name, number, form) => expect(seriesPhrase(text)).toEqual({ series: { name, number }, form }));

  it.each([
    ...['Dune', '02', 'Book 2', 'Best SF 2019', 'Windows 1995', 'Edition 3', 'Fluent Python Edition 2', 'Henry IV'],
    ...['Trust No One', 'Band of Brothers', '1 2', '- 2', '', 'Dune 12345', 'Dune 1-2-3', `${'a '.repeat(200)}1`],
  ])('is not %j', (text) => expect(seriesPhrase(text)).toBeUndefined());

  it.each([
    ['01', '1', 'padded'],
    ['6.', '6', 'plain'],
    ['Book 2', '2', 'labelled'],
    ['Vol. 3', '3', 'labelled'],
    ['volume 9', '9', 'labelled'],
    ['#4', '4', 'labelled'],
    ['0.5', '0.5', 'plain'],
  ])('has a number without a name in %s', (text, number, form) => expect(bareNumber(text)).toEqual({ number, form }));

  it.each(['1984', 'Dune 2', 'Book', 'II', ''])('has none in %j', (text) => expect(bareNumber(text)).toBeUndefined());
});
