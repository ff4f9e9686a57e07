import { pictureUrl } from '../amazon/picture-urls.js';
import type { Edition } from '../books/editions.js';
import { plainParagraphs } from '../markup.js';
import { languageName } from '../written.js';

/** What each group of an answer tells. A product that is asked for nothing tells its number alone. */
const GROUPS: Readonly<Record<string, (edition: Edition, url: string, sizes: readonly string[]) => object>> = {
  contributors: ({ book }) => ({
    authors: [
      ...book.authors.map((name) => ({ asin: 'B001AUTHOR', name })),
      ...book.helpers.map(({ name, role }) => ({ asin: null, name: `${name} - ${role}` })),
    ],
    narrators: book.narrators.map((name) => ({ asin: null, name })),
    publisher_name: book.publisher,
  }),
  product_desc: ({ book }) => ({
    title: book.title,
    subtitle: book.subtitle ?? null,
    merchandising_summary: `<p>${plainParagraphs(book.description).slice(0, 60)}...</p>`,
  }),
  product_extended_attrs: ({ book }) => ({ publisher_summary: book.description }),
  product_attrs: ({ book }) => ({
    content_type: 'Product',
    content_delivery_type: 'SinglePartBook',
    format_type: 'unabridged',
    has_children: false,
    issue_date: book.published,
    release_date: book.published,
    language: languageName(book.language).toLowerCase(),
    publication_name: book.series[0]?.name ?? null,
    runtime_length_min: book.minutes,
    thesaurus_subject_keywords: [],
  }),
  media: (edition, url, sizes) => ({
    product_images: edition.book.cover
      ? Object.fromEntries(sizes.map((size) => [size, pictureUrl(url, edition, `_SL${size}_`)]))
      : {},
  }),
  series: ({ book }) => ({
    series: book.series.map(({ name, number }, at) => ({
      asin: `B0SERIES0${at}`,
      title: name,
      sequence: number ?? '',
      url: null,
    })),
  }),
  category_ladders: ({ book }) => ({
    category_ladders: [
      { root: 'Genres', ladder: book.genres.map((name, at) => ({ id: String(at), name })) },
      { root: 'EditorsPicks', ladder: [{ id: '99', name: 'Best of the Year' }] },
    ],
  }),
  rating: ({ book }) => ({
    rating: {
      num_reviews: Math.floor((book.rating?.count ?? 0) / 20),
      overall_distribution: { average_rating: book.rating?.value ?? 0, num_ratings: book.rating?.count ?? 0 },
    },
  }),
};

/** True for the name of a group that the catalogue knows. */
export const isGroup = (name: string) => Object.hasOwn(GROUPS, name);

/** How much is to be told of a product. */
export interface Telling {
  groups: readonly string[];
  sizes: readonly string[];
  url: string;
}

export function productOf(edition: Edition, { groups, sizes, url }: Telling): Record<string, unknown> {
  const told = groups.map((name) => GROUPS[name]?.(edition, url, sizes) ?? {});
  return Object.assign({ asin: edition.id }, ...told) as Record<string, unknown>;
}
