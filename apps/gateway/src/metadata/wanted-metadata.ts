import type { MetadataValues } from '@octavo/contracts';
import {
  type BookMetadata,
  DomainError,
  type Identifier,
  normaliseLanguage,
  parseAsin,
  parseIsbn,
} from '@octavo/domain';
import { blurbFrom } from '@octavo/formats';

/**
 * What a person wants of a book, as it is kept: descriptions safe, languages as tags, numbers checked. Throws
 * 'request.invalid' for a language nobody knows and a number that cannot be one.
 */
export function wantedMetadata({
  description,
  language,
  series,
  identifiers,
  ...same
}: MetadataValues): Partial<BookMetadata> {
  return {
    ...same,
    ...(description !== undefined && { description: description === null ? null : (blurbFrom(description) ?? null) }),
    ...(language !== undefined && { language: language === null ? null : tagOf(language) }),
    ...(series && { series: series.map(({ name, number }) => (number ? { name, number } : { name })) }),
    ...(identifiers && { identifiers: distinct(identifiers.map(checked)) }),
  };
}

function tagOf(language: string): string {
  const tag = normaliseLanguage(language);
  if (tag === undefined) throw new DomainError('request.invalid', `"${language}" is no language that is known`);
  return tag;
}

function checked({ scheme, value }: Identifier): Identifier {
  if (scheme.startsWith('isbn')) {
    const isbn = parseIsbn(value);
    if (isbn === undefined)
      throw new DomainError('request.invalid', `"${value}" is not an ISBN: its check digit does not fit`);
    return { scheme: 'isbn', value: isbn };
  }
  if (scheme !== 'asin') return { scheme, value };
  const asin = parseAsin(value);
  if (asin === undefined)
    throw new DomainError('request.invalid', `"${value}" is not an ASIN: it has ten letters and digits`);
  return asin;
}

function distinct(identifiers: Identifier[]): Identifier[] {
  return [...new Map(identifiers.map((one) => [`${one.scheme} ${one.value}`, one])).values()];
}
