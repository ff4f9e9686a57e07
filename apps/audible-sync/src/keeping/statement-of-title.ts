import type { RunStatement } from '@octavo/domain';
import { audibleProduct, statementOfCandidate } from '@octavo/providers';
import type { AudibleItem, RawRow } from '@octavo/sources';

/** A title of a library as it came, and as it was read. */
export interface Title {
  raw: RawRow['raw'];
  item: AudibleItem;
}

/** What Audible says of a book. Of a title that came without its fields only the number is known. */
export function statementOf({ raw, item }: Title, country: string): RunStatement {
  const candidate = audibleProduct(raw, { market: country }, item.asin);
  if (!candidate) return { source: 'filepath', draft: { title: item.title ?? `Audible title ${item.asin}` } };
  const { draft, gapsOnly } = statementOfCandidate({ candidate, score: 1, byIdentifier: true }, 'audiobook');
  return { source: 'audible', draft, ...(gapsOnly && { gapsOnly }) };
}
