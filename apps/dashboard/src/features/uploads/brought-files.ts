import { formatOfName } from '@octavo/domain';

/** What somebody brought. */
export interface Brought {
  /** The files that may be books. */
  books: File[];
  /** The names of those that are none, as far as somebody meant just them. */
  others: string[];
  /** True where there was more than belongs through a browser, and the rest was left out. */
  cut: boolean;
}

/** Divides files that were chosen one by one: of those that are no books it must be told. */
export function divide(files: Iterable<File>): Brought {
  const brought: Brought = { books: [], others: [], cut: false };
  for (const file of files) {
    if (formatOfName(file.name) === undefined) brought.others.push(file.name);
    else brought.books.push(file);
  }
  return brought;
}
