import type { SyncTally } from '@octavo/contracts';
import { counted } from '../libraries/library-words.js';

/** What a sync leaves to the next ones, in sentences. */
export function leftForLater({ missed, settling }: Pick<SyncTally, 'missed' | 'settling'>): string[] {
  const words: string[] = [];
  if (missed === 1) words.push('1 file was not found. It is marked missing if the next sync does not find it either.');
  if (missed > 1)
    words.push(
      `${counted(missed, 'file')} were not found. They are marked missing if the next sync does not find them either.`,
    );
  if (settling === 1) words.push('1 file is still being written, and is taken in once it is whole.');
  if (settling > 1) words.push(`${counted(settling, 'file')} are still being written, and are taken in once whole.`);
  return words;
}

/** What listing a server took and came across: "34 folders, 40 requests, 56 other files". */
export function tallyWords({ folders, prunedFolders, requests, ignored, rejected }: SyncTally): string {
  const parts = [
    counted(folders, 'folder'),
    prunedFolders > 0 ? `${counted(prunedFolders, 'folder')} left out as nothing changed in them` : '',
    counted(requests, 'request'),
    ignored > 0 ? counted(ignored, 'other file') : '',
    rejected > 0 ? `${rejected.toLocaleString('en-GB')} that led out of the library` : '',
  ];
  return parts.filter((words) => words !== '').join(', ');
}
