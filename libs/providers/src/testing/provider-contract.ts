import fc from 'fast-check';
import type { Candidate, SearchHit } from '../candidate.js';
import type {
  Answer,
  BookQuery,
  MetadataProvider,
  ProviderSettings,
  Question,
  Request,
  Verdict,
} from '../metadata-provider.js';
import { anAnswer, GARBAGE } from './answers.js';
import { expectGoodCandidate, expectGoodHit } from './clean-candidate.js';

/** What a provider cannot but differ in. */
export interface ContractSample {
  /** A book for which it has questions of every kind it asks. */
  query: BookQuery;
  /** Answers as the provider would; every honest question has one that is found. */
  answer(request: Request): Answer;
  /** How many damaged answers are tried for each question. Default 60. */
  damaged?: number;
}

type AnyQuestion = Question<Candidate> | Question<SearchHit[]> | Question<Candidate | SearchHit[]>;
type Found = Candidate | SearchHit[];

const BASE = 'http://127.0.0.1:9999/stub';
/** Reading takes some milliseconds; this is what a slow machine may make of it, and no quadratic time. */
const MOST_MS = 15_000;
/** A question ends after a few. */
const MOST_STEPS = 8;

/** What every provider must do, whoever it is. */
export function providerContract(provider: MetadataProvider, sample: ContractSample): void {
  const { query } = sample;

  const questions = (settings: ProviderSettings): AnyQuestion[] => [
    ...provider.byIdentifier(query, settings),
    ...provider.searches(query, settings),
  ];
  /** Also those that only follow from answers. */
  const allQuestions = (settings: ProviderSettings): AnyQuestion[] =>
    questions(settings).flatMap((question) => walk(question, sample).asked);

  describe(`${provider.name}, as every provider,`, () => {
    it('asks only on its own hosts, over HTTPS, without credentials', () => {
      for (const { request } of allQuestions({})) {
        const url = new URL(request.url);
        expect(url.protocol).toBe('https:');
        expect(`${url.username}${url.password}${url.port}`).toBe('');
        expect(provider.hosts.some((host) => isOn(url.hostname, host))).toBe(true);
      }
    });

    it('asks nobody but the address that is set', () => {
      for (const base of [BASE, `${BASE}/`]) {
        const asked = allQuestions({ baseUrl: base });
        expect(asked.length).toBeGreaterThan(0);
        for (const { request } of asked) expect(request.url.startsWith(`${BASE}/`)).toBe(true);
      }
    });

    it('asks the same for the same book, and each thing once', () => {
      const asked = questions({}).map(({ request }) => request);
      expect(questions({}).map(({ request }) => request)).toEqual(asked);
      expect(new Set(asked.map(({ url }) => url)).size).toBe(asked.length);
    });

    it('names its headers in lower case, and leaves the name of the program to whoever asks', () => {
      for (const { request } of allQuestions({}))
        for (const name of Object.keys(request.headers ?? {})) expect(name).toBe(name.toLowerCase());
    });

    it('asks nothing senseless for a book of which nothing is known', () => {
      const nothing: BookQuery = { authors: [], identifiers: [], medium: query.medium };
      expect(provider.byIdentifier(nothing, {})).toEqual([]);
      expect(provider.searches(nothing, {})).toEqual([]);
    });

    it('bears any query', () => {
      const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom('', ':', '((((', '\ud800'));
      const queries = fc.record({
        title: text,
        subtitle: text,
        authors: fc.array(text, { maxLength: 3 }),
        identifiers: fc.array(fc.record({ scheme: fc.constantFrom('isbn', 'asin', 'goodreads', 'x'), value: text })),
        medium: fc.constantFrom('ebook' as const, 'audiobook' as const),
      });
      fc.assert(
        fc.property(queries, (any) => {
          for (const { request } of [...provider.byIdentifier(any, {}), ...provider.searches(any, {})])
            expect(provider.hosts.some((host) => isOn(new URL(request.url).hostname, host))).toBe(true);
        }),
        { numRuns: 100 },
      );
    });

    it('finds what is there, clean and whole', () => {
      for (const settings of [{}, { baseUrl: BASE }])
        for (const question of questions(settings)) {
          const verdict = walk(question, sample).verdict;
          expect(verdict.kind).toBe('found');
          if (verdict.kind === 'found') expectGood(verdict.value);
        }
    });

    it('shows pictures of its own hosts only', () => {
      for (const settings of [{}, { baseUrl: BASE }])
        for (const address of questions(settings).flatMap((question) => covers(walk(question, sample).verdict))) {
          const { hostname, protocol, origin } = new URL(address);
          if (settings.baseUrl === undefined) expect(protocol).toBe('https:');
          else expect(origin).toBe(new URL(BASE).origin);
          if (settings.baseUrl === undefined) expect(provider.hosts.some((host) => isOn(hostname, host))).toBe(true);
        }
    });

    it('gives for each hit its whole, or has given it already', () => {
      const hits = questions({}).flatMap((question) => hitsIn(walk(question, sample).verdict));
      for (const hit of hits) {
        const whole = provider.details(hit, {});
        if (whole === undefined) expect(hit.candidate).toBeDefined();
        else expect(whole.request.url).toContain(hit.id);
      }
      for (const id of ['../../etc/passwd', '1?x=y', '', 'a b', '\u0000', '9'.repeat(500)]) {
        const question = provider.details({ id, title: 'x', authors: [], series: [], identifiers: [] }, {});
        expect(question).toBeUndefined();
      }
    });

    it.each([
      [403, 'blocked'],
      [429, 'blocked'],
      [503, 'blocked'],
      [404, 'not-found'],
      [500, 'outage'],
      [502, 'outage'],
      [504, 'outage'],
    ])('takes status %i for what it is', (status, kind) => {
      for (const question of kind === 'not-found' ? questions({}) : allQuestions({}))
        expect(question.read(anAnswer('', { url: question.request.url, status })).kind).toBe(kind);
    });

    it('tells how long it wants to be left alone', () => {
      const headers = { 'retry-after': '120' };
      for (const question of allQuestions({}))
        expect(question.read(anAnswer('', { url: question.request.url, status: 429, headers }))).toMatchObject({
          kind: 'blocked',
          retryAfterSec: 120,
        });
    });

    it.each(GARBAGE)('finds nothing in %s, and soon', (_, body) => {
      for (const question of allQuestions({})) {
        const answer = anAnswer(body, { url: question.request.url });
        const started = performance.now();
        expect(question.read(answer).kind).not.toBe('found');
        expect(performance.now() - started).toBeLessThan(MOST_MS);
      }
    });

    it('reads the same in the same answer', () => {
      for (const question of allQuestions({})) {
        const answer = sample.answer(question.request);
        expect(JSON.stringify(question.read(answer))).toBe(JSON.stringify(question.read(answer)));
      }
    });

    it('bears any damage to an answer', () => {
      for (const question of allQuestions({})) {
        const honest = sample.answer(question.request);
        fc.assert(
          fc.property(damage(honest.body), (body) => {
            const verdict = question.read({ ...honest, body });
            if (verdict.kind === 'found') expectGood(verdict.value);
            if (verdict.kind === 'more') expectGood(verdict.soFar);
          }),
          { numRuns: sample.damaged ?? 60 },
        );
      }
    });
  });
}

