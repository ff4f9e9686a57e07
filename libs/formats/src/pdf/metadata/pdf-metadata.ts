import { plainText } from '../../text/plain-text.js';
import type { DocumentInfo } from './document-info.js';
import { momentOfPdfDate, momentOfXmpDate } from './pdf-date.js';
import { repairedText } from './repaired-text.js';
import { valuesOf, type Vocabulary, type XmpProperty, type XmpValue } from './xmp.js';

const ONE_MINUTE = 60_000;

/** Both places a PDF says something of itself, asked by field. */
export class PdfMetadata {
  constructor(
    readonly info: DocumentInfo,
    private readonly xmp: readonly XmpProperty[],
    /** The file's name without folder and ending. */
    readonly stem: string,
  ) {}

  /** The values of an XMP property, as they are written. */
  values(vocabulary: Vocabulary, name: string): readonly XmpValue[] {
    return valuesOf(this.xmp, vocabulary, name);
  }

  /** The same as repaired texts, empty ones left out. */
  texts(vocabulary: Vocabulary, name: string): string[] {
    return this.values(vocabulary, name)
      .map(({ text }) => repairedText(text).trim())
      .filter((text) => text !== '');
  }

  /** Of a property in several languages: the default, else the first. */
  inDefaultLanguage(vocabulary: Vocabulary, name: string): string | undefined {
    const values = this.values(vocabulary, name).filter(({ text }) => text.trim() !== '');
    const value = values.find(({ lang }) => lang === 'x-default') ?? values[0];
    return value === undefined ? undefined : repairedText(value.text);
  }

  /** One line of the information dictionary. */
  infoLine(key: string): string | undefined {
    return plainText(this.info.get(key) ?? '') || undefined;
  }

  /** XMP wins, but a program that knows of the information dictionary alone leaves an older XMP behind. */
  get infoIsNewer(): boolean {
    const modified = momentOfPdfDate(this.info.get('moddate') ?? '');
    const described = momentOfXmpDate(this.texts('xmp', 'metadatadate')[0] ?? '');
    return modified !== undefined && described !== undefined && modified > described + ONE_MINUTE;
  }
}
