import { parseAsin, parseIsbn, parseUuid, sameIdentifier, type Identifier } from '@octavo/domain';
import type { MetadataEntry } from '../package-document.js';
import type { PackageMetadata } from './package-metadata.js';
import { plainText } from '../../text/plain-text.js';

/** Labels that say nothing about whose number it is. */
const NO_SCHEME = new Set(
  'id bookid uid uri url urn unknown custom other none primaryid pubid identifier http https'.split(' '),
);
const OTHER_NAMES = new Map([
  ['uuidid', 'uuid'],
  ['bn', 'barnesnoble'],
  ['googlebooks', 'google'],
  ['oclcnumber', 'oclc'],
]);
/** ONIX code list 5, which EPUB 3 uses in identifier-type. */
const ONIX = new Map([
  ['02', 'isbn'],
  ['03', 'isbn'],
  ['15', 'isbn'],
  ['06', 'doi'],
]);

/**
 * Everything that names the book, in document order, but the ISBN of the ebook before all others. ISBNs of the printed
 * book (often in dc:source) follow as further ISBNs. What claims to be a number and fails its check is left out.
 */
export function identifiersOf(metadata: PackageMetadata, uniqueId: string | undefined): Identifier[] {
  const found = metadata.fields('identifier').flatMap((entry) => {
    const label = labelOf(metadata, entry);
    const unique = entry.attributes['id'] !== undefined && entry.attributes['id'] === uniqueId;
    const identifier = identifierFrom(label, plainText(entry.text), unique);
    return identifier === undefined ? [] : [{ identifier, rank: rank(identifier, label, unique) }];
  });
  const sources = metadata.fields('source').flatMap(({ text }) => {
    const isbn = /isbn|^\s*97[89]/i.test(text) ? parseIsbn(plainText(text)) : undefined;
    return isbn === undefined ? [] : [{ identifier: { scheme: 'isbn', value: isbn }, rank: 3 }];
  });
  const ordered = [...found, ...sources].sort((a, b) => a.rank - b.rank).map(({ identifier }) => identifier);
  return ordered.filter((one, at) => ordered.findIndex((other) => sameIdentifier(one, other)) === at).slice(0, 50);
}

function labelOf(metadata: PackageMetadata, entry: MetadataEntry): string {
  return (entry.attributes['scheme'] ?? metadata.refined(entry, 'identifier-type') ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

function rank({ scheme }: Identifier, label: string, unique: boolean): number {
  if (scheme !== 'isbn') return 3;
  if (/eisbn|epub|ebook/.test(label)) return 0;
  return unique ? 1 : 2;
}

/** By its label, else by a prefix of its own ("goodreads:123", "urn:isbn:..."), else by what it looks like. */
function identifierFrom(label: string, value: string, unique: boolean): Identifier | undefined {
  if (value === '' || value.length > 300) return undefined;
  const uuid = parseUuid(value);
  if (uuid !== undefined) return { scheme: label === 'calibre' ? 'calibre' : 'uuid', value: uuid };
  const prefixed = /^(?:urn:)?([a-z][a-z0-9_-]{1,30}):(?!\/\/)(.+)$/i.exec(value);
  const prefix = prefixed?.[1]?.toLowerCase().replace(/[^a-z0-9]/g, '') ?? '';
  if (isScheme(label)) return ofScheme(label, prefix === label ? (prefixed?.[2] ?? value) : value);
  if (isScheme(prefix)) return ofScheme(prefix, prefixed?.[2] ?? '');
  return fromAddress(value) ?? ofBareNumber(value, unique);
}

function isScheme(name: string): boolean {
  return ONIX.has(name) || (/^[a-z]{2,20}(?:10|13)?$/.test(name) && !NO_SCHEME.has(name));
}

function ofScheme(name: string, value: string): Identifier | undefined {
  const scheme = OTHER_NAMES.get(name) ?? ONIX.get(name) ?? name;
  if (scheme.includes('isbn') || scheme.startsWith('ean')) return isbnOf(value);
  if (scheme.startsWith('amazon') || scheme.endsWith('asin')) return parseAsin(value);
  // A real one was recognised before.
  if (scheme === 'uuid') return undefined;
  if (scheme === 'doi')
    return { scheme, value: value.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)/i, '').toLowerCase() };
  return fromAddress(value) ?? { scheme, value: value.trim() };
}

function isbnOf(value: string): Identifier | undefined {
  const isbn = parseIsbn(value.replace(/^urn:isbn:/i, ''));
  return isbn === undefined ? undefined : { scheme: 'isbn', value: isbn };
}

/** Ten digits may be any number; they count as an ISBN only where the book itself is called by them. */
function ofBareNumber(value: string, unique: boolean): Identifier | undefined {
  const digits = value.replace(/[^\dX]/gi, '');
  if (digits.length === 13 || (digits.length === 10 && unique)) return isbnOf(value);
  return /^B0[0-9A-Z]{8}$/.test(value) ? parseAsin(value) : undefined;
}

const ADDRESSES: readonly { form: RegExp; scheme: string }[] = [
  { form: /\/(?:isbn\/|.*[?&]isbn=)([\dX-]{10,17})/i, scheme: 'isbn' },
  { form: /amazon\.[a-z.]+\/.*(?:dp|product)\/([A-Z0-9]{10})/i, scheme: 'asin' },
  { form: /goodreads\.com\/book\/show\/(\d+)/i, scheme: 'goodreads' },
  { form: /openlibrary\.org\/(?:books|works)\/(OL\d+[MW])/i, scheme: 'openlibrary' },
  { form: /books\.google\.[a-z.]+\/.*[?&]id=([\w-]{12})/i, scheme: 'google' },
  { form: /doi\.org\/(10\.\S+)/i, scheme: 'doi' },
  { form: /gutenberg\.org\/(?:ebooks\/|files\/)?(\d+)/i, scheme: 'gutenberg' },
];

function fromAddress(value: string): Identifier | undefined {
  if (!/^https?:\/\//i.test(value)) return undefined;
  for (const { form, scheme } of ADDRESSES) {
    const id = form.exec(value)?.[1];
    if (id === undefined) continue;
    if (scheme === 'isbn') return isbnOf(id);
    return scheme === 'asin' ? parseAsin(id) : { scheme, value: id };
  }
  return { scheme: 'uri', value };
}
