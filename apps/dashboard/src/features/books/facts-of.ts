import type { Book } from '@octavo/contracts';
import { dateOf } from '../../ui/dates.js';
import { languageName } from './language-name.js';
import { playingTimeOf, playingTimeWords } from './playing-time.js';
import { schemeWord } from './scheme-word.js';

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
    ...identifiers.map(({ scheme, value }) => ({ name: schemeWord(scheme), value })),
  ];
  return facts.filter((fact): fact is Fact => fact.value !== null);
}
