import { DomainError, type RandomAccess } from '@octavo/domain';
import { openEpub, type ArchiveEntry, type EpubPackage, type ManifestItem } from '@octavo/formats';
import { isPage } from '../kepub/book-files.js';
import { LARGEST_BOOK, LARGEST_MADE_PAGE } from '../kepub/limits.js';
import { pageText } from '../kepub/page-text.js';
import { readSpans, type ReadSpans } from './read-spans.js';
import { pathMatcher } from './same-path.js';
import type { SpanTable } from './span-table.js';

/** A content document with spans. */
export interface SpannedPage {
  /** Its path in the archive. */
  name: string;
  spans: SpanTable;
  /** Letters of the book before it. */
  start: number;
}

/**
 * A KEPUB as its spans tell it: the pages of the linear spine that have any, in reading order. All lengths count the
 * letters in spans.
 */
export class KepubText {
  readonly pages: readonly SpannedPage[];
  /** Letters in all; 0 for a book without spans. */
  readonly length: number;
  private readonly named: (path: string) => SpannedPage | undefined;
  private lastRead: { page: SpannedPage; letters: Promise<string> } | undefined;

  private constructor(
    private readonly epub: EpubPackage,
    private readonly entries: ReadonlyMap<SpannedPage, ArchiveEntry>,
  ) {
    this.pages = [...entries.keys()];
    const last = this.pages.at(-1);
    this.length = last ? last.start + last.spans.length : 0;
    this.named = pathMatcher(this.pages);
  }

  /**
   * Reads every page once; the source must stay open for as long as `lettersOf` is asked. Throws what openEpub throws,
   * 'file.unreadable' for a damaged page, and 'archive.bomb' for pages of more than 16 MiB, or 128 MiB together.
   */
  static async open(source: RandomAccess): Promise<KepubText> {
    // Every page is bounded by itself, and all of them before the first is read; a page may be asked for many times.
    const epub = await openEpub(source, { totalBytes: Number.MAX_SAFE_INTEGER });
    const entries = new Map<SpannedPage, ArchiveEntry>();
    let start = 0;
    for (const entry of readingOrder(epub)) {
      const { table: spans } = await spansOf(epub, entry);
      if (spans.count === 0) continue;
      entries.set({ name: entry.name, spans, start }, entry);
      start += spans.length;
    }
    return new KepubText(epub, entries);
  }

  /** The page a device means by a path, however it spells it. */
  find(path: string): SpannedPage | undefined {
    return this.named(path);
  }

  /** All letters of a page; those of the page asked for last are kept. */
  lettersOf(page: SpannedPage): Promise<string> {
    if (this.lastRead?.page !== page) {
      const letters = spansOf(this.epub, this.entries.get(page)!).then((read) => read.letters);
      this.lastRead = { page, letters };
    }
    return this.lastRead.letters;
  }
}

/** A spine that calls nothing linear is taken whole: somebody misunderstood the word. */
function readingOrder({ spine, encryptedPaths }: EpubPackage): Set<ArchiveEntry> {
  const linear = spine.filter((itemref) => itemref.linear);
  const items: ManifestItem[] = (linear.length > 0 ? linear : spine).map(({ item }) => item);
  const pages = new Set(items.filter(isPage).flatMap(({ entry }) => entry ?? []));
  for (const page of pages) if (encryptedPaths.has(page.name)) pages.delete(page);
  const size = [...pages].reduce((sum, page) => sum + page.size, 0);
  if (size > LARGEST_BOOK) throw new DomainError('archive.bomb', 'The pages of the book unpack to more than 128 MiB.');
  return pages;
}

async function spansOf({ archive }: EpubPackage, entry: ArchiveEntry): Promise<ReadSpans> {
  return readSpans(pageText(await archive.bytes(entry, LARGEST_MADE_PAGE)));
}
