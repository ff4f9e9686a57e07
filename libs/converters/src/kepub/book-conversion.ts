import { posix } from 'node:path';
import { DomainError } from '@octavo/domain';
import { decodeXml, type ArchiveEntry, type EpubPackage, type ManifestItem } from '@octavo/formats';
import type { ConversionReport, ConvertOptions } from '../converter.js';
import type { PackedFile } from '../archive/archive-writer.js';
import { stored, type FreshFile } from '../archive/pack-ahead.js';
import { bookFiles, pagesOf, type BookFile } from './book-files.js';
import { containerDocument, leadsTo } from './container-document.js';
import { coverItem } from './cover-item.js';
import { completeOptions } from './kepub-options.js';
import { COST_OF_MENDING, LARGEST_PAGE, MOST_TAGS_OF_BOOK } from './limits.js';
import { rewritePackageDocument } from './package-document.js';
import { makePage, type MadePage } from './make-page.js';
import { pagePlan, type PagePlan } from './page-plan.js';
import { pageText } from './page-text.js';
import { isWorthIt, PagesAhead } from './pages-ahead.js';
import { TITLE_PAGE, titlePage } from './title-page.js';
import { wantsTitlePage } from './title-page-wanted.js';
import { utf8 } from './utf8.js';

const CONTAINER = 'META-INF/container.xml';
const LARGEST_SMALL_FILE = 5 * 1024 * 1024;

/** One book on its way: gives the files of the result one after another, and knows in the end what was done. */
export class BookConversion {
  readonly report: ConversionReport = { converted: 0, fallbacks: 0, skipped: [] };
  private readonly pages: ReadonlySet<ArchiveEntry>;
  private readonly bookFiles: readonly BookFile[];
  private readonly plan: PagePlan;
  private readonly ahead: PagesAhead | undefined;
  private pagesDone = 0;
  private tags = 0;

  constructor(
    private readonly epub: EpubPackage,
    private readonly options: ConvertOptions,
  ) {
    this.pages = pagesOf(epub);
    this.bookFiles = bookFiles(epub);
    this.plan = pagePlan({ version: epub.version, language: this.said('language') }, options.kepub);
    this.ahead = this.pagesAhead();
  }

  /**
   * The mimetype, then everything in the source's order: rewritten where it must be, else packed as it was; the title
   * page last.
   */
  async *files(): AsyncGenerator<FreshFile | PackedFile> {
    const cover = await coverItem(this.epub);
    const packageText = await this.packageText(cover);
    yield stored({ name: 'mimetype', bytes: Buffer.from('application/epub+zip') });
    if (!this.bookFiles.some(({ name }) => name === CONTAINER)) yield this.newContainer();
    for (const file of this.bookFiles) {
      yield (await this.rewritten(file, packageText)) ?? (await this.copied(file));
    }
    if (packageText?.includes(`idref="${TITLE_PAGE.id}"`) && !this.epub.text.includes(TITLE_PAGE.id)) {
      yield this.newTitlePage(cover);
    }
  }

  private rewritten(file: BookFile, packageText: string | undefined): Promise<FreshFile | PackedFile | undefined> {
    if (this.pages.has(file.entry)) return this.page(file);
    if (file.name === CONTAINER) return this.container(file);
    const isPackage = file.entry.name === this.epub.path && packageText !== undefined;
    return Promise.resolve(isPackage ? fresh(file.name, packageText) : undefined);
  }

  private async copied({ entry, name }: BookFile): Promise<PackedFile> {
    const { method, crc32, size } = entry;
    return { name, method, crc32, size, data: await this.epub.archive.compressed(entry) };
  }

  private pagesAhead(): PagesAhead | undefined {
    const { archive, drm } = this.epub;
    const { second } = this.options;
    const pages = this.bookFiles.map(({ entry }) => entry).filter((entry) => this.pages.has(entry));
    if (!second || drm || !isWorthIt(pages)) return undefined;
    const make = async (page: ArchiveEntry) => makePage(await this.bytesOf(page), this.plan);
    return new PagesAhead(pages, { archive, plan: this.plan, second, make });
  }

