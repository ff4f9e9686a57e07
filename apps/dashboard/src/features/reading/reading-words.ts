import type { Reading, ReadingChange } from '@octavo/contracts';
import type { ReadingStatus } from '@octavo/domain';
import { playingTimeWords } from '../books/playing-time.js';

const STATUS_WORDS: Record<ReadingStatus, string> = {
  ReadyToRead: 'Unread',
  Reading: 'Reading',
  Finished: 'Finished',
};

export const statusWord = (status: ReadingStatus): string => STATUS_WORDS[status];

/** As a choice of three wants it. */
export const STATUS_CHOICES = Object.entries(STATUS_WORDS).map(([value, label]) => ({ value, label }));

export const isReadingStatus = (text: string): text is ReadingStatus => text in STATUS_WORDS;

/** "2 h 5 min read, about 45 min left"; undefined where neither is known. */
export function paceWords({ minutesSpent, minutesLeft }: Pick<Reading, 'minutesSpent' | 'minutesLeft'>) {
  const parts = [
    minutesSpent === null || minutesSpent === 0 ? [] : `${playingTimeWords(minutesSpent * 60)} read`,
    minutesLeft === null || minutesLeft === 0 ? [] : `about ${playingTimeWords(minutesLeft * 60)} left`,
  ].flat();
  return parts.length === 0 ? undefined : parts.join(', ');
}

/** Who said so: a device's name, or this dashboard. */
export const byWords = ({ by }: Pick<ReadingChange, 'by'>): string => (by === null ? 'in a browser' : `on ${by}`);

/** What a change of the reading said: "Reading, 34 %"; only what it spoke of. */
export function changeWords({ status, percent }: Pick<ReadingChange, 'status' | 'percent'>): string {
  const parts = [status === null ? [] : statusWord(status), percent === null ? [] : `${percent} %`].flat();
  return parts.length === 0 ? 'A little further' : parts.join(', ');
}

/** Whether going back to a change would move anything. */
export const canReturnTo = ({ status, percent, hasLocation }: ReadingChange): boolean =>
  status !== null || percent !== null || hasLocation;

/** A percentage as it was typed; undefined for what is none. */
export function percentOf(text: string): number | undefined {
  const typed = text.trim().replace(/\s*%$/, '').replace(',', '.');
  const percent = Number(typed);
  return typed !== '' && percent >= 0 && percent <= 100 ? Math.round(percent) : undefined;
}
