import { pngCover } from './cover.builder.js';
import { aRar } from './rar.builder.js';
import { aZip } from './zip.builder.js';

/**
 * A real comic in memory: `aComic().titled('Zot!').inSeries('Zot!', '1').build()`. Three pages in a zip; a ComicInfo.xml
 * as soon as something is said of it. Equal calls give equal bytes.
 */
export function aComic(): ComicBuilder {
  return new ComicBuilder();
}

export class ComicBuilder {
  readonly #fields = new Map<string, string>();
  readonly #files = new Map<string, string | Uint8Array>();
  #pages = 3;
  #folder = '';
  #marks = '';
  #infoPath = 'ComicInfo.xml';

  titled(title: string): this {
    return this.saying('Title', title);
  }

  inSeries(name: string, number?: string): this {
    this.saying('Series', name);
    return number === undefined ? this : this.saying('Number', number);
  }

  by(...writers: string[]): this {
    return this.saying('Writer', writers.join(', '));
  }

  /** Any field of ComicInfo.xml. */
  saying(field: string, text: string): this {
    this.#fields.set(field, text);
    return this;
  }

  /** Page `image` (from 0, or a file name) is a 'FrontCover', 'InnerCover', ... */
  marking(image: number | string, type: string): this {
    this.#marks += `<Page Image="${image}" Type="${type}"/>`;
    return this;
  }

  /** Called 1.png, 2.png, ... and each 10 pixels wider than the one before, from 210. */
  withPages(count: number, folder = ''): this {
    this.#pages = count;
    this.#folder = folder;
    return this;
  }

  withInfoAt(path: string): this {
    this.#infoPath = path;
    return this;
  }

  /** Adds a file or takes the place of one, by its path in the archive. */
  withFile(path: string, content: string | Uint8Array): this {
    this.#files.set(path, content);
    return this;
  }

  /** As a CBZ. */
  build(): Uint8Array {
    const zip = aZip();
    for (const [path, content] of this.files()) zip.with(path, content, { stored: typeof content !== 'string' });
    return zip.build();
  }

  /** As a CBR. */
  buildRar(version: 4 | 5 = 5): Uint8Array {
    const rar = aRar(version);
    for (const [path, content] of this.files()) rar.with(path, content);
    return rar.build();
  }

  /** In archive order. */
  files(): Map<string, string | Uint8Array> {
    const pages = Array.from({ length: this.#pages }, (_, at): [string, Uint8Array] => [
      `${this.#folder}${at + 1}.png`,
      pngCover({ width: 210 + at * 10, height: 300, seed: at }),
    ]);
    const silent = this.#fields.size === 0 && this.#marks === '';
    return new Map([...pages, ...(silent ? [] : [this.#info()]), ...this.#files]);
  }

  #info(): [string, string] {
    const fields = [...this.#fields].map(([name, text]) => `<${name}>${escaped(text)}</${name}>`);
    const pages = this.#marks === '' ? '' : `<Pages>${this.#marks}</Pages>`;
    return [this.#infoPath, `<?xml version="1.0"?>\n<ComicInfo>${fields.join('')}${pages}</ComicInfo>`];
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
