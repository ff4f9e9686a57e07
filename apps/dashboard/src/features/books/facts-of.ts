import type { Book } from '@octavo/contracts';
import { dateOf } from '../../ui/dates.js';
import { playingTimeOf, playingTimeWords } from './playing-time.js';

const languages = new Intl.DisplayNames('en-GB', { type: 'language' });

const SCHEME_WORDS: Record<string, string> = { isbn: 'ISBN', asin: 'ASIN', uuid: 'UUID', doi: 'DOI', uri: 'Address' };

export interface Fact {
  name: string;
  value: string;
}

type Described = Pick<Book, 'publisher' | 'publishedDate' | 'language' | 'identifiers' | 'abridged' | 'files'>;

/** What is known about the published form, in reading order; what is not known is left out. */
export function factsOf({ publisher, publishedDate, language, identifiers, abridged, files }: Described): Fact[] {
  const playingTime = playingTimeOf(files);
  const facts = [
    { name: 'Publisher', value: publisher },
    { name: 'Published', value: publishedDate === null ? null : dateOf(publishedDate) },
    { name: 'Language', value: language === null ? null : languageName(language) },
    { name: 'Length', value: playingTime === undefined ? null : playingTimeWords(playingTime) },
    { name: 'Reading', value: abridged === null ? null : abridged ? 'Abridged' : 'Unabridged' },
    ...identifiers.map(({ scheme, value }) => ({ name: SCHEME_WORDS[scheme.toLowerCase()] ?? scheme, value })),
  ];
  return facts.filter((fact): fact is Fact => fact.value !== null);
}

/** A BCP 47 tag in words; one that is none is shown as it is. */
function languageName(tag: string): string {
  try {
    return languages.of(tag) ?? tag;
  } catch (error) {
    if (error instanceof RangeError) return tag;
    throw error;
  }
}
