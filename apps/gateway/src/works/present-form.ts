import type { FormOfBook } from '@octavo/contracts';
import type { FormRow } from '@octavo/database';
import { type Format, mediumOfBook } from '@octavo/domain';

/** A book as one of several forms of a work, for a user: how far they heard it, if they bought it. */
export function presentForm(row: FormRow, userId: string): FormOfBook {
  const { id, title, language, coverId, files, purchases, contributions } = row;
  const named = (role: string) =>
    contributions.filter((one) => one.role === role).map(({ contributor }) => contributor.name);
  const own = purchases.filter(({ store }) => store.account.userId === userId);
  const heard = own.flatMap(({ heardPercent }) => heardPercent ?? []);
  return {
    bookId: id,
    medium: mediumOfBook({ formats: files.map(({ format }) => format as Format), isBought: purchases.length > 0 }),
    ...{ title, language, authors: named('author'), narrators: named('narrator') },
    coverUrl: coverId ? `/api/books/${id}/cover?v=${coverId}` : null,
    durationSec: durationOf(row),
    heardPercent: heard.length > 0 ? Math.max(...heard) : null,
    isFinished: own.some(({ isFinished }) => isFinished === true),
    missing: row.missingSince !== null,
  };
}

/** Of all its files, else as the shop says. */
function durationOf({ files, purchases }: FormRow): number | null {
  const parts = files.flatMap(({ durationSec }) => durationSec ?? []);
  if (parts.length > 0) return parts.reduce((sum, sec) => sum + sec, 0);
  const minutes = purchases.flatMap(({ runtimeMin }) => runtimeMin ?? []);
  return minutes.length > 0 ? Math.max(...minutes) * 60 : null;
}
