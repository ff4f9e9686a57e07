import type { Answer, BookQuery, Request } from '../metadata-provider.js';
import { aJsonAnswer, anAnswer } from '../testing/answers.js';
import { expectGoodCandidate } from '../testing/clean-candidate.js';
import { providerContract } from '../testing/provider-contract.js';
import { audnexus } from './audnexus.js';

const BOOK = {
  asin: 'B09N446YK7',
  region: 'us',
  title: 'The Lost Metal',
  subtitle: 'A Mistborn Novel',
  authors: [
    { asin: 'B001IGFHW6', name: 'Brandon Sanderson' },
    { name: 'Jean Dupont - translator' },
    { name: '  ' },
    null,
  ],
  narrators: [{ name: 'Michael  Kramer' }],
  publisherName: 'Macmillan Audio',
  releaseDate: '2022-11-15T00:00:00.000Z',
  summary: '<p>The saga <b>continues</b>.</p><script>x()</script>',
  description: 'The saga continues...',
  image: 'https://m.media-amazon.com/images/I/91seqIlXmCL._SL500_.jpg',
  genres: [
    { asin: '1', name: 'Science Fiction & Fantasy', type: 'genre' },
    { asin: '2', name: 'Epic', type: 'tag' },
    { asin: '3', name: 'Epic', type: 'tag' },
  ],
  seriesPrimary: { asin: 'B006K1P698', name: 'The Mistborn Saga', position: '7' },
  seriesSecondary: { asin: 'B0DMXTJ8WH', name: 'The Cosmere' },
  language: 'english',
  runtimeLengthMin: 1126,
  formatType: 'unabridged',
  isbn: '9781250866998',
  rating: '4.9',
  isAdult: false,
};
const CHAPTERS = {
  asin: 'B09N446YK7',
  brandIntroDurationMs: 3924,
  brandOutroDurationMs: 4945,
  chapters: [
    { lengthMs: 37543, startOffsetMs: 0, startOffsetSec: 0, title: 'Opening Credits' },
    { lengthMs: 1257221, startOffsetMs: 604786, startOffsetSec: 604, title: 'Prologue' },
    { lengthMs: 567243, startOffsetMs: 37543, startOffsetSec: 37, title: ' ' },
  ],
  isAccurate: true,
  runtimeLengthMs: 67619694,
};
const QUERY: BookQuery = {
  title: 'The Lost Metal',
  authors: [],
  identifiers: [
    { scheme: 'asin', value: 'B09N446YK7' },
    { scheme: 'isbn', value: '9780063000001' },
  ],
  medium: 'audiobook',
};

providerContract(audnexus, {
  query: QUERY,
  answer: ({ url }: Request): Answer => aJsonAnswer(BOOK, { url }),
});

const question = (market?: string) => audnexus.byIdentifier(QUERY, market === undefined ? {} : { market })[0]!;
function found(over: object = {}) {
  const verdict = question().read(aJsonAnswer({ ...BOOK, ...over }));
  if (verdict.kind !== 'found' || Array.isArray(verdict.value)) throw new Error(verdict.kind);
  expectGoodCandidate(verdict.value);
  return verdict.value;
}

