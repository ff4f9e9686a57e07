import { folderOf, nameOf } from '@octavo/domain';
import { plainLine } from './plain-line.js';

/** A line of the table of contents: its text, and the number of the page it leads to, counted from 1. */
export interface ContentsEntry {
  title: string;
  page: number;
}

/** A page that went into the book: the place it had among the comic's pages, and its name there. */
export interface KeptPage {
  place: number;
  name: string;
}

/**
 * The table of contents: the record's bookmarks, else the folders the pages lie in, else one line for the whole comic.
 * A bookmark on a page that was left out leads to the next one. Each page has one line at most, in the pages' order.
 */
export function contentsOf(
  pages: readonly KeptPage[],
  bookmarks: readonly { page: number; title: string }[],
  title: string,
): ContentsEntry[] {
  const marked = fromBookmarks(pages, bookmarks);
  if (marked.length > 0) return marked;
  const folders = fromFolders(pages);
  return folders.length > 1 ? folders : [{ title, page: 1 }];
}

function fromBookmarks(
  pages: readonly KeptPage[],
  bookmarks: readonly { page: number; title: string }[],
): ContentsEntry[] {
  const titles = new Map<number, string>();
  for (const bookmark of bookmarks) {
    const title = plainLine(bookmark.title);
    if (title !== '' && !titles.has(bookmark.page)) titles.set(bookmark.page, title);
  }
  let waiting: string | undefined;
  let place = 0;
  return pages.flatMap((page, at) => {
    for (; place <= page.place; place += 1) waiting = titles.get(place) ?? waiting;
    if (waiting === undefined) return [];
    const entry = { title: waiting, page: at + 1 };
    waiting = undefined;
    return [entry];
  });
}

/** One line for each row of pages in one folder, called like it. */
function fromFolders(pages: readonly KeptPage[]): ContentsEntry[] {
  return pages.flatMap(({ name }, at) => {
    const folder = folderOf(name);
    const before = pages[at - 1];
    if (before !== undefined && folderOf(before.name) === folder) return [];
    return [{ title: plainLine(nameOf(folder)) || `Page ${at + 1}`, page: at + 1 }];
  });
}
