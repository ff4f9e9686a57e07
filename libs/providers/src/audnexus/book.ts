import { parseDate, parseIsbn } from '@octavo/domain';
import { answerText } from '../answer-text.js';
import {
  audiobookCover,
  audiobookDescription,
  audiobookPeople,
  audiobookRating,
  bareAudiobook,
  distinctIdentifiers,
  isAbridged,
} from '../audiobook-candidate.js';
import type { Candidate } from '../candidate.js';
import { isAsin, type AudibleMarket } from '../audible-markets.js';
import { given } from '../given.js';
import {
  at,
  countAt,
  isObject,
  listAt,
  numberAt,
  parseJson,
  plainTextAt,
  rawTextAt,
  textAt,
  type Json,
} from '../json-value.js';
import { languageNamed } from '../language.js';
import type { Answer, ProviderSettings, Verdict } from '../metadata-provider.js';
import { distinctSeries, seriesFound } from '../series-position.js';
import { failureOf } from '../verdicts.js';

/** A number in a shop. */
export interface Asked {
  asin: string;
  market: AudibleMarket;
}

/**
 * A book as Audnexus keeps it (`/books/{asin}`). A shop that does not sell it answers like one that never heard of it,
 * with status 404.
 */
export function readBook(answer: Answer, asked: Asked, settings: ProviderSettings): Verdict<Candidate> {
  const failure = failureOf(answer);
  if (failure !== undefined) return failure;
  const book = parseJson(answerText(answer));
  // Without a number it is none, but a word from whoever stands before it.
  if (!isObject(book) || textAt(book, 'asin') === undefined) return { kind: 'outage', reason: 'no book' };
  const value = candidateFrom(book, asked, settings);
  return value === undefined ? { kind: 'not-found' } : { kind: 'found', value };
}

function candidateFrom(book: Json, asked: Asked, settings: ProviderSettings): Candidate | undefined {
  const title = plainTextAt(book, 'title');
  if (title === undefined) return undefined;
  const asin = textAt(book, 'asin')?.toUpperCase() ?? '';
  const bare = bareAudiobook('audnexus', isAsin(asin) ? asin : asked.asin, title, asked.market.tld);
  const isbn = parseIsbn(textAt(book, 'isbn') ?? '');
  const minutes = countAt(book, 'runtimeLengthMin');
  return {
    ...bare,
    ...given({ subtitle: plainTextAt(book, 'subtitle') }),
    contributors: audiobookPeople(at(book, 'authors'), at(book, 'narrators')),
    series: distinctSeries([...seriesIn(at(book, 'seriesPrimary')), ...seriesIn(at(book, 'seriesSecondary'))]),
    ...audiobookDescription(rawTextAt(book, 'summary'), rawTextAt(book, 'description'), title),
    ...given({
      publisher: plainTextAt(book, 'publisherName'),
      published: parseDate(textAt(book, 'releaseDate') ?? ''),
    }),
    ...given({ language: languageNamed(textAt(book, 'language')) }),
    identifiers: distinctIdentifiers([...bare.identifiers, ...(isbn ? [{ scheme: 'isbn', value: isbn }] : [])]),
    genres: filedUnder(book, 'genre'),
    tags: filedUnder(book, 'tag'),
    ...given({ durationSec: minutes === undefined ? undefined : minutes * 60 }),
    ...given({ abridged: isAbridged(textAt(book, 'formatType')) }),
    ...given({ rating: audiobookRating(numberAt(book, 'rating'), undefined) }),
    ...given({ cover: audiobookCover([textAt(book, 'image') ?? ''], settings) }),
  };
}

function seriesIn(entry: Json) {
  const name = plainTextAt(entry, 'name');
  return name === undefined ? [] : [seriesFound(name, textAt(entry, 'position'))];
}

/** Shelves of the shop: the top ones are of type 'genre', those below 'tag'. */
function filedUnder(book: Json, type: 'genre' | 'tag'): string[] {
  const entries = listAt(book, 'genres').filter((entry) => (textAt(entry, 'type') ?? 'genre') === type);
  return [...new Set(entries.flatMap((entry) => plainTextAt(entry, 'name') ?? []))].slice(0, 10);
}