describe('a book of Audnexus', () => {
  it('is a candidate', () => {
    expect(found()).toEqual({
      provider: 'audnexus',
      id: 'B09N446YK7',
      market: 'com',
      url: 'https://www.audible.com/pd/B09N446YK7',
      title: 'The Lost Metal',
      subtitle: 'A Mistborn Novel',
      contributors: [
        { name: 'Brandon Sanderson', role: 'author' },
        { name: 'Jean Dupont', role: 'translator' },
        { name: 'Michael Kramer', role: 'narrator' },
      ],
      series: [{ name: 'The Mistborn Saga', number: '7' }, { name: 'The Cosmere' }],
      description: '<p>The saga <b>continues</b>.</p>',
      publisher: 'Macmillan Audio',
      published: { year: 2022, month: 11, day: 15 },
      language: 'en',
      identifiers: [
        { scheme: 'asin', value: 'B09N446YK7' },
        { scheme: 'isbn', value: '9781250866998' },
      ],
      otherEditions: [],
      genres: ['Science Fiction & Fantasy'],
      tags: ['Epic'],
      durationSec: 67560,
      abridged: false,
      rating: { value: 4.9, best: 5 },
      form: 'audiobook',
      cover: [
        'https://m.media-amazon.com/images/I/91seqIlXmCL.jpg',
        'https://m.media-amazon.com/images/I/91seqIlXmCL._SL500_.jpg',
      ],
    });
  });

  it('has a short description where there is no other, and says so', () => {
    expect(found({ summary: null })).toMatchObject({
      description: '<p>The saga continues...</p>',
      partialDescription: true,
    });
  });

  it.each([
    ['a duration below nothing', { runtimeLengthMin: -5 }, 'durationSec'],
    ['a duration in words', { runtimeLengthMin: 'long' }, 'durationSec'],
    ['a rating of nothing', { rating: '0' }, 'rating'],
    ['a rating in words', { rating: 'null' }, 'rating'],
    ['a date of another type', { releaseDate: {} }, 'published'],
    ['a date that stands for none', { releaseDate: '2200-01-01T00:00:00.000Z' }, 'published'],
    ['a picture of strangers', { image: 'https://evil.test/x.jpg' }, 'cover'],
    ['another kind of recording', { formatType: 'original_recording' }, 'abridged'],
  ])('loses only one field to %s', (_, over, lost) => {
    const candidate = found(over);
    expect(candidate).toMatchObject({ id: 'B09N446YK7', title: 'The Lost Metal', publisher: 'Macmillan Audio' });
    expect(candidate).not.toHaveProperty(lost);
  });

  it('has nobody and no series where lists are none', () => {
    expect(found({ authors: 'x', narrators: 7, seriesPrimary: [], seriesSecondary: 'x', genres: {} })).toMatchObject({
      title: 'The Lost Metal',
      contributors: [],
      series: [],
      genres: [],
      tags: [],
    });
  });

  it('is asked of the shop that is set, then of the largest', () => {
    const urls = (market?: string) =>
      audnexus
        .byIdentifier({ ...QUERY, identifiers: QUERY.identifiers.slice(0, 1) }, market ? { market } : {})
        .map(({ request }) => request.url.replace('https://api.audnex.us/books/B09N446YK7?', ''));
    expect(urls()).toEqual(['region=us&update=0']);
    expect(urls('com')).toEqual(['region=us&update=0']);
    expect(urls('de')).toEqual(['region=de&update=0', 'region=us&update=0']);
    expect(urls('co.uk')).toEqual(['region=uk&update=0', 'region=us&update=0']);
    expect(urls('co.jp')).toEqual(['region=jp&update=0', 'region=us&update=0']);
    expect(urls('com.br')).toEqual(['region=us&update=0']);
    expect(urls('nl')).toEqual(['region=us&update=0']);
  });

  it('is asked for by the ISBN-10 of an audiobook, and never of an ebook', () => {
    expect(audnexus.byIdentifier(QUERY, {}).map(({ request }) => new URL(request.url).pathname)).toEqual([
      '/books/B09N446YK7',
      '/books/0063000008',
    ]);
    expect(audnexus.byIdentifier({ ...QUERY, medium: 'ebook' }, {})).toHaveLength(1);
    expect(audnexus.searches(QUERY, {})).toEqual([]);
  });

  it.each([
    ['a shop that does not sell it', { error: { code: 'REGION_UNAVAILABLE' } }, 404, 'not-found'],
    ['a number nobody knows', { error: { code: 'NOT_FOUND' } }, 404, 'not-found'],
    ['a number that is none', { error: { code: 'BAD_REQUEST' } }, 400, 'not-found'],
    ['too many questions', { error: { code: 'RATE_LIMIT_EXCEEDED' } }, 429, 'blocked'],
    ['trouble of its own', { error: {} }, 500, 'outage'],
    ['a book without a title', { asin: 'B09N446YK7' }, 200, 'not-found'],
  ])('says of %s what it is', (_, body, status, kind) => {
    expect(question().read(aJsonAnswer(body, { status })).kind).toBe(kind);
  });
});

describe('the chapters of Audnexus', () => {
  const asked = audnexus.chapters!({ id: 'B09N446YK7', market: 'de' }, { market: 'fr' })!;
  const read = (over: object = {}) => asked.read(aJsonAnswer({ ...CHAPTERS, ...over }));

  it('are asked of the shop the book was found in', () => {
    expect(asked.request.url).toBe('https://api.audnex.us/books/B09N446YK7/chapters?region=de&update=0');
    expect(audnexus.chapters!({ id: '../x' }, {})).toBeUndefined();
  });

  it('are in order of time, and called by number where they have no title', () => {
    expect(read()).toEqual({
      kind: 'found',
      value: {
        chapters: [
          { title: 'Opening Credits', startSec: 0 },
          { title: '2', startSec: 37.543 },
          { title: 'Prologue', startSec: 604.786 },
        ],
        durationSec: 67619.694,
        introSec: 3.924,
        outroSec: 4.945,
        exact: true,
      },
    });
  });

  it('are none before the book begins or after it ends', () => {
    const chapters = [
      { startOffsetMs: -1, title: 'a' },
      { startOffsetMs: 67619694, title: 'b' },
      { startOffsetMs: 'x', title: 'c' },
      null,
      { startOffsetMs: '5000.0', title: 'd' },
    ];
    expect(read({ chapters })).toMatchObject({ value: { chapters: [{ title: 'd', startSec: 5 }] } });
    expect(read({ chapters: [] })).toEqual({ kind: 'not-found' });
    expect(read({ chapters: 'x', brandIntroDurationMs: -7, runtimeLengthMs: 'x' })).toEqual({ kind: 'not-found' });
  });

  it('of something else are an outage or a refusal', () => {
    expect(asked.read(anAnswer('<html>')).kind).toBe('outage');
    expect(asked.read(anAnswer('', { status: 429 })).kind).toBe('blocked');
    expect(asked.read(anAnswer('', { status: 404 })).kind).toBe('not-found');
  });
});
