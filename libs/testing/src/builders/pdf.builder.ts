import { deflateSync } from 'node:zlib';
import type { RandomAccess } from '@octavo/domain';
import { latin1, pdfPieces, piecesAccess, type PdfObject, type PdfText } from './pdf-file.js';
import { contentOf, pageEntries, type PdfPage } from './pdf-page.js';
import type { PdfPasswords } from './pdf-encryption.js';

export type { PdfBox, PdfField, PdfPage } from './pdf-page.js';

/**
 * A real PDF in memory: `aPdf().titled('Emma').by('Jane Austen').withPages(3).build()`. One page with a line of text
 * and a coloured field, no XMP and valid unless asked otherwise. Equal calls give equal bytes.
 */
export function aPdf(): PdfBuilder {
  return new PdfBuilder();
}

export class PdfBuilder {
  readonly #info = new Map<string, string | Uint8Array>();
  readonly #pages: PdfPage[] = [];
  readonly #extra: PdfObject[] = [];
  readonly #catalog: string[] = [];
  #xmp: Uint8Array | undefined;
  #passwords: PdfPasswords | undefined;
  #count: number | undefined;
  #xref = true;
  #prefix: Uint8Array = new Uint8Array();

  titled(title: string): this {
    return this.withInfo('Title', title);
  }

  by(author: string): this {
    return this.withInfo('Author', author);
  }

  /** An entry of the information dictionary. Bytes are written as they are. */
  withInfo(key: string, value: string | Uint8Array): this {
    this.#info.set(key, value);
    return this;
  }

  /** The whole metadata stream of the catalogue. */
  withXmp(packet: string | Uint8Array): this {
    this.#xmp = typeof packet === 'string' ? Buffer.from(packet) : packet;
    return this;
  }

  inLanguage(language: string): this {
    return this.withCatalogEntry(`/Lang (${language})`);
  }

  /** As it is written: "/OpenAction << ... >>". */
  withCatalogEntry(entry: string): this {
    this.#catalog.push(entry);
    return this;
  }

  withPage(page: PdfPage = {}): this {
    this.#pages.push(page);
    return this;
  }

  /** Each says which it is. */
  withPages(count: number): this {
    for (let n = 1; n <= count; n++) this.withPage({ lines: [`This is page ${n}.`], fields: [FIELD] });
    return this;
  }

  /** How many pages the page tree claims. */
  claimingPages(count: number): this {
    this.#count = count;
    return this;
  }

  /** An object nothing refers to. */
  withObject(...parts: string[]): this {
    this.#extra.push({ parts });
    return this;
  }

  /** A stream of so many zeros that nothing refers to, for files too big to be held. */
  withGap(bytes: number): this {
    this.#extra.push({ parts: ['<< >>'], stream: bytes });
    return this;
  }

  encrypted(passwords: PdfPasswords): this {
    this.#passwords = passwords;
    return this;
  }

  /** Leaves out the table of objects. */
  withoutXref(): this {
    this.#xref = false;
    return this;
  }

  /** Stands before the header, as in files that were once attached to something. */
  after(prefix: string): this {
    this.#prefix = latin1(prefix);
    return this;
  }

  build(): Uint8Array {
    return Buffer.concat(this.#pieces().map((piece) => (typeof piece === 'number' ? Buffer.alloc(piece) : piece)));
  }

  /** The same file, its gaps made only when they are read. */
  buildAccess(): RandomAccess {
    return piecesAccess(this.#pieces());
  }

  #pieces() {
    const pages = this.#pages.length > 0 ? this.#pages : [DEFAULT_PAGE];
    return pdfPieces({
      version: '1.7',
      objects: this.#objects(pages),
      trailer: '/Root 1 0 R /Info 3 0 R',
      passwords: this.#passwords,
      xref: this.#xref,
      prefix: this.#prefix,
    });
  }

  /** Catalogue, page tree, information, font, XMP; what was added; then three for each page: itself, content, image. */
  #objects(pages: readonly PdfPage[]): PdfObject[] {
    const first = 6 + this.#extra.length;
    const kids = pages.map((_, at) => `${first + 3 * at} 0 R`).join(' ');
    const metadata = this.#xmp === undefined ? '' : ' /Metadata 5 0 R';
    return [
      { parts: [`<< /Type /Catalog /Pages 2 0 R${metadata} ${this.#catalog.join(' ')} >>`] },
      { parts: [`<< /Type /Pages /Kids [${kids}] /Count ${this.#count ?? pages.length} >>`] },
      { parts: this.#infoParts() },
      { parts: ['<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'] },
      this.#xmp === undefined
        ? { parts: ['null'] }
        : { parts: ['<< /Type /Metadata /Subtype /XML >>'], stream: this.#xmp },
      ...this.#extra,
      ...pages.flatMap((page, at) => pageObjects(page, first + 3 * at)),
    ];
  }

  #infoParts(): (string | PdfText)[] {
    const entries = [...this.#info].flatMap(([key, value]) => [` /${key} `, { bytes: textBytes(value) }]);
    return ['<<', ...entries, ' >>'];
  }
}

const FIELD = { x: 50, y: 500, width: 300, height: 200, colour: [0.2, 0.3, 0.8] as const };
const DEFAULT_PAGE: PdfPage = { lines: ['This is the only page.'], fields: [FIELD] };

/** ISO 32000-1 §7.9.2.2: ASCII as it is, all else in UTF-16 with a byte order mark. */
function textBytes(value: string | Uint8Array): Uint8Array {
  if (typeof value !== 'string') return value;
  const ascii = [...value].every((letter) => letter < '\x7f');
  return ascii ? latin1(value) : Buffer.from(`\ufeff${value}`, 'utf16le').swap16();
}

function pageObjects(page: PdfPage, number: number): PdfObject[] {
  const { image } = page;
  return [
    { parts: [`<< /Type /Page /Parent 2 0 R /Contents ${number + 1} 0 R ${pageEntries(page, number + 2)} >>`] },
    page.packed === true
      ? { parts: ['<< /Filter /FlateDecode >>'], stream: deflateSync(latin1(contentOf(page))) }
      : { parts: ['<< >>'], stream: latin1(contentOf(page)) },
    image === undefined
      ? { parts: ['null'] }
      : {
          parts: [
            `<< /Type /XObject /Subtype /Image /Width ${image.width} /Height ${image.height} ` +
              '/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode >>',
          ],
          stream: image.jpeg,
        },
  ];
}
