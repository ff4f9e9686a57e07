import type { Repositories } from '@octavo/database';
import { type Format, type Medium, mediumOfBook } from '@octavo/domain';

/** Whether a book is read or heard; `format` is that of the file that speaks for it, where there is one. */
export async function mediumOf(
  { purchases }: Pick<Repositories, 'purchases'>,
  bookId: string,
  format: Format | undefined,
): Promise<Medium> {
  if (format !== undefined) return mediumOfBook({ formats: [format], isBought: false });
  return mediumOfBook({ formats: [], isBought: await purchases.isBought(bookId) });
}