interface Walked {
  verdict: Verdict<Found>;
  asked: AnyQuestion[];
}

/** Asks until there is an end: whatever has to be followed is. */
function walk(first: AnyQuestion, sample: ContractSample): Walked {
  const asked: AnyQuestion[] = [];
  let question: AnyQuestion = first;
  let request = first.request;
  for (let step = 0; step < MOST_STEPS; step++) {
    if (request === question.request) asked.push(question);
    const verdict: Verdict<Found> = question.read(sample.answer(request));
    if (verdict.kind === 'follow') request = verdict.request;
    else if (verdict.kind === 'more') {
      question = verdict.next;
      request = question.request;
    } else return { verdict, asked };
  }
  throw new Error(`${first.request.url} has no end`);
}

function isOn(hostname: string, host: string): boolean {
  return hostname === host || hostname.endsWith(`.${host}`);
}

function hitsIn(verdict: Verdict<Found>): SearchHit[] {
  return verdict.kind === 'found' && Array.isArray(verdict.value) ? verdict.value : [];
}

function covers(verdict: Verdict<Found>): string[] {
  if (verdict.kind !== 'found') return [];
  const candidates = Array.isArray(verdict.value) ? verdict.value.map(({ candidate }) => candidate) : [verdict.value];
  return candidates.flatMap((candidate) => [...(candidate?.cover ?? [])]);
}

function expectGood(found: Found): void {
  if (Array.isArray(found)) found.forEach(expectGoodHit);
  else expectGoodCandidate(found);
}

/** The body cut, with a part twice, a part elsewhere, a part gone, or single bytes changed. */
function damage(body: Uint8Array): fc.Arbitrary<Uint8Array> {
  const place = fc.nat({ max: body.length });
  const join = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
  const three = fc
    .tuple(place, place, place)
    .map((places) => [...places].sort((a, b) => a - b) as [number, number, number]);
  return fc.oneof(
    place.map((end) => body.slice(0, end)),
    three.map(([a, b, c]) => join(body.subarray(0, b), body.subarray(a, c), body.subarray(c))),
    three.map(([a, b, c]) => join(body.subarray(0, a), body.subarray(b, c), body.subarray(a, b), body.subarray(c))),
    three.map(([a, b]) => join(body.subarray(0, a), body.subarray(b))),
    fc.array(fc.tuple(place, fc.nat({ max: 255 })), { minLength: 1, maxLength: 20 }).map((changes) => {
      const changed = body.slice();
      for (const [at, byte] of changes) if (at < changed.length) changed[at] = byte;
      return changed;
    }),
  );
}
