import { parseAsin, parseIsbn, parseUuid, sameIdentifier, type Identifier } from '@octavo/domain';
import { plainText } from '../../text/plain-text.js';
import { isbnsIn, labelledIsbns } from '../isbn-in-text.js';
import type { PdfMetadata } from './pdf-metadata.js';
import { writtenTitles } from './titles.js';
import type { XmpValue } from './xmp.js';

const MAX_IDENTIFIERS = 50;

/** Everything that names the book, the ISBN of the ebook first, numbers written into other fields last. */
export function identifiersOf(metadata: PdfMetadata): Identifier[] {
  const found = [
    ...['eisbn', 'isbn'].flatMap((name) => metadata.texts('prism', name)).flatMap(isbn),
    ...metadata.texts('pdfx', 'isbn').flatMap(isbn),
    ...metadata.values('xmp', 'identifier').flatMap(qualified),
    ...metadata.values('dc', 'identifier').flatMap(qualified),
    ...isbn(metadata.infoLine('isbn') ?? ''),
    ...[...metadata.texts('prism', 'doi'), ...metadata.texts('pdfx', 'doi'), metadata.infoLine('doi') ?? ''].flatMap(
      doi,
    ),
    ...mentioned(metadata),
  ];
  return found
    .filter((one, at) => found.findIndex((other) => sameIdentifier(one, other)) === at)
    .slice(0, MAX_IDENTIFIERS);
}

/** By its scheme, else by a prefix of its own ("urn:isbn:...", "doi:..."), else by what it looks like. */
function qualified({ text, parts }: XmpValue): Identifier[] {
  const scheme = parts.find(({ name }) => name === 'scheme')?.values[0]?.text ?? '';
  const value = plainText(text);
  const prefixed = /^(?:urn:)?([a-z][a-z0-9_-]{1,20}):(?!\/\/)(.+)$/i.exec(value);
  const word = (scheme || (prefixed?.[1] ?? '')).toLowerCase().replace(/[^a-z]/g, '');
  const number = scheme === '' ? (prefixed?.[2] ?? value) : value;
  const uuid = parseUuid(value) ?? parseUuid(number);
  if (uuid !== undefined) return [{ scheme: word === 'calibre' ? 'calibre' : 'uuid', value: uuid }];
  if (word.includes('isbn')) return isbn(number);
  if (word === 'doi' || /^https?:\/\/(?:dx\.)?doi\.org\//i.test(value)) return doi(scheme === '' ? value : number);
  if (word.startsWith('amazon') || word.endsWith('asin')) return listed(parseAsin(number));
  if (word === '') return isbn(value).length > 0 ? isbn(value) : doi(value);
  return KNOWN.has(word) && number.length <= 100 ? [{ scheme: word, value: number }] : [];
}

/** Schemes calibre and we have the same word for; others may be anything. */
const KNOWN = new Set(['goodreads', 'google', 'oclc', 'openlibrary', 'barnesnoble', 'kobo', 'lccn', 'gutenberg']);

/** Ten digits may be any number, so a text without a label must have thirteen. */
function mentioned(metadata: PdfMetadata): Identifier[] {
  const texts = [
    ...metadata.texts('dc', 'source'),
    ...metadata.texts('pdf', 'keywords'),
    ...metadata.texts('dc', 'subject'),
    metadata.info.get('keywords') ?? '',
    metadata.info.get('subject') ?? '',
  ].map((text) => text.slice(0, 10_000));
  return [
    ...writtenTitles(metadata).flatMap((title) => listed(isbnIdentifier(parseIsbn(title)))),
    ...texts
      .flatMap((text) => [...labelledIsbns(text), ...thirteenDigits(text)])
      .flatMap((found) => listed(isbnIdentifier(found))),
  ];
}

function thirteenDigits(text: string): string[] {
  return [...text.matchAll(/(?<!\d)97[89][-\d\s\u2010-\u2015]{10,14}(?!\d)/g)].flatMap(([number]) => isbnsIn(number));
}

function isbn(text: string): Identifier[] {
  const number = parseIsbn(text) ?? labelledIsbns(text)[0] ?? isbnsIn(text)[0];
  return listed(isbnIdentifier(number));
}

function isbnIdentifier(value: string | undefined): Identifier | undefined {
  return value === undefined ? undefined : { scheme: 'isbn', value };
}

/** The DOI in a text, in lower case since it knows no other (DOI Handbook §2.4). */
function doi(text: string): Identifier[] {
  const value = /\b10\.\d{4,9}\/\S{1,200}/.exec(text)?.[0].toLowerCase();
  return value === undefined ? [] : [{ scheme: 'doi', value }];
}

function listed(identifier: Identifier | undefined): Identifier[] {
  return identifier === undefined ? [] : [identifier];
}
