import { anAnswer } from '../testing/answers.js';
import { providerContract } from '../testing/provider-contract.js';
import type { Request } from '../metadata-provider.js';
import { amazon } from './amazon.js';
import { aQuery, bookVerdict } from './testing/ask-amazon.js';
import { BOOK_PAGES } from './testing/book-pages.js';
import { aResult, resultsPage } from './testing/search-pages.js';

const ISBN = { scheme: 'isbn', value: '9780441478125' };
const ASIN = { scheme: 'asin', value: 'B0KINDLE01' };
const result = aResult({
  asin: '0441478123',
  title: 'The Lantern Coast: A Novel of the Tides (Saltlight, 2)',
  byline: '<span>by </span><a>Mira Valdane</a><span> | </span><span>Apr 22, 2008</span>',
});

providerContract(amazon, {
  query: aQuery({ subtitle: 'A Novel of the Tides', identifiers: [ASIN, ISBN] }),
  answer: ({ url, kind }: Request) =>
    anAnswer(
      kind === 'search' ? resultsPage(result) : url.includes('B0KINDLE01') ? BOOK_PAGES.kindle() : BOOK_PAGES.desktop(),
      { url },
    ),
  damaged: 40,
});

const urls = (questions: { request: Request }[]) => questions.map(({ request }) => request.url);

describe('asking Amazon for a book by its numbers', () => {
  it('asks by ASIN first, then for the printed book, then searches for the ISBN', () => {
    expect(urls(amazon.byIdentifier(aQuery({ identifiers: [ISBN, ASIN] }), {}))).toEqual([
      'https://www.amazon.com/dp/B0KINDLE01',
      'https://www.amazon.com/dp/0441478123',
      'https://www.amazon.com/s?k=9780441478125&i=stripbooks',
    ]);
  });

  it('only searches for an ISBN that has no ten digits', () => {
    const query = aQuery({ identifiers: [{ scheme: 'isbn', value: '9791036000249' }] });
    expect(urls(amazon.byIdentifier(query, {}))).toEqual(['https://www.amazon.com/s?k=9791036000249&i=stripbooks']);
  });

  it('takes a printed book’s number for what it is, and no number for an ASIN that cannot be one', () => {
    const asPrinted = aQuery({ identifiers: [{ scheme: 'asin', value: '0441478123' }] });
    expect(urls(amazon.byIdentifier(asPrinted, {}))[0]).toBe('https://www.amazon.com/dp/0441478123');
    for (const value of ['../../x', 'B0', '', '0000000000'])
      expect(amazon.byIdentifier(aQuery({ identifiers: [{ scheme: 'asin', value }] }), {})).toEqual([]);
  });

  it('finds a book by its ISBN-13 that the page of its ISBN-10 does not know', () => {
    const [page, search] = amazon.byIdentifier(aQuery({ identifiers: [ISBN] }), {});
    expect(page!.read(anAnswer('', { status: 404 }))).toEqual({ kind: 'not-found' });
    const hits = search!.read(anAnswer(resultsPage(result)));
    expect(hits).toMatchObject({ kind: 'found', value: [{ id: '0441478123' }] });
  });
});

describe('the shop that is asked', () => {
  it.each([
    [{ market: 'de' }, 'en', 'www.amazon.de'],
    [{ market: 'www.amazon.CO.UK' }, 'de', 'www.amazon.co.uk'],
    [{}, 'ja', 'www.amazon.co.jp'],
    [{}, 'pt-BR', 'www.amazon.com.br'],
    [{}, 'ru', 'www.amazon.com'],
    [{ market: 'example.org/evil' }, 'fr', 'www.amazon.fr'],
    [{ market: 'de', baseUrl: 'http://127.0.0.1:8000/' }, 'en', '127.0.0.1:8000'],
  ])('for %j and a book in %s is %s', (settings, language, host) => {
    const query = aQuery({ language, identifiers: [ISBN, ASIN] });
    const asked = [...amazon.byIdentifier(query, settings), ...amazon.searches(query, settings)];
    expect(new Set(urls(asked).map((url) => new URL(url).host))).toEqual(new Set([host]));
  });

  it('is the one a hit came from, whatever the settings say', () => {
    const hit = { id: 'B0KINDLE01', market: 'fr', title: 'x', authors: [], series: [], identifiers: [] };
    expect(amazon.details(hit, { market: 'de' })!.request.url).toBe('https://www.amazon.fr/dp/B0KINDLE01');
  });

  it('is named in what is found, with an address for people', () => {
    const page = BOOK_PAGES.kindle();
    expect(bookVerdict(page, { market: 'de', baseUrl: 'http://127.0.0.1:8000' })).toMatchObject({
      value: { market: 'de', url: 'https://www.amazon.de/dp/B0KINDLE01' },
    });
  });

  it('is asked in English first, and then in its own language', () => {
    const [question] = amazon.searches(aQuery(), { market: 'de' });
    expect(question!.request.headers).toMatchObject({
      'accept-language': 'en-GB,en;q=0.9,de;q=0.8',
      'sec-fetch-mode': 'navigate',
    });
  });
});

describe('searching Amazon', () => {
  const words = (over: Parameters<typeof aQuery>[0]) =>
    urls(amazon.searches(aQuery(over), {})).map((url) => new URL(url).searchParams.get('k'));

  it('begins with all that is known and ends with the main title', () => {
    expect(words({ title: 'The Lantern Coast: A Novel (Saltlight, 2)' })).toEqual([
      'The Lantern Coast A Novel Mira Valdane',
      'The Lantern Coast Mira Valdane',
      'The Lantern Coast',
    ]);
  });

  it.each([
    ['Ender’s Game', 'Enders Game Mira Valdane'],
    ['Catch-22!', 'Catch 22 Mira Valdane'],
    ['[Saltlight 2] Lanterns', 'Lanterns Mira Valdane'],
    ['(Un)seen', 'seen Mira Valdane'],
    ['Война и мир', 'Война и мир Mira Valdane'],
    ['三体', '三体 Mira Valdane'],
  ])('looks for %s without signs', (title, expected) => {
    expect(words({ title })[0]).toBe(expected);
  });

  it('never looks for a single word that says nothing by itself', () => {
    expect(words({ title: 'It' })).toEqual(['It Mira Valdane']);
    expect(words({ title: 'The Tide' })).toEqual(['The Tide Mira Valdane']);
  });

  it('cuts long titles between words and keeps the author', () => {
    const [first = ''] = words({ title: 'lantern '.repeat(80) });
    expect(first?.length).toBeLessThanOrEqual(100);
    expect(first).toMatch(/lantern Mira Valdane$/);
  });

  it('falls back on the series, and asks nothing where there is nothing', () => {
    expect(words({ title: undefined, series: { name: 'Saltlight', number: '2' } })[0]).toBe('Saltlight 2 Mira Valdane');
    expect(words({ title: '?!' })).toEqual([]);
  });

  it('looks for audiobooks among audiobooks', () => {
    expect(urls(amazon.searches(aQuery({ medium: 'audiobook' }), {}))[0]).toMatch(/&i=audible$/);
  });

  it('takes a search that led to a product for that one result', () => {
    const verdict = amazon.searches(aQuery(), {})[0]!.read(anAnswer(BOOK_PAGES.desktop()));
    expect(verdict).toMatchObject({
      kind: 'found',
      value: [{ id: '0441478123', candidate: { title: 'The Lantern Coast' } }],
    });
  });
});
