import type { BookFile } from '@octavo/contracts';
import { mediumOf } from '@octavo/domain';

type Played = Pick<BookFile, 'format' | 'missing' | 'durationSec'>;

/**
 * How long a book plays, in seconds: the parts of one format together, of the longest where it lies there in several.
 * Undefined where it is no audiobook, or where the length of a part is not known.
 */
export function playingTimeOf(files: readonly Played[]): number | undefined {
  const audio = files.filter(({ format }) => mediumOf(format) === 'audiobook');
  const present = audio.filter(({ missing }) => !missing);
  const byFormat = Map.groupBy(present.length > 0 ? present : audio, ({ format }) => format);
  const lengths = [...byFormat.values()].flatMap((parts) => {
    const known = parts.flatMap(({ durationSec }) => durationSec ?? []);
    return known.length === parts.length ? [known.reduce((sum, length) => sum + length, 0)] : [];
  });
  return lengths.length === 0 ? undefined : Math.max(...lengths);
}

const MINUTE = 60;
const HOUR = 3_600;

/** Seconds as one plans an evening by them: "11 h 23 min", "45 min", "40 s". */
export function playingTimeWords(seconds: number): string {
  if (Math.round(seconds) < MINUTE) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / MINUTE);
  if (minutes < 60) return `${minutes} min`;
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** A place within a recording as players show it: "1:02:05", "4:07". */
export function clockWords(seconds: number): string {
  const whole = Math.floor(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / HOUR), Math.floor(whole / MINUTE) % 60, whole % 60];
  const padded = (part: number) => String(part).padStart(2, '0');
  return hours > 0 ? `${hours}:${padded(minutes)}:${padded(rest)}` : `${minutes}:${padded(rest)}`;
}
