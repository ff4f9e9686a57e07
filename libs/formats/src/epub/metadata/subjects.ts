import { foldText } from '@octavo/domain';
import type { PackageMetadata } from './package-metadata.js';
import { plainText } from '../../text/plain-text.js';

const BISAC_CODE = /^[A-Z]{3}\d{6}$/;
const MAX_SUBJECTS = 100;

/** Subjects in order, each once. Lists in one element are taken apart; codes and BISAC's "General" are dropped. */
export function subjectsOf(metadata: PackageMetadata): string[] {
  const texts = metadata.fields('subject').map(({ text }) => plainText(text));
  const parts = texts.length === 1 ? commaList(texts[0] ?? '') : texts;
  const subjects = new Map<string, string>();
  for (const part of parts.flatMap((text) => text.split(';')).flatMap((text) => text.split(' / '))) {
    const subject = part.trim();
    const key = foldText(subject);
    if (key !== '' && key !== 'general' && !BISAC_CODE.test(subject) && !subjects.has(key)) subjects.set(key, subject);
  }
  return [...subjects.values()].slice(0, MAX_SUBJECTS);
}

/** "Fantasy, Dragons, War" in the only subject is a list; a long part makes it a sentence. */
function commaList(text: string): string[] {
  const parts = text.split(',');
  return parts.every((part) => part.trim().length <= 40) ? parts : [text];
}
