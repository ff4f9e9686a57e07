import { pngCover } from './cover.builder.js';
import { END, exthData, mobiRecord, NONE, palmDatabase, type MobiPlan } from './mobi-parts.js';

/**
 * A real MOBI book in memory: `aMobi().titled('Emma').by('Jane Austen').build()`. MOBI 6 in UTF-8, one page of text,
 * English, no cover and no DRM unless asked otherwise. Of KF8 it has the headers, not the indexes of the text: enough
 * for those who read metadata. Equal calls give equal bytes.
 */
export function aMobi(): MobiBuilder {
  return new MobiBuilder();
}

/** A PalmDOC text, which says nothing of itself. */
export function aPalmDoc(text = 'It was a dark and stormy night.'): Uint8Array {
  const header = Buffer.alloc(16);
  header.writeUInt16BE(1, 0);
  header.writeUInt32BE(text.length, 4);
  return palmDatabase('A_Text', 'TEXtREAd', [header, Buffer.from(text)]);
}

type ExthValue = string | number | Uint8Array;

export class MobiBuilder {
  readonly #plan: Omit<MobiPlan, 'exth' | 'firstImage'> = {
    kind: 'mobi6',
    codePage: 65001,
    encryption: 0,
    locale: 9,
    fullName: 'A Book',
    hasExth: true,
  };
  readonly #exth: [type: number, value: ExthValue][] = [];
  readonly #images: Uint8Array[] = [];
  #palmName = 'A_Book';
  #text = '<html><body><p>It was a dark and stormy night.</p></body></html>';

  /** The full name, as converters write it. */
  titled(title: string): this {
    this.#plan.fullName = title;
    return this;
  }

  /** The name of the database: 31 bytes, which tools make of the title. */
  palmNamed(name: string): this {
    this.#palmName = name;
    return this;
  }

  /** One field each. */
  by(...authors: string[]): this {
    for (const author of authors) this.#exth.push([100, author]);
    return this;
  }

  /** Numbers become four bytes. */
  withExth(type: number, value: ExthValue): this {
    this.#exth.push([type, value]);
    return this;
  }

  withoutExth(): this {
    this.#plan.hasExth = false;
    return this;
  }

  /** A Windows locale; 0 for none. */
  inLocale(locale: number): this {
    this.#plan.locale = locale;
    return this;
  }

  inCodePage(codePage: number): this {
    this.#plan.codePage = codePage;
    return this;
  }

  kf8(): this {
    this.#plan.kind = 'kf8';
    return this;
  }

  /** MOBI 6 and KF8 in one file. */
  joint(): this {
    this.#plan.kind = 'joint';
    return this;
  }

  /** Only says so: the text stays as it is. */
  encrypted(type = 2): this {
    this.#plan.encryption = type;
    return this;
  }

  /** An image that nothing refers to. */
  withImage(bytes: Uint8Array): this {
    this.#images.push(bytes);
    return this;
  }

  /** Field 201 with the number of the image, or field 129 with its address. */
  withCover(bytes?: Uint8Array, by: 'offset' | 'address' = 'offset'): this {
    const image = this.#images.push(bytes ?? pngCover({ seed: this.#plan.fullName.length }));
    const address = `kindle:embed:${image.toString(32).toUpperCase().padStart(4, '0')}?mime=image/jpeg`;
    return by === 'offset' ? this.withExth(201, image - 1) : this.withExth(129, address);
  }

  withText(text: string): this {
    this.#text = text;
    return this;
  }

  build(): Uint8Array {
    const text = pages(this.#text);
    const firstImage = this.#images.length === 0 ? NONE : 1 + text.length;
    const boundary = 1 + text.length + this.#images.length;
    const joint = this.#plan.kind === 'joint';
    const own = joint ? [...this.#exth, [121, boundary + 1] as [number, ExthValue]] : this.#exth;
    const version = this.#plan.kind === 'kf8' ? 8 : 6;
    const second = joint ? [Buffer.from('BOUNDARY'), this.#header(8, NONE, this.#exth), ...text] : [];
    const records = [this.#header(version, firstImage, own), ...text, ...this.#images, ...second, END];
    return palmDatabase(this.#palmName, 'BOOKMOBI', records);
  }

  #header(version: 6 | 8, firstImage: number, exth: readonly [number, ExthValue][]): Uint8Array {
    const { codePage } = this.#plan;
    const fields = exth.map(([type, value]) => ({ type, data: exthData(value, codePage) }));
    return mobiRecord({ ...this.#plan, exth: fields, firstImage }, version, this.#text.length);
  }
}

/** Text records hold 4096 bytes each. */
function pages(text: string): Uint8Array[] {
  const bytes = Buffer.from(text);
  const count = Math.max(1, Math.ceil(bytes.byteLength / 4096));
  return Array.from({ length: count }, (_, at) => bytes.subarray(at * 4096, (at + 1) * 4096));
}
