import { choose, scoreHit } from '@octavo/domain';
import type { Candidate, SearchHit } from './candidate.js';
import type { BookQuery } from './metadata-provider.js';

const query: BookQuery = {
  title: 'Dune',
  authors: ['Frank Herbert'],
  identifiers: [],
  medium: 'ebook',
  pageCount: 412,
};

it('what providers ask and find is what the domain judges', () => {
  const candidate: Candidate = {
    ...{ provider: 'amazon', id: 'B00B7NPRY8', url: 'https://www.amazon.com/dp/B00B7NPRY8', title: 'Dune' },
    ...{ contributors: [{ name: 'Frank Herbert', role: 'author' }], series: [{ name: 'Dune', number: '1', total: 6 }] },
    ...{ identifiers: [], otherEditions: [], genres: [], tags: [], form: 'kindle', pageCount: 400 },
  };
  const hit: SearchHit = { id: candidate.id, title: 'Dune', authors: ['Frank Herbert'], series: [], identifiers: [] };
  expect(choose(query, [candidate]).accepted?.candidate).toBe(candidate);
  expect(scoreHit(query, hit).verdict).toBe('accept');
});
