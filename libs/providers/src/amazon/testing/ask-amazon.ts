import type { Candidate, SearchHit } from '../../candidate.js';
import type { BookQuery, ProviderSettings, Verdict } from '../../metadata-provider.js';
import { anAnswer } from '../../testing/answers.js';
import { amazon } from '../amazon.js';

const HIT: SearchHit = { id: '0441478123', title: 'x', authors: [], series: [], identifiers: [] };

/** What reading this body as the page of a book gives. */
export function bookVerdict(
  body: string | Uint8Array,
  settings: ProviderSettings = {},
  id = HIT.id,
): Verdict<Candidate> {
  const question = amazon.details({ ...HIT, id }, settings)!;
  return question.read(anAnswer(body, { url: question.request.url }));
}

/** The book on a page; fails the test where there is none. */
export function bookOn(body: string | Uint8Array, settings: ProviderSettings = {}): Candidate {
  const verdict = bookVerdict(body, settings);
  if (verdict.kind !== 'found') throw new Error(`the page was ${JSON.stringify(verdict)}`);
  return verdict.value;
}

export function aQuery(over: Partial<BookQuery> = {}): BookQuery {
  return { title: 'The Lantern Coast', authors: ['Mira Valdane'], identifiers: [], medium: 'ebook', ...over };
}

/** What reading this body as a list of results gives. */
export function searchVerdict(body: string, settings: ProviderSettings = {}): Verdict<SearchHit[]> {
  const question = amazon.searches(aQuery(), settings)[0]!;
  return question.read(anAnswer(body, { url: question.request.url }));
}

export function hitsOn(body: string, settings: ProviderSettings = {}): SearchHit[] {
  const verdict = searchVerdict(body, settings);
  if (verdict.kind !== 'found') throw new Error(`the page was ${JSON.stringify(verdict)}`);
  return verdict.value;
}
