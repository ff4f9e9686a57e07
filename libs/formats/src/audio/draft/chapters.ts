import type { Chapter } from '@octavo/domain';
import { plainText } from '../../text/plain-text.js';

const MAX_CHAPTERS = 2000;

/**
 * Chapters in order, within the file, one for each start. A file without any that is itself a chapter of its book is
 * given as one. A title that is not known is empty; players count them.
 */
export function chaptersFrom(
  written: readonly Chapter[],
  durationSec: number | undefined,
  trackTitle: string | undefined,
): { chapters?: Chapter[]; warning?: string } {
  const end = durationSec ?? Infinity;
  const valid = written.filter(({ startSec }) => startSec >= 0 && startSec < end);
  const lost = written.length - valid.length;
  const sorted = valid
    .map(({ title, startSec }) => ({ title: plainText(title), startSec: Math.round(startSec * 1000) / 1000 }))
    .sort((a, b) => a.startSec - b.startSec)
    .filter(({ startSec }, at, all) => startSec !== all[at - 1]?.startSec)
    .slice(0, MAX_CHAPTERS);
  const chapters = sorted.length > 0 || trackTitle === undefined ? sorted : [{ title: trackTitle, startSec: 0 }];
  return {
    ...(chapters.length > 0 && { chapters }),
    ...(lost > 0 && { warning: `Left out ${lost} chapters that begin outside the file.` }),
  };
}
