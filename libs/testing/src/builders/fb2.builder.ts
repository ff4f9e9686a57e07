import { gzipSync } from 'node:zlib';
import { pngCover } from './cover.builder.js';
import {
  base64Lines,
  declaredName,
  encodedFb2,
  escapedXml,
  personElement,
  type Fb2Encoding,
  type Fb2Person,
} from './fb2-parts.js';
import { aZip } from './zip.builder.js';

export { FB2_ENCODINGS, type Fb2Encoding, type Fb2Person } from './fb2-parts.js';

/**
 * A real FB2 in memory: `anFb2().titled('Emma').by({ first: 'Jane', last: 'Austen' }).build()`. UTF-8, unpacked, one
 * section, no cover and valid unless asked otherwise. Equal calls give equal bytes.
 */
export function anFb2(): Fb2Builder {
  return new Fb2Builder();
}

export class Fb2Builder {
  readonly #info: string[] = [];
  readonly #publishInfo: string[] = [];
  readonly #binaries: string[] = [];
  readonly #people: string[] = [];
  #title = 'A Book';
  #description: string | undefined;
  #body = '<section><p>It was a dark and stormy night.</p></section>';
  #encoding: Fb2Encoding = 'utf-8';
  #packed: 'not' | 'zip' | 'gzip' = 'not';
  #entryName = 'book.fb2';

  titled(title: string): this {
    this.#title = title;
    return this;
  }

  by(person: Fb2Person): this {
    this.#people.push(personElement('author', person));
    return this;
  }

  translatedBy(person: Fb2Person): this {
    this.#info.push(personElement('translator', person));
    return this;
  }

  inSeries(name: string, number?: string): this {
    return this.withTitleInfo(sequence(name, number));
  }

  /** A part of a larger series, which stands around it. */
  inSeriesWithin(outer: string, name: string, number?: string): this {
    return this.withTitleInfo(`<sequence name="${escapedXml(outer)}">${sequence(name, number)}</sequence>`);
  }

  /** Further elements of <title-info>, as markup. */
  withTitleInfo(xml: string): this {
    this.#info.push(xml);
    return this;
  }

  /** Elements of <publish-info>, as markup. */
  withPublishInfo(xml: string): this {
    this.#publishInfo.push(xml);
    return this;
  }

  /** Takes the place of everything in <description>. */
  withDescription(xml: string): this {
    this.#description = xml;
    return this;
  }

  withBody(xml: string): this {
    this.#body = xml;
    return this;
  }

  /** Without bytes, a small PNG that differs from book to book. */
  withCover(bytes?: Uint8Array, id = 'cover.png'): this {
    this.withTitleInfo(`<coverpage><image l:href="#${escapedXml(id)}"/></coverpage>`);
    return this.withBinary(id, bytes ?? pngCover({ seed: this.#title.length }));
  }

  withBinary(id: string, bytes: Uint8Array, type = 'image/png'): this {
    this.#binaries.push(`<binary id="${escapedXml(id)}" content-type="${type}">${base64Lines(bytes)}</binary>`);
    return this;
  }

  encodedAs(encoding: Fb2Encoding): this {
    this.#encoding = encoding;
    return this;
  }

  zipped(entryName = 'book.fb2'): this {
    this.#packed = 'zip';
    this.#entryName = entryName;
    return this;
  }

  gzipped(): this {
    this.#packed = 'gzip';
    return this;
  }

  build(): Uint8Array {
    const bytes = encodedFb2(this.xml(), this.#encoding);
    if (this.#packed === 'gzip') return gzipSync(bytes);
    return this.#packed === 'zip' ? aZip().with(this.#entryName, bytes).build() : bytes;
  }

  /** The file as text. */
  xml(): string {
    return `<?xml version="1.0" encoding="${declaredName(this.#encoding)}"?>
<FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0" xmlns:l="http://www.w3.org/1999/xlink">
<description>${this.#description ?? this.#ownDescription()}</description>
<body>${this.#body}</body>
${this.#binaries.join('\n')}
</FictionBook>`;
  }

  #ownDescription(): string {
    const converter = personElement('author', { nickname: 'converter' });
    const published =
      this.#publishInfo.length === 0 ? '' : `<publish-info>${this.#publishInfo.join('')}</publish-info>`;
    return `<title-info><genre>prose_classic</genre>${this.#people.join('')}
<book-title>${escapedXml(this.#title)}</book-title><lang>en</lang>${this.#info.join('\n')}</title-info>
<document-info>${converter}<program-used>builder</program-used><date value="2008-01-02">2008</date></document-info>${published}`;
  }
}

function sequence(name: string, number: string | undefined): string {
  return `<sequence name="${escapedXml(name)}"${number === undefined ? '' : ` number="${escapedXml(number)}"`}/>`;
}
