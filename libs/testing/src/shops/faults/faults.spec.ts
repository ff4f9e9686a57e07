import {
  providers,
  PROVIDERS,
  type Candidate,
  type ProviderId,
  type Question,
  type SearchHit,
} from '@octavo/providers';
import { aShopBook } from '../books/invented-books.js';
import type { ShopBook } from '../books/shop-book.js';
import type { ShopServer } from '../shop-server.js';
import { ask, fetched, foundIn, queryFor, Stopped, withShop, wordsOf } from '../testing/ask-shop.js';
import type { Fault } from './fault.js';

const book = aShopBook({
  number: 7,
  authors: ['Zoë Ångström'],
  description: '<p>Über den Wellen.</p><p>Façade, naïve, Łódź.</p>',
});
const ASIN = { scheme: 'asin', value: book.audioAsin! };
type AnyQuestion = Question<Candidate | SearchHit[]>;

/** A question that one answer ends, and one for a list; Audnexus has no lists. */
function questionsOf(id: ProviderId, url: string): Record<string, AnyQuestion> {
  const settings = { baseUrl: url };
  const isHeard = id === 'audnexus' || id === 'audible';
  const query = isHeard ? queryFor(book, { identifiers: [ASIN], medium: 'audiobook' }) : queryFor(book);
  const numbered = providers[id].byIdentifier(query, settings);
  const searches = providers[id].searches(query, settings);
  const pages = id === 'goodreads' ? { page: numbered[1]!, results: searches.at(-1)! } : { page: numbered[0]! };
  return { ...pages, ...(searches[0] && { search: searches[0] }) } as Record<string, AnyQuestion>;
}

function eachQuestion(
  id: ProviderId,
  work: (question: AnyQuestion, server: ShopServer, name: string) => Promise<void>,
) {
  return withShop(id, [book], async (server) => {
    for (const [name, question] of Object.entries(questionsOf(id, server.url))) {
      server.recover();
      await work(question, server, name);
    }
  });
}

const HTML: ProviderId[] = ['amazon', 'goodreads'];
const JSON_ALONE: ProviderId[] = ['open-library', 'audnexus', 'audible'];

/** What each kind of provider has to make of it, whatever was asked. */
const VERDICTS: [Fault, ofPages: string, ofJson: string][] = [
  ['blocked-503', 'blocked', 'blocked'],
  [{ status: 403 }, 'blocked', 'blocked'],
  [{ status: 429 }, 'blocked', 'blocked'],
  [{ status: 500 }, 'outage', 'outage'],
  [{ status: 502 }, 'outage', 'outage'],
  [{ status: 504 }, 'outage', 'outage'],
  [{ status: 404 }, 'not-found', 'not-found'],
  ['not-found', 'not-found', 'not-found'],
  ['waf-405', 'blocked', 'blocked'],
  ['waf-202', 'blocked', 'outage'],
  ['waf-202-empty', 'blocked', 'outage'],
  ['captcha', 'blocked', 'outage'],
  ['sign-in', 'blocked', 'outage'],
  ['html-for-json', 'blocked', 'outage'],
  ['empty', 'blocked', 'outage'],
];

describe.each(VERDICTS)('%j', (fault, ofPages, ofJson) => {
  it.each(HTML)(`is ${ofPages} for %s`, (id) =>
    eachQuestion(id, async (question, server, name) => {
      server.fail(fault);
      expect([name, (await ask(question)).kind]).toEqual([name, ofPages]);
      server.recover();
      expect([name, (await ask(question)).kind]).toEqual([name, 'found']);
    }),
  );
  it.each(JSON_ALONE)(`is ${ofJson} for %s`, (id) =>
    eachQuestion(id, async (question, server, name) => {
      server.fail(fault);
      expect([name, (await ask(question)).kind]).toEqual([name, ofJson]);
    }),
  );
});

