import type { FileSays } from './kept.js';

/**
 * What a file that we wrote into says of its book: what it said by itself before that, so that our own words never come
 * back to us as the file's. What lies beside it and what it is called are as they are found now.
 */
export function ownWord(before: FileSays, now: FileSays): FileSays {
  const { sortTitle, cover } = before;
  const own = before.statements.filter(({ source }) => source === 'file');
  const beside = now.statements.filter(({ source }) => source !== 'file');
  const at = beside.findIndex(({ source }) => source === 'filepath');
  const kept = now.cover?.source === 'sidecar' ? now.cover : cover?.source === 'file' ? cover : undefined;
  return {
    statements: at < 0 ? [...beside, ...own] : beside.toSpliced(at, 0, ...own),
    ...(sortTitle !== undefined && { sortTitle }),
    ...(kept && { cover: kept }),
  };
}
