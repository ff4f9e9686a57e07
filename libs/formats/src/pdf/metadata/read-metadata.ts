import { type BookDraft, DomainError, emptyDraft, nameOf, normaliseLanguage, withoutEnding } from '@octavo/domain';
import { blurbFrom } from '../../text/blurb.js';
import { plainText } from '../../text/plain-text.js';
import { documentInfo } from './document-info.js';
import { identifiersOf } from './identifiers.js';
import { authorsOf } from './people.js';
import { PdfMetadata } from './pdf-metadata.js';
import { publishedOf } from './published.js';
import { seriesOf } from './series.js';
import { subjectsOf } from './subjects.js';
import { titlesOf } from './titles.js';
import { parseXmp, type XmpProperty } from './xmp.js';

/** What a PDF was found to say, before any of it is understood. */
export interface PdfFacts {
  /** The information dictionary as pdf.js gives it. */
  info: object;
  /** The packet of the catalogue, as text. */
  xmp: string | undefined;
  pages: number;
  /** Of the file. */
  name: string;
}

/** In characters. */
const MAX_XMP = 2 * 1024 * 1024;

/** What information dictionary and XMP say of the book. What is missing or wrong becomes a warning. */
export function readMetadata({ info, xmp, pages, name }: PdfFacts): BookDraft {
  const { properties, warning } = parsed(xmp);
  const stem = withoutEnding(nameOf(name));
  const metadata = new PdfMetadata(documentInfo(info), properties, stem);
  const { title, subtitle, warning: titleWarning } = titlesOf(metadata);
  return {
    ...emptyDraft(),
    title,
    subtitle,
    contributors: authorsOf(metadata),
    series: seriesOf(metadata),
    description: descriptionOf(metadata, title),
    publisher: publisherOf(metadata),
    published: publishedOf(metadata),
    language: languageOf(metadata),
    identifiers: identifiersOf(metadata),
    subjects: subjectsOf(metadata),
    pageCount: pages > 0 ? pages : undefined,
    layout: 'fixed',
    warnings: [warning, titleWarning].filter((text) => text !== undefined),
  };
}

function parsed(xmp: string | undefined): { properties: XmpProperty[]; warning?: string } {
  if (xmp === undefined) return { properties: [] };
  try {
    if (xmp.length <= MAX_XMP) return { properties: parseXmp(xmp) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
  return { properties: [], warning: 'The XMP metadata is too large or too deeply nested to be read.' };
}

function descriptionOf(metadata: PdfMetadata, title: string | undefined): string | undefined {
  const texts = [metadata.inDefaultLanguage('dc', 'description'), metadata.info.get('subject')];
  return texts.map((text) => blurbFrom(text ?? '', title)).find((blurb) => blurb !== undefined);
}

function publisherOf(metadata: PdfMetadata): string | undefined {
  return [
    ...metadata.texts('dc', 'publisher'),
    ...metadata.texts('prism', 'publisher'),
    metadata.info.get('ebx_publisher') ?? '',
    metadata.info.get('publisher') ?? '',
  ]
    .map(plainText)
    .find((name) => name !== '' && !/^(?:unknown|n\/a|none)$/i.test(name));
}

function languageOf(metadata: PdfMetadata): string | undefined {
  return [...metadata.texts('dc', 'language'), metadata.info.get('lang') ?? '']
    .map(normaliseLanguage)
    .find((language) => language !== undefined);
}
