import { formatOfName } from '@octavo/domain';
import { type Brought, divide } from './brought-files.js';

/** What is needed of the browser's DataTransfer. */
export interface Transfer {
  items: Iterable<Pick<DataTransferItem, 'kind' | 'getAsFile'> & { webkitGetAsEntry?: () => FileSystemEntry | null }>;
}

/** More books than that belong into the folder itself, not through a browser. */
export const MOST_BOOKS = 2_000;
/** A folder of the system, dropped by mistake, is not walked to its end. */
export const MOST_ENTRIES = 50_000;

/**
 * The files of a drop. Of folders the books are taken, however deep they lie, and what else is in them is passed over
 * without a word; hidden files are left alone. At most 2,000 books, after looking at 50,000 entries. Throws the browser's
 * DOMException where a folder or file in it cannot be read.
 */
export async function filesOfDrop({ items }: Transfer): Promise<Brought> {
  // Only before the first wait: afterwards the browser has taken the drop's data away.
  const things = [...items]
    .filter(({ kind }) => kind === 'file')
    .map((item) => ({ file: item.getAsFile(), entry: item.webkitGetAsEntry?.() ?? null }));
  const single = things.flatMap(({ file, entry }) => (file && !entry?.isDirectory ? [file] : []));
  const folders = things.flatMap(({ entry }) => (entry?.isDirectory ? [entry as FileSystemDirectoryEntry] : []));
  const { books, others } = divide(single);
  const below = await booksBelow(folders);
  const all = [...books, ...below.books];
  return { books: all.slice(0, MOST_BOOKS), others, cut: below.cut || all.length > MOST_BOOKS };
}

async function booksBelow(folders: FileSystemDirectoryEntry[]): Promise<Pick<Brought, 'books' | 'cut'>> {
  const books: File[] = [];
  const waiting = [...folders];
  let seen = 0;
  for (let folder = waiting.shift(); folder; folder = waiting.shift()) {
    for await (const entry of entriesOf(folder)) {
      seen += 1;
      if (books.length > MOST_BOOKS || seen > MOST_ENTRIES) return { books, cut: true };
      if (entry.name.startsWith('.')) continue;
      if (entry.isDirectory) waiting.push(entry as FileSystemDirectoryEntry);
      else if (formatOfName(entry.name) !== undefined) books.push(await fileOf(entry as FileSystemFileEntry));
    }
  }
  return { books, cut: false };
}

/** A reader gives a hundred at a time, and none at the end. */
async function* entriesOf(folder: FileSystemDirectoryEntry): AsyncGenerator<FileSystemEntry> {
  const reader = folder.createReader();
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return;
    yield* some;
  }
}

const fileOf = (entry: FileSystemFileEntry) => new Promise<File>((resolve, reject) => entry.file(resolve, reject));
