import { DomainError } from '@octavo/domain';
import { decodeXml, type ArchiveEntry, type EpubPackage } from '@octavo/formats';
import type { ConversionReport, ConvertOptions } from '../converter.js';
import type { PackedFile } from '../archive/archive-writer.js';
import { bookFiles, pagesOf, type BookFile } from './book-files.js';
import { containerDocument, leadsTo } from './container-document.js';
import { coverItem } from './cover-item.js';
import { LARGEST_PAGE } from './limits.js';
import { stored, type FreshFile } from '../archive/pack-ahead.js';
import { rewritePackageDocument } from './package-document.js';
import { pageText } from './page-text.js';
import { convertPage } from './page.js';

const CONTAINER = 'META-INF/container.xml';
const LARGEST_CONTAINER = 1024 * 1024;

/** One book on its way: gives the files of the result one after another, and knows in the end what was done. */
export class BookConversion {
  readonly report: ConversionReport = { converted: 0, fallbacks: 0, skipped: [] };
  private readonly pages: ReadonlySet<ArchiveEntry>;
  private readonly bookFiles: readonly BookFile[];
  private pagesDone = 0;

  constructor(
    private readonly epub: EpubPackage,
    private readonly options: ConvertOptions,
  ) {
    this.pages = pagesOf(epub);
    this.bookFiles = bookFiles(epub);
  }

  /** The mimetype, then everything in the source's order: rewritten where it must be, else packed as it was. */
  async *files(): AsyncGenerator<FreshFile | PackedFile> {
    yield stored({ name: 'mimetype', bytes: Buffer.from('application/epub+zip') });
    if (!this.bookFiles.some(({ name }) => name === CONTAINER)) yield this.newContainer();
    for (const file of this.bookFiles) {
      yield (await this.rewritten(file)) ?? (await this.copied(file));
    }
  }

  private rewritten(file: BookFile): Promise<FreshFile | undefined> {
    if (this.pages.has(file.entry)) return this.page(file);
    if (file.name === CONTAINER) return this.container(file);
    if (file.entry.name === this.epub.path) return this.packageDocument(file);
    return Promise.resolve(undefined);
  }

  private async copied({ entry, name }: BookFile): Promise<PackedFile> {
    const { method, crc32, size } = entry;
    return { name, method, crc32, size, data: await this.epub.archive.compressed(entry) };
  }

  private async page({ entry, name }: BookFile): Promise<FreshFile | undefined> {
    const text = pageText(await this.epub.archive.bytes(entry, LARGEST_PAGE));
    if (this.epub.drm && !text.startsWith('<')) {
      throw new DomainError('format.encrypted', `The page "${name}" is locked by DRM.`);
    }
    const result = convertPage(text, this.epub.version);
    if (result.kind === 'skipped') this.report.skipped.push({ name, reason: result.reason });
    else this.report.converted += 1;
    if (result.kind === 'converted' && result.tolerant) this.report.fallbacks += 1;
    this.pagesDone += 1;
    this.options.progress?.(this.pagesDone, this.pages.size);
    return result.kind === 'converted' ? fresh(name, result.text) : undefined;
  }

  private async packageDocument({ name }: BookFile): Promise<FreshFile | undefined> {
    const cover = await coverItem(this.epub);
    const rewritten = rewritePackageDocument(this.epub.text, cover?.id);
    return rewritten === this.epub.text ? undefined : fresh(name, rewritten);
  }

  private async container({ entry }: BookFile): Promise<FreshFile | undefined> {
    const { text } = decodeXml(await this.epub.archive.bytes(entry, LARGEST_CONTAINER));
    return leadsTo(text, this.packagePath()) ? undefined : this.newContainer();
  }

  private newContainer(): FreshFile {
    return fresh(CONTAINER, containerDocument(this.packagePath()));
  }

  /** In the result. */
  private packagePath(): string {
    return this.bookFiles.find(({ entry }) => entry.name === this.epub.path)?.name ?? this.epub.path;
  }
}

function fresh(name: string, text: string): FreshFile {
  return { name, bytes: Buffer.from(text) };
}
