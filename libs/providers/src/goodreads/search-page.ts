import { answerText } from '../answer-text.js';
import type { SearchHit } from '../candidate.js';
import { distinctHits, hitFrom } from '../hits.js';
import { htmlPage } from '../html-page.js';
import type { Answer, ProviderSettings, Verdict } from '../metadata-provider.js';
import { blocked } from '../verdicts.js';
import { bookIdIn, readBookPage } from './book-page.js';
import { pathOf, refusal } from './refusal.js';
import { itemsIn } from './result-list.js';
import { rowsIn } from './result-table.js';

const NOTHING_FOUND = /No results|no books? (?:was|were)? ?found|0 results/i;

/** A page of search results in the layout of a table or the one of 2026; a search by number may end on the book's page. */
export function readSearchPage(answer: Answer, settings: ProviderSettings): Verdict<SearchHit[]> {
  if (bookIdIn(pathOf(answer.url)) !== undefined) return asHits(readBookPage(answer, settings));
  const text = answerText(answer);
  const refused = refusal(answer, text);
  if (refused !== undefined) return refused;
  const page = htmlPage(text);
  if (page === undefined) return blocked('a page beyond reason', answer);
  const hits = distinctHits([...rowsIn(page, settings), ...itemsIn(page, settings)]);
  if (hits.length > 0) return { kind: 'found', value: hits };
  // A page that was cut before its rows, or shows them in a way we do not know, does not say that there is nothing.
  return NOTHING_FOUND.test(text) ? { kind: 'not-found' } : blocked('a page that is not known', answer);
}

function asHits(verdict: ReturnType<typeof readBookPage>): Verdict<SearchHit[]> {
  if (verdict.kind === 'found') return { kind: 'found', value: [hitFrom(verdict.value)] };
  return verdict.kind === 'more' ? { kind: 'outage', reason: 'a page that has no end' } : verdict;
}
