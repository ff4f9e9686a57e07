import { candidate, DUNE } from '../../test/told-books.js';
import type { Find } from './search.js';
import { stillEmpty, type WantedField } from './wanted-fields.js';
import { isWorthAsking } from './whom-to-ask.js';

const match = { score: 1, title: 1, byIdentifier: false, verdict: 'accept', reasons: [] } as const;
const find = (over: Parameters<typeof candidate>[1]): Find => ({
  ...{ provider: 'amazon', match: { ...match, reasons: [] } },
  candidate: candidate('d', over),
});
const search = (wanted: WantedField[], completeMissing = true) => ({ book: DUNE, wanted, completeMissing });
const SHOP = { media: ['ebook' as const] };

describe('a further provider is asked', () => {
  it.each<[boolean, string, Parameters<typeof isWorthAsking>]>([
    [true, 'while nobody knew the book', [SHOP, search(['series'], false), []]],
    [true, 'for what is still empty', [SHOP, search(['series', 'rating']), [find({ rating: { value: 4, best: 5 } })]]],
    [false, 'where nothing is', [SHOP, search(['rating']), [find({ rating: { value: 4, best: 5 } })]]],
    [false, 'where that is not wished', [SHOP, search(['series'], false), [find({})]]],
    [false, 'where nothing was wanted', [SHOP, search([]), [find({})]]],
    [true, 'though nothing is wanted, while nobody knew the book', [SHOP, search([]), []]],
    [false, 'where it has no such books', [{ media: ['audiobook'] }, search(['series']), []]],
  ])('%s: %s', (expected, _, question) => expect(isWorthAsking(...question)).toBe(expected));
});

describe('what is still empty', () => {
  const ALL: WantedField[] = [
    ...(['title', 'subtitle', 'description', 'publisher', 'publishedDate', 'language', 'subjects'] as const),
    ...(['pageCount', 'abridged', 'contributors', 'series', 'identifiers', 'narrators', 'cover'] as const),
    ...(['rating', 'firstPublished', 'durationSec'] as const),
  ];

  it('is all that no candidate tells of', () => {
    const rest = ALL.filter((field) => field !== 'title' && field !== 'contributors');
    expect(stillEmpty(ALL, [candidate('d')])).toEqual(rest);
    expect(stillEmpty(ALL, [])).toEqual(ALL);
  });

  it('is nothing where several together tell all', () => {
    const one = candidate('a', {
      ...{
        subtitle: 'A Novel',
        description: '<p>Sand</p>',
        publisher: 'Ace',
        published: { year: 1990 },
        language: 'en',
      },
      ...{ genres: ['Fiction'], pageCount: 412, abridged: false, series: [{ name: 'Dune', number: '1' }] },
    });
    const other = candidate('b', {
      ...{ identifiers: [{ scheme: 'asin', value: 'B000' }], contributors: [{ name: 'A', role: 'narrator' }] },
      ...{ cover: ['https://shop.example/a.jpg'], rating: { value: 4, best: 5 }, durationSec: 3_600 },
      firstPublished: { year: 1965 },
    });
    expect(stillEmpty(ALL, [one])).not.toEqual([]);
    expect(stillEmpty(ALL, [one, other])).toEqual([]);
  });

  it('is a description of which there is but a part', () => {
    const part = candidate('d', { description: '<p>Sand</p>', partialDescription: true });
    expect(stillEmpty(['description'], [part])).toEqual(['description']);
  });
});
