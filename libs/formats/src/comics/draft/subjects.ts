import { foldText } from '@octavo/domain';
import { plainText } from '../../text/plain-text.js';
import type { ComicRecord } from '../record/comic-record.js';

const MAX_SUBJECTS = 100;

/** Genres, then tags, each once. */
export function subjectsOf({ subjects }: ComicRecord): string[] {
  const byKey = new Map<string, string>();
  for (const text of subjects.slice(0, MAX_SUBJECTS)) {
    for (const part of plainText(text).split(/[,;]/)) {
      const subject = part.trim();
      const key = foldText(subject);
      if (key !== '' && !byKey.has(key)) byKey.set(key, subject);
    }
  }
  return [...byKey.values()].slice(0, MAX_SUBJECTS);
}
