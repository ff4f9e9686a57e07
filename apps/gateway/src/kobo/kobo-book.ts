import type { BookForDevices } from '@octavo/database';
import type { Role } from '@octavo/domain';
import { coverImageId, type KoboBook } from '@octavo/kobo';
import { deliveredFile } from '../books/delivered-file.js';

/** When a device was given a book and when that last changed. */
export interface Grant {
  createdAt: Date;
  changedTime: Date;
}

/** A book as it is offered to a device; undefined while there is no form of it that a device could fetch. */
export function koboBook(book: BookForDevices, grant: Grant, base: string): KoboBook | undefined {
  const download = downloadOf(book, base);
  if (!download) return undefined;
  const series = book.series[0];
  const isbn = book.identifiers.find(({ scheme }) => scheme === 'isbn')?.value;
  return {
    entitlementId: book.id,
    revisionId: book.id,
    title: book.title,
    authors: book.contributions.map(({ contributor, role }) => ({ name: contributor.name, role: role as Role })),
    download,
    addedAt: book.addedAt,
    changedAt: grant.changedTime,
    grantedAt: grant.createdAt,
    ...(book.subtitle !== null && { subtitle: book.subtitle }),
    ...(book.description !== null && { description: book.description }),
    ...(book.language !== null && { language: book.language }),
    ...(book.publisher !== null && { publisher: book.publisher }),
    ...(book.publishedDate !== null && { published: book.publishedDate }),
    ...(isbn !== undefined && { isbn }),
    ...(series && {
      series: {
        id: series.seriesId,
        name: series.series.name,
        ...(series.number !== null && { number: series.number }),
      },
    }),
    ...(book.coverId !== null && { coverImageId: coverImageId(book.id, book.coverId) }),
  };
}

function downloadOf(book: BookForDevices, base: string): KoboBook['download'] | undefined {
  const delivered = deliveredFile(book);
  if (!delivered) return undefined;
  const { form, file } = delivered;
  const url = `${base}/v1/books/${book.id}/file/${form}`;
  // [important] Announced as KEPUB, pages of fixed size are shown with the margins of flowing text.
  const format = file.layout === 'fixed' || isComic(file.format) ? 'EPUB3FL' : form === 'kepub' ? 'KEPUB' : 'EPUB3';
  const made = file.converted.find(({ target, state }) => target === 'kepub' && state === 'READY');
  const original = form === 'epub' || file.format === 'kepub';
  return { format, size: Number(original ? file.size : (made?.size ?? file.size)), url };
}

const isComic = (format: string) => format === 'cbz' || format === 'cbr';
