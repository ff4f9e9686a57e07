import type { SearchHit } from '../candidate.js';
import { answerText } from '../answer-text.js';
import { descriptionFrom } from '../description.js';
import { distinctHits, hitFrom } from '../hits.js';
import { at, countAt, listAt, numberAt, parseJson, plainTextAt, rawTextAt, textAt, type Json } from '../json-value.js';
import type { Answer, ProviderSettings, Verdict } from '../metadata-provider.js';
import { contributor, distinctPeople } from '../people.js';
import { blocked } from '../verdicts.js';
import { candidateFrom } from './book-page.js';
import { coverFrom } from './cover.js';
import { ratingOf } from './next-data.js';
import type { PageFacts } from './page-facts.js';
import { refusal } from './refusal.js';
import { titleParts } from './title-series.js';

/**
 * What Goodreads proposes while somebody types: the one door that is open to everybody, so that each hit comes with all
 * it says there. `isbn` is the number that was asked for; a single hit is the book that bears it.
 */
export function readProposals(answer: Answer, settings: ProviderSettings, isbn?: string): Verdict<SearchHit[]> {
  const text = answerText(answer);
  const refused = refusal(answer, text);
  if (refused !== undefined) return refused;
  const list = parseJson(text);
  if (!Array.isArray(list)) return blocked('no list of proposals', answer);
  const hits = distinctHits(listAt({ list }, 'list').flatMap((entry) => proposal(entry, settings) ?? []));
  const [only] = hits;
  if (only === undefined) return { kind: 'not-found' };
  return { kind: 'found', value: hits.length === 1 && isbn !== undefined ? [bearing(only, isbn)] : hits };
}

/** The number recognises the book; the entry itself does not tell of which edition it is. */
function bearing(hit: SearchHit, isbn: string): SearchHit {
  const asked = { scheme: 'isbn', value: isbn };
  const candidate = hit.candidate && { ...hit.candidate, otherEditions: [asked] };
  return { ...hit, identifiers: [...hit.identifiers, asked], ...(candidate && { candidate }) };
}

function proposal(entry: Json, settings: ProviderSettings): SearchHit | undefined {
  const id = textAt(entry, 'bookId');
  const bare = plainTextAt(entry, 'bookTitleBare');
  const whole = plainTextAt(entry, 'title') ?? bare;
  if (id === undefined || !/^\d{1,12}$/.test(id) || whole === undefined) return undefined;
  const { title, series } = titleParts(whole, bare);
  const author = plainTextAt(entry, 'author', 'name');
  const facts: PageFacts = {
    title,
    ...(whole !== title && { fullTitle: whole }),
    series,
    contributors: author === undefined ? [] : distinctPeople([contributor(author, undefined)]),
    pageCount: countAt(entry, 'numPages'),
    rating: ratingOf(numberAt(entry, 'avgRating'), countAt(entry, 'ratingsCount')),
    cover: coverFrom(textAt(entry, 'imageUrl'), settings),
    ...descriptionOf(entry, title),
  };
  return hitFrom(candidateFrom(id, facts));
}

/** A description is whole only where the entry says so. */
function descriptionOf(entry: Json, title: string): PageFacts {
  const description = descriptionFrom(rawTextAt(entry, 'description', 'html') ?? '', title);
  if (description === undefined) return {};
  return at(entry, 'description', 'truncated') === false ? { description } : { description, partialDescription: true };
}
