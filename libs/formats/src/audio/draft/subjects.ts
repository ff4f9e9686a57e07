import { foldText } from '@octavo/domain';
import { plainText } from '../../text/plain-text.js';
import type { Tags } from '../tags.js';
import { TAG_NAMES } from './tag-names.js';

const MAX_SUBJECTS = 100;
/** They name the medium, which is known, or nothing. */
const NO_SUBJECT = new Set([
  'audiobook',
  'audiobooks',
  'audio book',
  'audio books',
  'horbuch',
  'livre audio',
  'speech',
  'spoken word',
  'podcast',
  'general',
  'other',
  'unknown',
]);
/** The numbers ID3v1 has for genres are of styles of music, these apart. */
const BY_NUMBER = new Map([
  ['57', 'Comedy'],
  ['100', 'Humour'],
  ['184', 'Audio Theatre'],
]);

/** Genres in order, each once. Lists are taken apart; numbers, as in "(101)Speech", are names only where we know them. */
export function subjectsFrom(tags: Tags): string[] {
  const subjects = new Map<string, string>();
  for (const part of tags
    .all(TAG_NAMES.genre)
    .flatMap((text) => text.split(/[/;\\]/))
    .flatMap(withoutNumbers)) {
    const subject = plainText(part);
    const key = foldText(subject);
    if (key !== '' && !NO_SUBJECT.has(key) && !subjects.has(key)) subjects.set(key, subject);
  }
  return [...subjects.values()].slice(0, MAX_SUBJECTS);
}

/** "(57)(4)Satire" -> "Comedy", "Satire"; "57" -> "Comedy". */
function withoutNumbers(text: string): string[] {
  const [, numbers = '', name = ''] = /^\s*((?:\(\d{1,3}\))*)(.*)$/s.exec(text) ?? [];
  const whole = /^\s*\d{1,3}\s*$/.test(name);
  const codes = whole ? [name.trim()] : (numbers.match(/\d+/g) ?? []);
  return [...codes.flatMap((code) => BY_NUMBER.get(code) ?? []), ...(whole ? [] : [name])];
}