  private async page({ entry, name }: BookFile): Promise<FreshFile | PackedFile | undefined> {
    const ahead = await this.ahead?.take(entry);
    if (ahead) this.spend(ahead.tags);
    const page = ahead ?? makePage(await this.bytesOf(entry), this.plan, (tags) => this.spend(tags));
    this.tell(name, page);
    if (page.tolerant) this.spend(page.tags * (COST_OF_MENDING - 1));
    if (page.packing) return { name, ...page.packing };
    return page.bytes && { name, bytes: page.bytes };
  }

  private async bytesOf(page: ArchiveEntry): Promise<Uint8Array> {
    const bytes = await this.epub.archive.bytes(page, LARGEST_PAGE);
    if (this.epub.drm && !pageText(bytes).startsWith('<')) {
      const name = this.bookFiles.find(({ entry }) => entry === page)?.name ?? page.name;
      throw new DomainError('format.encrypted', `The page "${name}" is locked by DRM.`);
    }
    return bytes;
  }

  /** Every page is bounded by itself; this bounds what many of them cost together. */
  private spend(tags: number): void {
    this.tags += tags;
    if (this.tags > MOST_TAGS_OF_BOOK) {
      throw new DomainError('archive.bomb', 'The pages of the book hold more markup than any book has.');
    }
  }

  private tell(name: string, { skipped, tolerant, remark }: MadePage): void {
    const { report } = this;
    if (skipped !== undefined) report.skipped.push({ name, reason: skipped });
    else {
      report.converted += 1;
      if (tolerant) report.fallbacks += 1;
      if (remark !== undefined) (report.remarks ??= []).push({ name, remark });
    }
    this.pagesDone += 1;
    this.options.progress?.(this.pagesDone, this.pages.size);
  }

  /** Undefined when it needs no change. */
  private async packageText(cover: ManifestItem | undefined): Promise<string | undefined> {
    const { archive, path, text } = this.epub;
    const entry = archive.find(path);
    const bytes = entry && (await archive.bytes(entry, LARGEST_SMALL_FILE));
    const recoded = bytes !== undefined && !/^utf-?8$/i.test(decodeXml(bytes).encoding);
    const wanted = await wantsTitlePage(this.epub, completeOptions(this.options.kepub).titlePage);
    const rewritten = rewritePackageDocument(text, { coverId: cover?.id, titlePage: wanted, recoded });
    return rewritten === text ? undefined : rewritten;
  }

  private newTitlePage(cover: ManifestItem | undefined): FreshFile {
    const folder = posix.dirname(this.packagePath());
    const image = cover && this.bookFiles.find(({ entry }) => entry === cover.entry);
    const address = image && posix.relative(folder, image.name).split('/').map(encodeURIComponent).join('/');
    const content = { version: this.epub.version, language: this.said('language'), title: this.said('title') };
    return fresh(posix.join(folder, TITLE_PAGE.name), titlePage({ ...content, cover: address }));
  }

  private async container({ entry }: BookFile): Promise<FreshFile | undefined> {
    const { text } = decodeXml(await this.epub.archive.bytes(entry, LARGEST_SMALL_FILE));
    return leadsTo(text, this.packagePath()) ? undefined : this.newContainer();
  }

  private newContainer(): FreshFile {
    return fresh(CONTAINER, containerDocument(this.packagePath()));
  }

  /** In the result. */
  private packagePath(): string {
    return this.bookFiles.find(({ entry }) => entry.name === this.epub.path)?.name ?? this.epub.path;
  }

  /** What the first field of this name in the metadata says. */
  private said(field: string): string | undefined {
    return this.epub.metadata.find(({ name, text }) => name === field && text !== '')?.text;
  }
}

function fresh(name: string, text: string): FreshFile {
  return { name, bytes: utf8(text) };
}
