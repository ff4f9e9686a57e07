import type { BookFile } from '@octavo/contracts';
import { mediumOf } from '@octavo/domain';
import { inBytes } from '../../ui/sizes.js';

/** What became of a file's KEPUB, in a sentence; undefined where there is nothing to say. */
export function kepubWords({ kepub, format }: Pick<BookFile, 'kepub' | 'format'>): string | undefined {
  // That a recording becomes no KEPUB goes without saying.
  if (mediumOf(format) === 'audiobook') return undefined;
  const { state, reason, size, remark } = kepub;
  const because = reason === null ? '' : `: ${reason}`;
  switch (state) {
    case 'READY':
      return sentences(size === null ? 'Ready for Kobo' : `Ready for Kobo (${inBytes(size)})`, reason, remark);
    case 'PENDING':
      return 'Being made';
    case 'FAILED':
      return sentences(`Could not be made${because}`, format === 'epub' ? 'A Kobo gets the EPUB as it is' : null);
    case 'NONE':
      if (reason !== null) return `None${because}`;
      return format === 'kepub' ? undefined : 'None asked for';
  }
}

/** One stands without a full stop, several with one each. */
function sentences(first: string, ...others: (string | null)[]): string {
  const more = others.filter((other) => other !== null);
  if (more.length === 0) return first;
  return [first, ...more].map((sentence) => `${sentence.replace(/\.$/, '')}.`).join(' ');
}
