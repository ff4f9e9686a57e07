import type { Reading, ReadingChange } from '@octavo/contracts';
import type { KeptPlace, KeptReading, KeptReadingChange } from '@octavo/database';
import { readingToPush } from '@octavo/domain';

interface KnownReading {
  reading: KeptReading | undefined;
  places: KeptPlace[];
  history: KeptReadingChange[];
  /** The checksum of the file devices get now. */
  content: string | undefined;
}

/** A reading as the API shows it. */
export function presentReading({ reading, places, history, content }: KnownReading): Reading {
  const location = reading && content ? readingToPush(reading, places, content).bookmark?.location : undefined;
  const percent = reading?.status?.status === 'Finished' ? 100 : (reading?.bookmark?.progressPercent ?? null);
  return {
    status: reading?.status?.status ?? 'ReadyToRead',
    percent,
    location: location ? { source: location.source, value: location.value } : null,
    timesStarted: reading?.status?.timesStartedReading ?? 0,
    minutesSpent: reading?.statistics?.spentReadingMinutes ?? null,
    minutesLeft: reading?.statistics?.remainingTimeMinutes ?? null,
    updatedAt: reading?.updatedAt.toISOString() ?? null,
    history: history.map(presentChange),
  };
}

function presentChange({ id, at, deviceName, bookmark, status }: KeptReadingChange): ReadingChange {
  return {
    id,
    at: at.toISOString(),
    by: deviceName,
    status: status?.status ?? null,
    percent: bookmark?.progressPercent ?? null,
    hasLocation: bookmark?.location !== undefined,
  };
}
