import type { Candidate } from '../candidate.js';
import type { Answer, BookQuery, ProviderSettings, Question, Request, Verdict } from '../metadata-provider.js';
import { aJsonAnswer, anAnswer } from '../testing/answers.js';
import { expectGoodCandidate, expectGoodHit } from '../testing/clean-candidate.js';
import { providerContract } from '../testing/provider-contract.js';
import { openLibrary } from './open-library.js';
import { AUTHORS, DOC, EDITION, WORK } from './testing/records.js';

const QUERY: BookQuery = {
  title: 'Fantastic Mr. Fox: A Tale',
  authors: ['Roald Dahl'],
  identifiers: [
    { scheme: 'isbn', value: '9780140328721' },
    { scheme: 'openlibrary', value: 'OL45804W' },
    { scheme: 'openlibrary', value: 'OL7353617M' },
    { scheme: 'openlibrary', value: 'OL1A' },
  ],
  medium: 'ebook',
};

/** Open Library with one book, of which parts may differ. */
function library(over: { edition?: object; work?: unknown; authors?: Record<string, unknown>; docs?: unknown } = {}) {
  return (request: Request): Answer => {
    const { pathname } = new URL(request.url);
    const url = request.url;
    if (pathname.endsWith('/search.json')) return aJsonAnswer({ numFound: 1, docs: over.docs ?? [DOC] }, { url });
    if (pathname.includes('/works/')) return aJsonAnswer(over.work ?? WORK, { url });
    const author = /\/authors\/(\w+)\.json$/.exec(pathname)?.[1];
    if (author !== undefined) return aJsonAnswer((over.authors ?? AUTHORS)[author] ?? null, { url });
    return aJsonAnswer({ ...EDITION, ...over.edition }, { url });
  };
}

providerContract(openLibrary, { query: QUERY, answer: library() });

type Asked = { verdict: Verdict<Candidate>; urls: string[]; soFar: Candidate[] };

/** Asks to the end. */
function ask(first: Question<unknown>, answer: (request: Request) => Answer): Asked {
  const asked: Asked = { verdict: { kind: 'not-found' }, urls: [], soFar: [] };
  let question = first as Question<Candidate>;
  let { request } = question;
  for (let step = 0; step < 10; step++) {
    asked.urls.push(request.url.replace('https://openlibrary.org', ''));
    asked.verdict = question.read(answer(request));
    if (asked.verdict.kind === 'follow') request = asked.verdict.request;
    else if (asked.verdict.kind !== 'more') break;
    else {
      asked.soFar.push(asked.verdict.soFar);
      question = asked.verdict.next;
      request = question.request;
    }
  }
  return asked;
}

function byIsbn(answer = library(), settings: ProviderSettings = {}): Asked {
  const isbn = QUERY.identifiers.slice(0, 1);
  return ask(openLibrary.byIdentifier({ ...QUERY, identifiers: isbn }, settings)[0]!, answer);
}

function found({ verdict }: Asked): Candidate {
  if (verdict.kind !== 'found') throw new Error(verdict.kind);
  expectGoodCandidate(verdict.value);
  return verdict.value;
}

