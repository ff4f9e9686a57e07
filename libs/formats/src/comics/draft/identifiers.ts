import { parseAsin, parseIsbn, sameIdentifier, type Identifier } from '@octavo/domain';
import type { ComicRecord } from '../record/comic-record.js';

const MAX_ADDRESSES = 50;
const MAX_IDENTIFIERS = 50;

/** Everything that names this very comic: ISBNs first, then numbers of databases, from fields, addresses and notes. */
export function identifiersOf(record: ComicRecord): Identifier[] {
  const found = [
    ...record.articleNumbers.flatMap(isbnIn),
    ...record.identifiers,
    ...record.addresses
      .slice(0, 10_000)
      .split(/[\s,]+/)
      .slice(0, MAX_ADDRESSES)
      .flatMap(fromAddress),
    ...fromNotes(record.notes),
  ].slice(0, MAX_IDENTIFIERS);
  return found.filter((one, at) => found.findIndex((other) => sameIdentifier(one, other)) === at);
}

/** Bar codes carry two or five more digits, for the issue or the price. */
function isbnIn(text: string): Identifier[] {
  const value = parseIsbn(text.trim().replace(/^(\d{13})[\s-]?\d{2}(?:\d{3})?$/, '$1'));
  return value === undefined ? [] : [{ scheme: 'isbn', value }];
}

/** Only where the address is of the comic itself: most lead to its series. Comic Vine's 4000 are issues. */
const ADDRESSES: readonly { host: RegExp; path: RegExp; scheme: string }[] = [
  { host: /(?:^|\.)comicvine\.gamespot\.com$/, path: /\/4000-(\d+)/, scheme: 'comicvine' },
  { host: /(?:^|\.)metron\.cloud$/, path: /^\/issue\/(\d+)\/?$/, scheme: 'metron' },
  { host: /(?:^|\.)comics\.org$/, path: /^\/issue\/(\d+)/, scheme: 'gcd' },
  { host: /(?:^|\.)goodreads\.com$/, path: /^\/book\/show\/(\d+)/, scheme: 'goodreads' },
  { host: /(?:^|\.)amazon\.[a-z.]+$/, path: /\/(?:dp|product)\/([A-Z0-9]{10})(?![A-Z0-9])/i, scheme: 'asin' },
];

function fromAddress(address: string): Identifier[] {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return [];
  const { hostname, pathname } = new URL(address);
  for (const { host, path, scheme } of ADDRESSES) {
    const value = host.test(hostname) ? path.exec(pathname)?.[1] : undefined;
    if (value === undefined) continue;
    return scheme === 'asin' ? [parseAsin(value)].filter((asin) => asin !== undefined) : [{ scheme, value }];
  }
  return [];
}

/** ComicTagger writes "[Issue ID 123]" and names its source before; ComicRack's Comic Vine scraper "[CVDB123]". */
function fromNotes(notes: string): Identifier[] {
  const text = notes.slice(0, 10_000);
  const tagged = /comic ?vine/i.test(text) ? /\[Issue ID (\d{1,12})\]/i.exec(text) : undefined;
  const value = (tagged ?? /\[CVDB(\d{1,12})\]/i.exec(text))?.[1];
  return value === undefined ? [] : [{ scheme: 'comicvine', value }];
}
