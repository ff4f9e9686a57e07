import type { Library } from '@octavo/contracts';
import { asSentence } from '../../ui/as-sentence.js';

/** A number with its thing: "1 book", "1,204 books". */
export function counted(count: number, thing: string): string {
  return `${count.toLocaleString('en-GB')} ${thing}${count === 1 ? '' : 's'}`;
}

/** How many books a folder has: "1,204 books, 3 missing". */
export function bookWords({ bookCount, missingCount }: Pick<Library, 'bookCount' | 'missingCount'>): string {
  const missing = missingCount === 0 ? '' : `, ${missingCount.toLocaleString('en-GB')} missing`;
  return counted(bookCount, 'book') + missing;
}

export interface WatchRemark {
  words: string;
  /** True where something could be better than it is. */
  troubled: boolean;
}

/** How changes in a folder are heard of, where there is more to say than that they are; a pause says so by itself. */
export function watchRemark({ paused, watch }: Pick<Library, 'paused' | 'watch'>): WatchRemark | undefined {
  if (paused) return undefined;
  const because = watch.detail === null ? '' : ` ${asSentence(watch.detail)}`;
  switch (watch.mode) {
    case 'EVENTS':
      return undefined;
    case 'STARTING':
      return { words: 'Watching begins in a moment.', troubled: false };
    case 'POLLING':
      return { words: `Changes are found by looking again and again.${because}`, troubled: false };
    case 'DEGRADED':
      return { words: `Changes are found late, by looking again and again.${because}`, troubled: true };
    case 'OFF':
      return { words: 'Not watched at the moment; a scan finds what has changed.', troubled: false };
  }
}

/** What becomes of the books of a library that is removed, with a space at its end; nothing where it has none. */
export function booksLeave(bookCount: number, kind: 'folder' | 'library'): string {
  if (bookCount === 0) return '';
  const books = bookCount === 1 ? 'Its book leaves' : `Its ${counted(bookCount, 'book')} leave`;
  return `${books} the list and the devices, unless another ${kind} has them too. `;
}
