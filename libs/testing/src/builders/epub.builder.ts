import { createHash } from 'node:crypto';
import { pngCover } from './cover.builder.js';
import { chapter, CONTAINER, navigation, ncx, packageDocument, type EpubPlan } from './epub-parts.js';
import { aZip } from './zip.builder.js';

/**
 * A real EPUB in memory: `anEpub().titled('Emma').by('Jane Austen').build()`. Version 3, one chapter, no cover and
 * valid unless asked otherwise. Equal calls give equal bytes.
 */
export function anEpub(): EpubBuilder {
  return new EpubBuilder();
}

export class EpubBuilder {
  readonly #plan: EpubPlan = {
    title: 'A Book',
    authors: [],
    series: [],
    identifiers: [],
    language: 'en',
    version: '3.0',
    fixed: false,
    hasCover: false,
    coverName: 'cover.png',
    chapters: 1,
  };
  readonly #files = new Map<string, string | Uint8Array>();
  readonly #left = new Set<string>();
  #paragraphs = 3;
  #opf: string | undefined;

  titled(title: string): this {
    this.#plan.title = title;
    return this;
  }

  by(...authors: string[]): this {
    this.#plan.authors.push(...authors);
    return this;
  }

  inSeries(name: string, number?: string): this {
    this.#plan.series.push({ name, number });
    return this;
  }

  identifiedBy(scheme: string, value: string): this {
    this.#plan.identifiers.push({ scheme, value });
    return this;
  }

  inLanguage(language: string): this {
    this.#plan.language = language;
    return this;
  }

  /** A PNG or JPEG; without one, a small PNG that differs from book to book. */
  withCover(bytes?: Uint8Array): this {
    const cover = bytes ?? pngCover({ seed: this.#plan.title.length });
    this.#plan.hasCover = true;
    this.#plan.coverName = cover[0] === 0x89 ? 'cover.png' : 'cover.jpg';
    return this.withFile(`OEBPS/${this.#plan.coverName}`, cover);
  }

  withChapters(count: number, paragraphsEach = 3): this {
    this.#plan.chapters = count;
    this.#paragraphs = paragraphsEach;
    return this;
  }

  /** Takes the place of the package document. */
  withOpf(text: string): this {
    this.#opf = text;
    return this;
  }

  /** Adds a file or takes the place of one, by its path in the archive. */
  withFile(path: string, content: string | Uint8Array): this {
    this.#files.set(path, content);
    return this;
  }

  without(path: string): this {
    this.#left.add(path);
    return this;
  }

  version(version: '2.0' | '3.0'): this {
    this.#plan.version = version;
    return this;
  }

  fixedLayout(): this {
    this.#plan.fixed = true;
    return this;
  }

  build(): Uint8Array {
    const zip = aZip();
    const files = new Map([...this.#ownFiles(), ...this.#files]);
    for (const [path, content] of files) {
      const stored = path === 'mimetype' || /\.(?:png|jpe?g)$/.test(path) ? true : undefined;
      if (!this.#left.has(path)) zip.with(path, content, { stored });
    }
    return zip.build();
  }

  #ownFiles(): [string, string | Uint8Array][] {
    const plan = this.#identified();
    const isEpub3 = plan.version === '3.0';
    return [
      ['mimetype', 'application/epub+zip'],
      ['META-INF/container.xml', CONTAINER],
      ['OEBPS/content.opf', this.#opf ?? packageDocument(plan)],
      isEpub3 ? ['OEBPS/nav.xhtml', navigation(plan)] : ['OEBPS/toc.ncx', ncx(plan)],
      ...Array.from({ length: plan.chapters }, (_, at): [string, string] => [
        `OEBPS/chapter-${at + 1}.xhtml`,
        chapter(at + 1, this.#paragraphs, plan.fixed),
      ]),
    ];
  }

  /** An EPUB must name itself; one that was given no identifier gets a UUID that follows from what it was given. */
  #identified(): EpubPlan {
    if (this.#plan.identifiers.length > 0) return this.#plan;
    const digits = createHash('md5').update(JSON.stringify(this.#plan)).digest('hex');
    const uuid = digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5');
    return { ...this.#plan, identifiers: [{ scheme: 'uuid', value: uuid }] };
  }
}
