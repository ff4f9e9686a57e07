import type { Candidate } from './candidate.js';
import { statementOfCandidate } from './statement-of-candidate.js';

const ISBN = { scheme: 'isbn', value: '9780141439587' };
const emma: Candidate = {
  ...{ provider: 'goodreads', id: '6969', url: 'https://www.goodreads.com/book/show/6969', title: 'Emma' },
  ...{ contributors: [{ name: 'Jane Austen', role: 'author' }], series: [{ name: 'S', number: '1', total: 3 }] },
  ...{ identifiers: [ISBN], otherEditions: [{ scheme: 'isbn', value: '9780141199528' }] },
  ...{ genres: ['Classics'], tags: ['Regency'], description: '<p>A…</p>', partialDescription: true, form: 'paperback' },
};

describe('what a candidate says of a book', () => {
  it('is told in its name, without what is of other editions', () => {
    const { source, provider, confidence, draft, gapsOnly } = statementOfCandidate({
      ...{ candidate: emma, score: 0.9, byIdentifier: false },
    });
    expect({ source, provider, confidence, gapsOnly }).toEqual({
      ...{ source: 'enrichment', provider: 'goodreads', confidence: 0.9, gapsOnly: ['description'] },
    });
    expect(draft).toEqual({
      ...{ title: 'Emma', contributors: emma.contributors, series: [{ name: 'S', number: '1' }] },
      ...{ subjects: ['Classics', 'Regency'], description: '<p>A…</p>' },
      identifiers: [{ scheme: 'goodreads', value: '6969' }],
    });
  });

  it.each([
    ['found by the book’s own number', { byIdentifier: true }, {}, 'ebook'],
    ['of an ebook', {}, { form: 'kindle' }, 'ebook'],
    ['of an audiobook', {}, {}, 'audiobook'],
  ] as const)('has the ISBN of an edition that is %s', (_, how, edition, medium) => {
    const taken = { candidate: { ...emma, ...edition }, score: 1, byIdentifier: false, ...how };
    expect(statementOfCandidate(taken, medium).draft.identifiers).toContainEqual(ISBN);
  });
});