describe.each(PROVIDERS)('with %s', (id) => {
  it('the time it wants to be left alone is understood', () =>
    eachQuestion(id, async (question, server) => {
      server.fail({ retryAfterSec: 120 });
      expect(await ask(question)).toMatchObject({ kind: 'blocked', retryAfterSec: 120 });
    }));

  it.each(['latin1-as-utf8', 'utf8-as-latin1'] as const)('letters are right in spite of %s', (fault) =>
    eachQuestion(id, async (question, server, name) => {
      server.fail(fault);
      const found = foundIn(await ask(question));
      const candidates = Array.isArray(found) ? found.map(({ candidate }) => candidate) : [found];
      const names = Array.isArray(found) ? found[0]!.authors : found.contributors.map(({ name }) => name);
      expect([name, names]).toEqual([name, expect.arrayContaining(['Zoë Ångström'])]);
      for (const candidate of candidates)
        if (candidate?.description && !candidate.partialDescription)
          expect(wordsOf(candidate.description)).toBe('Über den Wellen. Façade, naïve, Łódź.');
    }),
  );

  it('a slow answer is read like any other', () =>
    eachQuestion(id, async (question, server) => {
      server.fail({ slowMs: 1 }, { times: 1 });
      expect((await ask(question)).kind).toBe('found');
      expect(server.asked.some(({ fault }) => fault === 'slowMs')).toBe(true);
    }));

  it('half an answer is never taken for a book that does not exist', () =>
    eachQuestion(id, async (question, server, name) => {
      // The head of its page of results is all that Goodreads is known by, with results or without.
      if (name === 'results') return;
      server.fail('cut-in-half');
      expect([name, (await ask(question)).kind]).not.toEqual([name, 'not-found']);
    }));

  it('what runs is not taken over from a description', () =>
    eachQuestion(id, async (question, server) => {
      server.fail('script-in-description');
      const found = foundIn(await ask(question));
      const texts = JSON.stringify(found);
      expect(texts).not.toMatch(/<script|alert\(|onerror|onclick|<iframe/i);
      if (!Array.isArray(found)) expect(wordsOf(found.description)).toContain('Still readable');
    }));

  it.each([
    'hang-up',
    'truncated',
    'endless',
    { bodyMb: 50 },
    { redirectTo: 'http://127.0.0.1:9/elsewhere' },
  ] as Fault[])('there is nothing to read after %j', (fault) =>
    eachQuestion(id, async (question, server) => {
      server.fail(fault);
      await expect(ask(question)).rejects.toThrow();
      server.recover();
      expect((await ask(question)).kind).toBe('found');
    }),
  );

  it('a body of ten megabytes comes whole, and what is redirected elsewhere is not followed', () =>
    eachQuestion(id, async ({ request }, server) => {
      server.fail({ bodyMb: 10 }, { times: 1 });
      expect((await fetched(request)).body.byteLength).toBeGreaterThan(10_000_000);
      server.fail({ redirectTo: 'http://127.0.0.1:9/' });
      await expect(fetched(request)).rejects.toThrow(Stopped);
    }));
});

describe('JSON where a page is wanted', () => {
  it.each(HTML)('is a refusal for %s', (id) =>
    eachQuestion(id, async (question, server) => {
      server.fail('json-for-html');
      expect((await ask(question)).kind).toBe('blocked');
    }),
  );
});

describe("Amazon's age gate", () => {
  const gated = (work: (question: AnyQuestion, server: ShopServer) => Promise<void>) =>
    withShop('amazon', [book], (server) => work(questionsOf('amazon', server.url).page!, server));

  it('is passed by its link', () =>
    gated(async (question, server) => {
      server.fail('age-gate', { times: 1 });
      expect((await ask(question)).kind).toBe('found');
      expect(server.asked.map(({ path }) => path)).toEqual([
        expect.stringMatching(/^\/dp\//),
        '/black-curtain/save-eligibility/black-curtain',
        expect.stringMatching(/^\/dp\//),
      ]);
    }));

  it('stays shut for those who do not keep its cookie, and opens for those who do', () =>
    gated(async (question, server) => {
      server.fail('age-gate');
      expect((await ask(question)).kind).toBe('blocked');
      const cookie = { ...question.request.headers, cookie: 'black-curtain-verified=1' };
      expect(question.read(await fetched({ ...question.request, headers: cookie })).kind).toBe('found');
    }));
});

describe('a share of requests', () => {
  it('fails evenly while the others are answered', () =>
    withShop('amazon', [book], async (server) => {
      const { page } = questionsOf('amazon', server.url);
      server.fail('captcha', { share: 1 / 3, paths: /^\/dp\// });
      const kinds: string[] = [];
      for (let at = 0; at < 6; at += 1) kinds.push((await ask(page!)).kind);
      expect(kinds).toEqual(['found', 'found', 'blocked', 'found', 'found', 'blocked']);
      expect(server.asked.map(({ fault }) => fault ?? '-').join(' ')).toBe('- - captcha - - captcha');
    }));
});

/** Another book, in every script that there is a provider for. */
const everywhere: ShopBook = aShopBook({
  number: 2,
  title: '三体 & <Тень>',
  authors: ['刘慈欣'],
  subtitle: undefined,
  series: [],
});

describe('signs that mean something in markup', () => {
  it.each(PROVIDERS)('come back from %s as they were', (id) =>
    withShop(id, [everywhere], async (server) => {
      const isHeard = id === 'audnexus' || id === 'audible';
      const identifiers = [
        isHeard ? { scheme: 'asin', value: everywhere.audioAsin! } : { scheme: 'isbn', value: everywhere.isbn13! },
      ];
      const questions = providers[id].byIdentifier(
        { authors: [], identifiers, medium: isHeard ? 'audiobook' : 'ebook' },
        { baseUrl: server.url },
      );
      const found = foundIn(await ask(questions.at(id === 'goodreads' ? 1 : 0)!)) as Candidate;
      expect(found).toMatchObject({
        title: everywhere.title,
        contributors: expect.arrayContaining([{ name: '刘慈欣', role: 'author' }]),
      });
    }),
  );
});
