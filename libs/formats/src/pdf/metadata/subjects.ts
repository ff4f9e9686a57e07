import { foldText } from '@octavo/domain';
import { plainText } from '../../text/plain-text.js';
import { isbnsIn } from '../isbn-in-text.js';
import type { PdfMetadata } from './pdf-metadata.js';

const MAX_SUBJECTS = 100;

/** Subjects and keywords of the XMP, else the keywords of the information dictionary, each once. */
export function subjectsOf(metadata: PdfMetadata): string[] {
  const xmp = tags([...metadata.texts('dc', 'subject'), ...metadata.texts('pdf', 'keywords')]);
  return xmp.length > 0 ? xmp : tags([metadata.info.get('keywords') ?? '']);
}

/** Lists are taken apart; a number among the keywords is an identifier, no subject. */
function tags(texts: readonly string[]): string[] {
  const subjects = new Map<string, string>();
  for (const part of texts.flatMap((text) => text.split(text.includes(';') ? ';' : ','))) {
    const subject = plainText(part);
    const key = foldText(subject);
    const isNumber = /^(?:isbn|doi)\b/i.test(subject) || isbnsIn(subject).length > 0;
    if (key !== '' && !isNumber && !subjects.has(key)) subjects.set(key, subject);
  }
  return [...subjects.values()].slice(0, MAX_SUBJECTS);
}
