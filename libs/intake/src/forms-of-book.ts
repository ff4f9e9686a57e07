import type { Repositories, TellingFile } from '@octavo/database';
import { type AudiobookPart, emptyDraft, type Format, formatRank, mediumOf, partOrder } from '@octavo/domain';

/** A file of a book, and where it lies. */
export interface BookForm {
  file: TellingFile;
  path: string;
}

/** The files of a book, each with a place of it. */
export async function formsOf({ files, places }: Repositories, bookId: string): Promise<BookForm[]> {
  const all = await files.telling(bookId);
  const paths = await places.pathsOf(all.map(({ id }) => id));
  return all.map((file) => ({ file, path: paths.get(file.id) ?? '' }));
}

/**
 * The files of a book, whoever speaks for it first: the format best for reading, the first part of a reading; among equals
 * the one that was there first.
 */
export function inSpeakingOrder(forms: readonly BookForm[]): BookForm[] {
  const isHeard = forms.some(({ file }) => mediumOf(file.format as Format) === 'audiobook');
  if (!isHeard) {
    return [...forms].sort((a, b) => formatRank(a.file.format as Format) - formatRank(b.file.format as Format));
  }
  return partOrder(forms.map((form) => ({ ...partOf(form), form }))).map(({ form }) => form);
}

function partOf({ file: { disc, track }, path }: BookForm): AudiobookPart {
  return { path, draft: { ...emptyDraft(), track: { ...(disc && { disc }), ...(track && { number: track }) } } };
}
