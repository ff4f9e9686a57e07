import type { FormRow } from '@octavo/database';
import { type BookForm, type Format, mediumOfBook, type Role } from '@octavo/domain';

/** A book as it is compared with others. What was bought tells how long it plays where no file does. */
export function formOfBook(row: FormRow): BookForm {
  const { id, title, subtitle, language, pageCount, abridged, publisher } = row;
  const year = Number(/^\d{4}/.exec(row.publishedDate ?? '')?.[0]);
  const durationSec = durationOf(row);
  return {
    ...{ id, title },
    medium: mediumOfBook({
      formats: row.files.map(({ format }) => format as Format),
      isBought: row.purchases.length > 0,
    }),
    contributors: row.contributions.map(({ contributor, role }) => ({ name: contributor.name, role: role as Role })),
    series: row.series.map(({ series, number }) => ({ name: series.name, ...(number !== null && { number }) })),
    identifiers: row.identifiers.map(({ scheme, value }) => ({ scheme, value })),
    ...(subtitle !== null && { subtitle }),
    ...(language !== null && { language }),
    ...(pageCount !== null && { pageCount }),
    ...(abridged !== null && { abridged }),
    ...(publisher !== null && { publisher }),
    ...(year > 0 && { publishedYear: year }),
    ...(durationSec > 0 && { durationSec }),
  };
}

function durationOf({ files, purchases }: FormRow): number {
  const played = files.reduce((sum, { durationSec }) => sum + (durationSec ?? 0), 0);
  return played > 0 ? played : Math.max(0, ...purchases.map(({ runtimeMin }) => runtimeMin ?? 0)) * 60;
}
