import type { Book, BookDetail } from '@octavo/contracts';
import { editableBlurb } from './editable-blurb.js';

/** What can be edited of a book, as the fields of a form hold it. */
export interface BookForm {
  title: string;
  subtitle: string;
  contributors: Book['contributors'];
  series: { name: string; number: string }[];
  description: string;
  publisher: string;
  publishedDate: string;
  language: string;
  subjects: string[];
  identifiers: Book['identifiers'];
  pageCount: string;
  /** "true", "false", or "" where nobody says. */
  abridged: string;
}

/** Names as in the book's provenance. */
export type FormField = keyof BookForm;

type Edited = Pick<BookDetail, Exclude<FormField, 'pageCount'>>;

/** A book as the form shows it before anything is changed. */
export function formOf(book: Edited, pageCount: number | null): BookForm {
  return {
    title: book.title,
    subtitle: book.subtitle ?? '',
    contributors: book.contributors,
    series: book.series.map(({ name, number }) => ({ name, number: number ?? '' })),
    description: editableBlurb(book.description ?? ''),
    publisher: book.publisher ?? '',
    publishedDate: book.publishedDate ?? '',
    language: book.language ?? '',
    subjects: book.subjects,
    identifiers: book.identifiers,
    pageCount: pageCount === null ? '' : String(pageCount),
    abridged: book.abridged === null ? '' : String(book.abridged),
  };
}
