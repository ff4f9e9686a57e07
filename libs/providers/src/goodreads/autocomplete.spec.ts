import { aJsonAnswer, anAnswer } from '../testing/answers.js';
import { expectGoodHit } from '../testing/clean-candidate.js';
import { readProposals } from './autocomplete.js';
import { FENCE_PAGE, LEVIATHAN, proposalOf } from './testing/pages.js';

function found(list: unknown, isbn?: string) {
  const verdict = readProposals(aJsonAnswer(list), {}, isbn);
  if (verdict.kind !== 'found') throw new Error(verdict.kind);
  verdict.value.forEach(expectGoodHit);
  return verdict.value;
}

describe('what Goodreads proposes', () => {
  it('is a candidate by itself, for when the page is behind the fence', () => {
    const [hit] = found([proposalOf(LEVIATHAN)]);
    expect(hit).toMatchObject({
      id: '8855321',
      title: 'Leviathan Wakes',
      authors: ['James S.A. Corey'],
      series: [{ name: 'The Expanse', number: '1' }],
      identifiers: [{ scheme: 'goodreads', value: '8855321' }],
    });
    expect(hit?.candidate).toMatchObject({
      pageCount: 592,
      rating: { value: 4.3, count: 271000, best: 5 },
      cover: [
        'https://i.gr-assets.com/images/S/compressed.photo.goodreads.com/books/1411013975l/8855321.jpg',
        'https://i.gr-assets.com/images/S/compressed.photo.goodreads.com/books/1411013975l/8855321._SX50_.jpg',
      ],
      description: '<p>Humanity has colonized the solar</p>',
      partialDescription: true,
    });
  });

  it.each([
    ['Byrne (Burgess, Anthony)', 'Byrne', []],
    ['Byrne (Burgess, Anthony)', undefined, []],
    [
      'The Amber Spyglass (His Dark Materials, #3)',
      'The Amber Spyglass',
      [{ name: 'His Dark Materials', number: '3' }],
    ],
    [
      'Mort (Discworld, #4; Death, #1)',
      'Mort',
      [
        { name: 'Discworld', number: '4' },
        { name: 'Death', number: '1' },
      ],
    ],
    ['Edge of Eternity (The Century Trilogy #3)', 'Edge of Eternity', [{ name: 'The Century Trilogy', number: '3' }]],
    ['Caliban (The Expanse (Books), #2.5)', undefined, [{ name: 'The Expanse (Books)', number: '2.5' }]],
    ['1984', '1984', []],
  ])('has series only where they are numbered: %s', (title, bookTitleBare, series) => {
    expect(found([proposalOf(LEVIATHAN, { title, bookTitleBare })])[0]?.series).toEqual(series);
  });

  it('has a description that is whole where it says so', () => {
    const description = { html: 'All of it.', truncated: false };
    const [hit] = found([proposalOf(LEVIATHAN, { description })]);
    expect(hit?.candidate).toHaveProperty('description');
    expect(hit?.candidate).not.toHaveProperty('partialDescription');
  });

  it('is recognised by the number that was asked for, where it is the only one', () => {
    const asked = { scheme: 'isbn', value: '9780316129084' };
    const [hit] = found([proposalOf(LEVIATHAN)], asked.value);
    expect(hit?.identifiers).toContainEqual(asked);
    expect(hit?.candidate?.identifiers).not.toContainEqual(asked);
    expect(hit?.candidate?.otherEditions).toEqual([asked]);
    const many = found([proposalOf(LEVIATHAN), proposalOf({ ...LEVIATHAN, id: '2' })], asked.value);
    for (const { identifiers } of many) expect(identifiers).not.toContainEqual(asked);
  });

  it('loses only the entries that are broken', () => {
    const broken = [
      null,
      7,
      'x',
      [],
      {},
      { bookId: 'x' },
      { bookId: {}, title: 'x' },
      proposalOf(LEVIATHAN, { title: 'null', bookTitleBare: null }),
    ];
    const lenient = proposalOf(
      { ...LEVIATHAN, id: '77' },
      { author: 'x', avgRating: 4.3, numPages: null, imageUrl: 5, description: [] },
    );
    const hits = found([...broken, proposalOf(LEVIATHAN), lenient, ...broken]);
    expect(hits.map(({ id }) => id)).toEqual(['8855321', '77']);
    expect(hits[1]).toMatchObject({ title: 'Leviathan Wakes', authors: [], candidate: { rating: { value: 4.3 } } });
  });

  it.each([
    ['a page instead of a list', '<html><body>Hello</body></html>', 'blocked'],
    ['a page of the fence', FENCE_PAGE, 'blocked'],
    ['half a list', '[{"bookId":"1","title":"x"', 'blocked'],
    ['no entry', '[]', 'not-found'],
  ])('is nothing in %s', (_, body, kind) => {
    expect(readProposals(anAnswer(body), {}).kind).toBe(kind);
  });
});
