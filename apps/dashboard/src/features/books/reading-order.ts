import type { BookFile } from '@octavo/contracts';
import { formatRank } from '@octavo/domain';

const names = new Intl.Collator('en', { numeric: true });

/** Files as one looks for them: what is there before what is missing, the better format first, part 2 before part 10. */
export function inReadingOrder<File extends Pick<BookFile, 'format' | 'missing' | 'name'>>(files: readonly File[]): File[] {
  return files.toSorted(
    (a, b) =>
      Number(a.missing) - Number(b.missing) ||
      formatRank(a.format) - formatRank(b.format) ||
      a.format.localeCompare(b.format) ||
      names.compare(a.name, b.name),
  );
}
