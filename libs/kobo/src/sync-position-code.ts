import { settledAt, isSettled, type SyncPosition } from '@octavo/domain';

const NUMBER = /^(?:0|[1-9a-z][0-9a-z]{0,10})$/;

/** A position as a short word: the letter of its phase and its numbers in base 36, joined by dashes. */
export function encodePosition(position: SyncPosition): string {
  const numbers = (...values: number[]) => values.map((value) => value.toString(36)).join('-');
  if (isSettled(position)) return `e${numbers(position.since)}`;
  if (position.phase === 'removals') return `r${numbers(position.since, position.at)}`;
  if (position.phase === 'books') return `b${numbers(position.since, position.removals, position.at)}`;
  return `s${numbers(position.since, position.books, position.at)}`;
}

/** The position a word stands for; undefined for any other text, and where its numbers contradict each other. */
export function decodePosition(word: string): SyncPosition | undefined {
  const parts = word.slice(1).split('-');
  if (!parts.every((part) => NUMBER.test(part))) return undefined;
  const [since = -1, second = -1, at = -1] = parts.map((part) => Number.parseInt(part, 36));
  const sound = [since, second, at].every(Number.isSafeInteger) && [second, at].every((n) => n === -1 || n >= since);
  return sound ? POSITIONS[`${word[0]}${parts.length}`]?.(since, second, at) : undefined;
}

const POSITIONS: Readonly<Record<string, (since: number, second: number, at: number) => SyncPosition>> = {
  e1: (since) => settledAt(since),
  r2: (since, at) => ({ phase: 'removals', since, at }),
  b3: (since, removals, at) => ({ phase: 'books', since, removals, at }),
  s3: (since, books, at) => ({ phase: 'shelves', since, books, at }),
};
