import type { BookFile } from '@octavo/contracts';
import { mediumOf } from '@octavo/domain';
import { inBytes } from '../../ui/sizes.js';

/** What became of a file's KEPUB, in a sentence; undefined where there is nothing to say. */
export function kepubWords({ kepub, format }: Pick<BookFile, 'kepub' | 'format'>): string | undefined {
  // That a recording becomes no KEPUB goes without saying.
  if (mediumOf(format) === 'audiobook') return undefined;
  const { state, reason, size } = kepub;
  const because = reason === null ? '' : `: ${reason}`;
  switch (state) {
    case 'READY':
      return size === null ? 'Ready for Kobo' : `Ready for Kobo (${inBytes(size)})`;
    case 'PENDING':
      return 'Being made';
    case 'FAILED':
      return `Could not be made${because}`;
    case 'NONE':
      if (reason !== null) return `None${because}`;
      return format === 'kepub' ? undefined : 'None asked for';
  }
}
