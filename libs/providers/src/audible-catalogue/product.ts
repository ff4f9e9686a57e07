import { foldText, parseDate, parseIsbn } from '@octavo/domain';
import { audibleMarket, isAsin } from '../audible-markets.js';
import {
  audiobookCover,
  audiobookDescription,
  audiobookPeople,
  audiobookRating,
  bareAudiobook,
  distinctIdentifiers,
  isAbridged,
} from '../audiobook-candidate.js';
import type { Candidate, SeriesFound } from '../candidate.js';
import { given } from '../given.js';
import { at, countAt, isObject, listAt, numberAt, plainTextAt, rawTextAt, textAt, type Json } from '../json-value.js';
import { languageNamed } from '../language.js';
import type { ProviderSettings } from '../metadata-provider.js';
import { distinctSeries, seriesFound } from '../series-position.js';

/** What Audible sells beside books, and what stands for several products at once. */
const NO_BOOKS = /podcast|episode|periodical|issue|newspaper|^show$|bookseries|bundle|audiopart/i;

/**
 * A product of Audible's catalogue as a candidate. `asked` is its number where the product itself does not tell it.
 * Undefined for products that are no books, and for those without a title: so the catalogue answers for a number that
 * it does not know.
 */
export function candidateFrom(product: Json, settings: ProviderSettings, asked?: string): Candidate | undefined {
  const title = plainTextAt(product, 'title');
  const told = textAt(product, 'asin')?.toUpperCase() ?? '';
  const asin = isAsin(told) ? told : asked;
  const kinds = [textAt(product, 'content_delivery_type'), textAt(product, 'content_type')];
  if (title === undefined || asin === undefined || kinds.some((kind) => NO_BOOKS.test(kind ?? ''))) return undefined;
  const bare = bareAudiobook('audible', asin, title, audibleMarket(settings).tld);
  const isbn = parseIsbn(textAt(product, 'isbn') ?? '');
  const minutes = countAt(product, 'runtime_length_min');
  const stars = at(product, 'rating', 'overall_distribution');
  const date = textAt(product, 'release_date') ?? textAt(product, 'issue_date') ?? '';
  return {
    ...bare,
    ...given({ subtitle: plainTextAt(product, 'subtitle') }),
    contributors: audiobookPeople(at(product, 'authors'), at(product, 'narrators')),
    series: seriesIn(product),
    ...audiobookDescription(summaryOf(product), rawTextAt(product, 'merchandising_summary'), title),
    ...given({ publisher: plainTextAt(product, 'publisher_name'), published: parseDate(date) }),
    ...given({ language: languageNamed(textAt(product, 'language')) }),
    identifiers: distinctIdentifiers([...bare.identifiers, ...(isbn ? [{ scheme: 'isbn', value: isbn }] : [])]),
    ...shelvesOf(product),
    ...given({ durationSec: minutes === undefined ? undefined : minutes * 60 }),
    ...given({ abridged: isAbridged(textAt(product, 'format_type')) }),
    ...given({ rating: audiobookRating(numberAt(stars, 'average_rating'), countAt(stars, 'num_ratings')) }),
    ...given({ cover: audiobookCover(picturesOf(product), settings) }),
  };
}

function summaryOf(product: Json): string | undefined {
  return rawTextAt(product, 'publisher_summary') ?? rawTextAt(product, 'extended_product_description');
}

/** All series, the one first that the product is published under; places are texts: "2.5", "1-3", "Book 1". */
function seriesIn(product: Json): SeriesFound[] {
  const main = foldText(textAt(product, 'publication_name') ?? '');
  const all = listAt(product, 'series').flatMap((entry) => {
    const name = plainTextAt(entry, 'title');
    return name === undefined ? [] : [seriesFound(name, textAt(entry, 'sequence'))];
  });
  const isMain = ({ name }: SeriesFound) => foldText(name) === main;
  return distinctSeries([...all.filter(isMain), ...all.filter((series) => !isMain(series))]);
}

/** Of each ladder of shelves the top is a genre and what is below are tags; ladders of other roots are advertising. */
function shelvesOf(product: Json): { genres: string[]; tags: string[] } {
  const ladders = listAt(product, 'category_ladders').filter(
    (entry) => (textAt(entry, 'root') ?? 'Genres') === 'Genres',
  );
  const names = ladders.map((entry) => listAt(entry, 'ladder').flatMap((step) => plainTextAt(step, 'name') ?? []));
  const genres = new Set(names.flatMap(([top]) => top ?? []));
  const tags = new Set(names.flatMap(([, ...below]) => below).filter((name) => !genres.has(name)));
  return { genres: [...genres].slice(0, 5), tags: [...tags].slice(0, 10) };
}

/** `product_images` are addresses by their width, or a single address; the widest first. */
function picturesOf(product: Json): string[] {
  const images = at(product, 'product_images');
  if (!isObject(images)) return [textAt(product, 'product_images') ?? ''];
  const sizes = Object.keys(images).filter((key) => /^\d{1,5}$/.test(key));
  return sizes.sort((a, b) => Number(b) - Number(a)).flatMap((size) => textAt(images, size) ?? []);
}
