import type { FieldsTaken } from './plans.js';
import { asWished, takes } from './wished-fields.js';

const wished: FieldsTaken = new Map([['amazon', ['cover', 'description', 'publishedDate'] as const]]);
const draft = { title: 'Emma', description: '<p>x</p>', published: { year: 1815 } };

describe('a provider whose word is taken in some fields', () => {
  it('is heard in these', () => {
    const statement = asWished(wished, { source: 'enrichment', provider: 'amazon', draft });
    expect(statement.draft).toEqual({ description: '<p>x</p>', published: { year: 1815 } });
    expect([takes(wished, 'amazon', 'cover'), takes(wished, 'amazon', 'title')]).toEqual([true, false]);
  });

  it('leaves the others as they are', () => {
    expect(asWished(wished, { source: 'enrichment', provider: 'goodreads', draft }).draft).toBe(draft);
    expect(takes(wished, 'goodreads', 'cover')).toBe(true);
  });
});
