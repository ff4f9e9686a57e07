/** What a user says of a book, in the words of the Kobo wire. */
export const READING_STATUSES = ['ReadyToRead', 'Reading', 'Finished'] as const;
export type ReadingStatus = (typeof READING_STATUSES)[number];

/** A part of a reading state: whoever wrote it dated it. */
interface Dated {
  modifiedAt: Date;
}

export interface Bookmark extends Dated {
  /** 0 to 100, of the whole book. */
  progressPercent?: number;
  /** 0 to 100, of the content document the location names. */
  contentSourceProgressPercent?: number;
  /** Only good for the file it was made in: `content` is the checksum of that file, where it is known. */
  location?: { value: string; type: string; source: string; content?: string };
}

export interface ReadingStatistics extends Dated {
  spentReadingMinutes?: number;
  remainingTimeMinutes?: number;
}

export interface ReadingProgress extends Dated {
  status: ReadingStatus;
  timesStartedReading?: number;
  lastTimeStartedReading?: Date;
  lastTimeFinished?: Date;
}

/** One user's reading of one book; each part may be unknown. */
export interface ReadingParts {
  bookmark?: Bookmark;
  statistics?: ReadingStatistics;
  status?: ReadingProgress;
}

export interface ReadingMerge {
  merged: ReadingParts;
  /** Which parts of the update were taken. */
  taken: { bookmark: boolean; statistics: boolean; status: boolean };
}

/**
 * Takes a device's update into what is kept: part by part, the later one wins and on a tie the device. A part the
 * update does not have stays as it is.
 */
export function mergeReading(kept: ReadingParts, update: ReadingParts): ReadingMerge {
  const taken = {
    bookmark: isNewer(kept.bookmark, update.bookmark),
    statistics: isNewer(kept.statistics, update.statistics),
    status: isNewer(kept.status, update.status),
  };
  const merged: ReadingParts = { ...kept };
  // A bookmark without a location says how far, not where: the place that is known stays.
  if (taken.bookmark) merged.bookmark = { ...onlyPlace(kept.bookmark), ...update.bookmark! };
  if (taken.statistics) merged.statistics = update.statistics!;
  if (taken.status) merged.status = started(kept.status, update.status!);
  return { merged, taken };
}

function isNewer(kept: Dated | undefined, update: Dated | undefined): boolean {
  return update !== undefined && (kept === undefined || update.modifiedAt >= kept.modifiedAt);
}

function onlyPlace(bookmark: Bookmark | undefined): Partial<Bookmark> {
  return bookmark?.location ? { location: bookmark.location } : {};
}

/** Each turn from not reading to reading is one more start, which devices do not always count themselves. */
function started(kept: ReadingProgress | undefined, update: ReadingProgress): ReadingProgress {
  const before = kept?.timesStartedReading ?? 0;
  const starts = update.status === 'Reading' && kept?.status !== 'Reading';
  const times = Math.max(update.timesStartedReading ?? 0, starts ? before + 1 : before);
  return {
    ...(kept?.lastTimeStartedReading && { lastTimeStartedReading: kept.lastTimeStartedReading }),
    ...(kept?.lastTimeFinished && { lastTimeFinished: kept.lastTimeFinished }),
    ...update,
    timesStartedReading: times,
    ...(starts && !update.lastTimeStartedReading ? { lastTimeStartedReading: update.modifiedAt } : {}),
  };
}
