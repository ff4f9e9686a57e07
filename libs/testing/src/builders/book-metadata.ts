import type { BookMetadata } from '@octavo/domain';

/** What is known of a book of which only the title is known. */
export function titled(title: string): BookMetadata {
  return {
    title,
    subtitle: null,
    description: null,
    publisher: null,
    publishedDate: null,
    language: null,
    subjects: [],
    pageCount: null,
    abridged: null,
    contributors: [],
    series: [],
    identifiers: [],
  };
}
