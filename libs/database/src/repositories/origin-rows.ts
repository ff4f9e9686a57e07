import type { MetadataSource, Origin, Origins } from '@octavo/domain';

/** The field under which the origin of a cover is kept; it is no part of the metadata. */
export const COVER = 'cover';

interface OriginRow {
  field: string;
  source: string;
  provider: string | null;
  locked: boolean;
}

export function originFrom({ source, provider, locked }: OriginRow): Origin {
  return {
    source: source as MetadataSource,
    ...(provider !== null && { provider }),
    ...(locked && { locked }),
  };
}

/** Of all parts but the cover. */
export function originsFrom(rows: readonly OriginRow[]): Origins {
  const parts = rows.filter(({ field }) => field !== COVER);
  return Object.fromEntries(parts.map((row) => [row.field, originFrom(row)]));
}

export function originRow(bookId: string, field: string, { source, provider, locked }: Origin) {
  return { bookId, field, source, provider: provider ?? null, locked: locked ?? false };
}