describe('a book in Open Library', () => {
  it('is told of by its edition, then its work, then its authors', () => {
    const asked = byIsbn();
    expect(asked.urls).toEqual([
      '/isbn/9780140328721.json',
      '/works/OL45804W.json',
      '/authors/OL34184A.json',
      '/authors/OL34185A.json',
    ]);
    expect(found(asked)).toEqual({
      provider: 'open-library',
      id: 'OL7353617M',
      url: 'https://openlibrary.org/books/OL7353617M',
      title: 'Fantastic Mr. Fox',
      subtitle: 'a tale',
      contributors: [
        { name: 'Roald Dahl', role: 'author' },
        { name: 'Quentin Blake', role: 'author' },
        { name: 'Tony Ross', role: 'illustrator' },
        { name: 'Jean Dupont', role: 'translator' },
      ],
      series: [{ name: 'Foxes', number: '2' }],
      description: 'Three farmers are <b>after</b> him.\r\n\r\nHe digs.'.replace(/\r/g, ''),
      publisher: 'Puffin',
      published: { year: 1988, month: 10, day: 1 },
      firstPublished: { year: 1970 },
      language: 'en',
      identifiers: [
        { scheme: 'isbn', value: '9780140328721' },
        { scheme: 'goodreads', value: '1507552' },
        { scheme: 'openlibrary', value: 'OL7353617M' },
      ],
      otherEditions: [],
      genres: ['Fiction', 'Juvenile fiction'],
      tags: ['Animals', 'Foxes'],
      pageCount: 96,
      form: 'paperback',
      cover: ['https://covers.openlibrary.org/b/id/8739161-L.jpg?default=false'],
    });
  });

  it('is worth having at every step, should the next one fail', () => {
    const { soFar } = byIsbn();
    expect(
      soFar.map(({ title, firstPublished, contributors }) => [title, firstPublished?.year, contributors.length]),
    ).toEqual([
      ['Fantastic Mr. Fox', undefined, 2],
      ['Fantastic Mr. Fox', 1970, 2],
      ['Fantastic Mr. Fox', 1970, 3],
    ]);
    soFar.forEach(expectGoodCandidate);
  });

  it('is asked of nobody but the address that is set, pictures too', () => {
    const asked = byIsbn(library(), { baseUrl: 'http://127.0.0.1:8/x/' });
    for (const url of asked.urls) expect(url).toMatch(/^http:\/\/127\.0\.0\.1:8\/x\/(?:isbn|works|authors)\//);
    expect(found(asked).cover).toEqual(['http://127.0.0.1:8/x/b/id/8739161-L.jpg?default=false']);
  });

  it('keeps the number that was asked for, and others only to be recognised', () => {
    const edition = { isbn_10: ['846671524X', '0140328726'], isbn_13: [] };
    const { identifiers, otherEditions } = found(byIsbn(library({ edition })));
    expect(identifiers[0]).toEqual({ scheme: 'isbn', value: '9780140328721' });
    expect(otherEditions).toEqual([{ scheme: 'isbn', value: '9788466715249' }]);
  });

  it.each([
    ['no cover', { covers: [-1] }, 'cover'],
    ['covers of another type', { covers: 'x' }, 'cover'],
    ['a cover that is no number', { covers: [{}, 1.5, 'x', 0] }, 'cover'],
    ['no date', { publish_date: 'n.d.' }, 'published'],
    ['a date of another type', { publish_date: [1988] }, 'published'],
    ['no pages', { number_of_pages: 0 }, 'pageCount'],
    ['pages in words', { number_of_pages: 'many' }, 'pageCount'],
    ['several languages', { languages: [{ key: '/languages/eng' }, { key: '/languages/spa' }] }, 'language'],
    ['a language without a name', { languages: [{ key: '/languages/und' }] }, 'language'],
    ['publishers of another type', { publishers: 'Puffin' }, 'publisher'],
    ['a subtitle of another type', { subtitle: { a: 1 } }, 'subtitle'],
  ])('loses only one field to %s', (_, edition, lost) => {
    const work = { ...WORK, covers: [] };
    const candidate = found(byIsbn(library({ edition, work })));
    expect(candidate).not.toHaveProperty(lost);
    expect(candidate).toMatchObject({ title: 'Fantastic Mr. Fox', contributors: [{ name: 'Roald Dahl' }, {}, {}, {}] });
  });

  it('is not asked for authors whom its edition refers to already, twice', () => {
    const edition = { authors: [{ key: '/authors/OL34184A' }], works: [] };
    expect(byIsbn(library({ edition })).urls).toEqual(['/isbn/9780140328721.json', '/authors/OL34184A.json']);
  });

  it('keeps the authors it finds where the work or one of them is gone', () => {
    const gone = { type: { key: '/type/delete' } };
    const edition = { authors: [{ key: '/authors/OL1A' }, { key: '/authors/OL34184A' }] };
    const authors = { ...AUTHORS, OL1A: gone };
    const asked = byIsbn(library({ edition, work: gone, authors }));
    expect(asked.urls).toHaveLength(4);
    expect(found(asked).contributors[0]).toEqual({ name: 'Roald Dahl', role: 'author' });
  });

  it('has authors without number asked for by a few questions', () => {
    const keys = Array.from({ length: 500 }, (_, at) => `OL${at + 1}A`);
    const work = { ...WORK, authors: keys.map((key) => ({ author: { key: `/authors/${key}` } })) };
    const authors = Object.fromEntries(keys.map((key) => [key, { key: `/authors/${key}`, name: key }]));
    expect(byIsbn(library({ work, authors })).urls).toHaveLength(6);
  });

  it('leads on where records were merged, and is not there where they were deleted', () => {
    const moved = { type: { key: '/type/redirect' }, location: '/works/OL9W' };
    const question = openLibrary.details({ id: 'OL45804W', title: 'x', authors: [], series: [], identifiers: [] }, {})!;
    expect(question.read(aJsonAnswer(moved))).toEqual({
      kind: 'follow',
      request: expect.objectContaining({ url: 'https://openlibrary.org/works/OL9W.json' }),
    });
    for (const gone of [{ type: { key: '/type/delete' } }, { ...moved, location: 'https://evil.test/x' }])
      expect(question.read(aJsonAnswer({ ...WORK, ...gone }))).toEqual({ kind: 'not-found' });
  });

  it.each([
    ['an unknown number', anAnswer('{"error":"notfound"}', { status: 404 }), 'not-found'],
    ['a page instead of a record', anAnswer('<html>Hello</html>'), 'outage'],
    ['half a record', anAnswer('{"key":"/books/OL7353617M","title":"x'), 'outage'],
    ['a record without a title', aJsonAnswer({ ...EDITION, title: 'null' }), 'not-found'],
    ['a record of something else', aJsonAnswer({ ...EDITION, key: '/works/OL1W' }), 'not-found'],
  ])('says of %s what it is', (_, answer, kind) => {
    expect(byIsbn(() => answer).verdict.kind).toBe(kind);
  });
});

describe('a search in Open Library', () => {
  const search = (docs: unknown) =>
    openLibrary.searches(QUERY, {})[0]!.read(library({ docs })(openLibrary.searches(QUERY, {})[0]!.request));
  function hits(docs: unknown) {
    const verdict = search(docs);
    if (verdict.kind !== 'found') throw new Error(verdict.kind);
    verdict.value.forEach(expectGoodHit);
    return verdict.value;
  }

  it('asks for title and author in their fields, then as words', () => {
    const terms = openLibrary.searches(QUERY, {}).map(({ request }) => {
      const { pathname, searchParams } = new URL(request.url);
      expect(pathname).toBe('/search.json');
      expect(searchParams.get('limit')).toBe('10');
      return ['title', 'author', 'q'].map((name) => searchParams.get(name));
    });
    expect(terms).toEqual([
      ['Fantastic Mr. Fox: A Tale', 'Roald Dahl', null],
      ['Fantastic Mr. Fox', 'Roald Dahl', null],
      [null, null, 'Fantastic Mr. Fox: A Tale Roald Dahl'],
    ]);
  });

  it('gives works, with the numbers of all their editions to recognise them by and none to keep', () => {
    const [hit] = hits([DOC]);
    expect(hit).toMatchObject({ id: 'OL45804W', authors: ['Roald Dahl', 'Quentin Blake'] });
    expect(hit?.identifiers).toEqual([{ scheme: 'openlibrary', value: 'OL45804W' }]);
    expect(hit?.candidate?.identifiers).toEqual([{ scheme: 'openlibrary', value: 'OL45804W' }]);
    expect(hit?.candidate?.otherEditions).toEqual([
      { scheme: 'isbn', value: '9780140328721' },
      { scheme: 'isbn', value: '9788466715249' },
    ]);
    for (const field of ['published', 'publisher', 'pageCount', 'language'])
      expect(hit?.candidate).not.toHaveProperty(field);
    expect(hit?.candidate).toMatchObject({
      firstPublished: { year: 1970 },
      rating: { value: 3.9, count: 120, best: 5 },
    });
  });

  it('of which the work tells more, without another question for authors', () => {
    const [hit] = hits([DOC]);
    const asked = ask(openLibrary.details(hit!, {})!, library());
    expect(asked.urls).toEqual(['/works/OL45804W.json']);
    expect(found(asked)).toMatchObject({
      id: 'OL45804W',
      description: expect.stringContaining('Three farmers'),
      contributors: [{ name: 'Roald Dahl' }, { name: 'Quentin Blake' }],
      rating: { value: 3.9 },
    });
  });

  it('loses only the entries that are broken', () => {
    const broken = [
      null,
      1,
      'x',
      [],
      {},
      { key: 'x', title: 'x' },
      { key: '/works/OL1W' },
      { key: '/books/OL1M', title: 'x' },
    ];
    const lenient = {
      key: '/works/OL2W',
      title: 'X',
      author_name: 'y',
      isbn: 7,
      cover_i: 'z',
      subject: {},
      ratings_average: [],
      first_publish_year: 'x',
    };
    expect(hits([...broken, DOC, lenient]).map(({ id }) => id)).toEqual(['OL45804W', 'OL2W']);
  });

  it('of nothing is nothing', () => {
    expect(search([])).toEqual({ kind: 'not-found' });
    expect(search({}).kind).toBe('outage');
  });
});
