import type { BookDetail, Change, SourceList } from '@octavo/contracts';

type Known = Pick<BookDetail, 'provenance'>;

/**
 * How many pages a book is kept to have. A book does not tell so itself; but the last change of it does, and before the first
 * change it is what the source says that it comes from. Null where that is not known.
 */
export function pageCountOf(
  { provenance }: Known,
  changes: readonly Change[],
  sources: SourceList['items'],
): number | null {
  const last = changes.find(({ field }) => field === 'pageCount');
  if (last) return asCount(last.after);
  const origin = provenance['pageCount'];
  if (!origin) return null;
  const said = sources.find(({ source, values }) => source === origin.source && 'pageCount' in values);
  return asCount(said?.values['pageCount']);
}

const asCount = (value: unknown) => (typeof value === 'number' ? value : null);
