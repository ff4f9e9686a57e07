import type { FormOfBook, SuggestedForm } from '@octavo/contracts';
import { playingTimeWords } from '../books/playing-time.js';
import { reasonWords } from '../finds/find-words.js';

type Form = Pick<FormOfBook, 'medium' | 'durationSec' | 'narrators' | 'heardPercent' | 'isFinished' | 'missing'>;

const MEDIUM_WORDS: Record<FormOfBook['medium'], string> = { audiobook: 'audiobook', ebook: 'book' };

/** "Audiobook", "Book". */
export function mediumWord(medium: FormOfBook['medium']): string {
  return medium === 'audiobook' ? 'Audiobook' : 'Book';
}

/** What it means to have another form: "You also have the audiobook", "You also have another recording". */
export function alsoWords(own: FormOfBook['medium'] | undefined, { medium }: Pick<FormOfBook, 'medium'>): string {
  if (own !== medium) return medium === 'audiobook' ? 'You also have the audiobook' : 'You also have it to read';
  return medium === 'audiobook' ? 'You also have another recording' : 'You also have another edition';
}

/** What is worth knowing of a form: "11 h 20 min, read by A. Reader, 41 % heard"; undefined for nothing. */
export function formFacts({ medium, durationSec, narrators, heardPercent, isFinished, missing }: Form) {
  const heard = medium === 'audiobook' ? heardWords({ heardPercent, isFinished }) : undefined;
  const parts = [
    durationSec === null || durationSec <= 0 ? '' : playingTimeWords(durationSec),
    narrators.length === 0 ? '' : `read by ${listed(narrators)}`,
    heard ?? '',
    missing ? `the ${MEDIUM_WORDS[medium]}’s files are missing at the moment` : '',
  ].filter((words) => words !== '');
  return parts.length === 0 ? undefined : parts.join(', ');
}

/** "41 % heard", never broken before the sign; "heard to the end"; undefined where nobody has begun. */
export function heardWords({
  heardPercent,
  isFinished,
}: Pick<FormOfBook, 'heardPercent' | 'isFinished'>): string | undefined {
  if (isFinished) return 'heard to the end';
  const percent = Math.floor(heardPercent ?? 0);
  return percent > 0 ? `${percent}\u00A0% heard` : undefined;
}

/** What speaks for two books being one work: "nearly the same title, the same author". */
export const reasonsWords = ({ reasons }: Pick<SuggestedForm, 'reasons'>): string =>
  reasons.map(reasonWords).join(', ');

const MOST_NAMES = 3;

/** A few names in full; of many the first and how many there are besides. */
function listed(names: readonly string[]): string {
  if (names.length <= MOST_NAMES) return names.join(', ');
  return `${names.slice(0, MOST_NAMES).join(', ')} and ${names.length - MOST_NAMES} more`;
}
