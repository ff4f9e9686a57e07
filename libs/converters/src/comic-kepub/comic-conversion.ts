import { DomainError, folderOf, nameOf, type RandomAccess } from '@octavo/domain';
import { openComic, type ComicFile, type OpenedComic } from '@octavo/formats';
import type { PackedFile } from '../archive/archive-writer.js';
import { stored, type FreshFile } from '../archive/pack-ahead.js';
import type { ConversionReport, ConvertOptions } from '../converter.js';
import { containerDocument } from '../kepub/container-document.js';
import { NAVIGATION_PATH, NCX_PATH, PACKAGE_PATH, packageDocument, type PackagedPage } from './comic-package.js';
import { contentsOf, type KeptPage } from './contents.js';
import { ContentIdentity } from './content-identity.js';
import { LARGEST_COMIC, LARGEST_PAGE, MOST_PAGES } from './limits.js';
import { navigationDocument, ncxDocument } from './navigation.js';
import { paddedNumber, pageDocument, pagePath, STYLE, STYLE_PATH } from './page-document.js';
import { pageImage, type PageImage } from './page-image.js';
import { plainLine } from './plain-line.js';
import { SkippedPages } from './skipped-pages.js';

/** What is remembered of a page once its bytes are gone. */
type FinishedPage = PackagedPage & KeptPage;

/** One comic on its way: gives the files of the book one after another, and knows in the end what was done. */
export class ComicConversion {
  readonly report: ConversionReport = { converted: 0, fallbacks: 0, skipped: [] };
  private readonly pages: FinishedPage[] = [];
  private readonly identity = new ContentIdentity();

  constructor(
    private readonly source: RandomAccess,
    private readonly options: ConvertOptions,
  ) {}

  /** The pages' files in their order, each page read when it is asked for; what is known only of all of them last. */
  async *files(): AsyncGenerator<FreshFile | PackedFile> {
    this.options.signal?.throwIfAborted();
    const comic = await openComic(this.source);
    refuseUnsuited(comic);
    yield stored({ name: 'mimetype', bytes: Buffer.from('application/epub+zip') });
    yield fresh('META-INF/container.xml', containerDocument(PACKAGE_PATH));
    yield fresh(STYLE_PATH, STYLE);
    const skipped = new SkippedPages(comic.pages.length, this.report.skipped);
    for (const [place, file] of comic.pages.entries()) {
      this.options.signal?.throwIfAborted();
      const image = await this.image(comic, file, skipped);
      this.options.progress?.(place + 1, comic.pages.length);
      if (image !== undefined) yield* this.page(image, { place, name: file.name });
    }
    yield* this.lastFiles(comic);
  }

  /** Undefined for a page that is skipped. */
  private async image(
    { archive }: OpenedComic,
    file: ComicFile,
    skipped: SkippedPages,
  ): Promise<PageImage | undefined> {
    try {
      const bytes = await archive.bytes(file, LARGEST_PAGE);
      const image = await pageImage(bytes);
      this.identity.add(file.name, bytes);
      return image;
    } catch (error) {
      skipped.add(file.name, error);
      return undefined;
    }
  }

  private *page(image: PageImage, kept: KeptPage): Generator<FreshFile | PackedFile> {
    const { bytes, extension, mediaType, width, height } = image;
    const number = this.pages.length + 1;
    const path = `images/${paddedNumber(number)}.${extension}`;
    const page = { ...kept, number, image: path, mediaType, width, height };
    this.pages.push(page);
    this.report.converted += 1;
    if (image.remade) this.report.fallbacks += 1;
    yield stored({ name: path, bytes });
    yield fresh(pagePath(number), pageDocument(page));
  }

  private *lastFiles(comic: OpenedComic): Generator<FreshFile> {
    const { draft, rightToLeft, bookmarks, frontCover } = comic;
    const identifier = this.identity.urn();
    const title = titleOf(comic);
    const contents = contentsOf(this.pages, bookmarks, title);
    const cover = this.pages.find(({ place }) => place === frontCover)?.number ?? 1;
    const navigation = { title, contents, identifier, pageCount: this.pages.length };
    yield fresh(NAVIGATION_PATH, navigationDocument(navigation));
    yield fresh(NCX_PATH, ncxDocument(navigation));
    const { pages } = this;
    yield fresh(PACKAGE_PATH, packageDocument({ identifier, title, draft, pages, cover, rightToLeft }));
  }
}

function refuseUnsuited({ archive, pages }: OpenedComic): void {
  const locked = pages.some(({ encrypted }) => encrypted) || (pages.length === 0 && archive.drm !== undefined);
  if (locked) throw new DomainError('format.encrypted', 'The comic is locked with a password.');
  // How much is missing nobody knows, and a comic that just ends is worse than none.
  if (!archive.complete) throw new DomainError('file.unreadable', archive.warnings[0] ?? 'The archive is not whole.');
  if (pages.length === 0) throw new DomainError('file.unreadable', 'The archive holds no pages, so it is no comic.');
  if (pages.length > MOST_PAGES) throw new DomainError('archive.bomb', `The comic has more than ${MOST_PAGES} pages.`);
  // A larger page is skipped, and no page gives more bytes than it claims.
  const bytes = pages.reduce((sum, { size }) => sum + Math.min(size, LARGEST_PAGE), 0);
  if (bytes > LARGEST_COMIC) throw new DomainError('archive.bomb', 'The pages unpack to more than 4 GiB.');
}

/** The record's, else the name of the one folder everything lies in. EPUB wants a title in any case. */
function titleOf({ draft, pages }: OpenedComic): string {
  const [folder = ''] = new Set(pages.map(({ name }) => folderOf(name)));
  const only = pages.every(({ name }) => folderOf(name) === folder) ? nameOf(folder) : '';
  return plainLine(draft.title ?? '') || plainLine(only) || 'Comic';
}

function fresh(name: string, text: string): FreshFile {
  return { name, bytes: Buffer.from(text) };
}
