import type { Answer, BookQuery, Request } from '../metadata-provider.js';
import { aJsonAnswer, anAnswer } from '../testing/answers.js';
import { providerContract } from '../testing/provider-contract.js';
import { goodreads } from './goodreads.js';
import { bookPage, LEVIATHAN, proposalOf, searchList } from './testing/pages.js';

const QUERY: BookQuery = {
  title: 'Leviathan Wakes (The Expanse Book 1)',
  authors: ['James S. A. Corey'],
  identifiers: [
    { scheme: 'isbn', value: '9780316129084' },
    { scheme: 'asin', value: 'B004B1XAAA' },
    { scheme: 'goodreads', value: '8855321' },
    { scheme: 'goodreads', value: '../x' },
  ],
  medium: 'ebook',
};

/** Goodreads as it answers where there is no fence. */
function answer(request: Request): Answer {
  const { pathname, origin } = new URL(request.url);
  if (pathname.endsWith('/book/auto_complete')) return aJsonAnswer([proposalOf(LEVIATHAN)], { url: request.url });
  if (pathname.endsWith('/search')) return anAnswer(searchList([LEVIATHAN]), { url: request.url });
  return anAnswer(bookPage(LEVIATHAN), { url: `${origin}/book/show/8855321-slug` });
}

providerContract(goodreads, { query: QUERY, answer, damaged: 40 });

describe('Goodreads', () => {
  const pathsOf = (questions: readonly { request: Request }[]) =>
    questions.map(({ request }) => request.url.replace('https://www.goodreads.com', ''));

  it('is asked by its own id, then for proposals before pages', () => {
    expect(pathsOf(goodreads.byIdentifier(QUERY, {}))).toEqual([
      '/book/show/8855321',
      '/book/auto_complete?format=json&q=9780316129084',
      '/book/isbn/9780316129084',
      '/book/auto_complete?format=json&q=B004B1XAAA',
    ]);
  });

  it('is asked for the title alone first, and for title and author on its page', () => {
    expect(pathsOf(goodreads.searches({ ...QUERY, title: 'Seven Languages: A Guide & more' }, {}))).toEqual([
      '/book/auto_complete?format=json&q=Seven+Languages%3A+A+Guide+%26+more',
      '/book/auto_complete?format=json&q=Seven+Languages',
      '/search?q=Seven+Languages%3A+A+Guide+%26+more+James+S.+A.+Corey&search_type=books',
    ]);
    expect(pathsOf(goodreads.searches(QUERY, {}))[0]).toBe('/book/auto_complete?format=json&q=Leviathan+Wakes');
    expect(goodreads.searches({ ...QUERY, title: ' ' }, {})).toEqual([]);
  });

  it('asks for the page behind a proposal, which may be kept where that is fenced off', () => {
    const [question] = goodreads.searches(QUERY, {});
    const verdict = question!.read(answer(question!.request));
    if (verdict.kind !== 'found') throw new Error(verdict.kind);
    const [hit] = verdict.value;
    const page = goodreads.details(hit!, {});
    expect(page?.read(anAnswer('', { status: 202, headers: { 'x-amzn-waf-action': 'challenge' } })).kind).toBe(
      'blocked',
    );
    expect(hit?.candidate).toMatchObject({ title: 'Leviathan Wakes', pageCount: 592, partialDescription: true });
  });
});
