import type { ReadingStatus } from '@octavo/domain';

/** One user's reading of one book, in the three parts that devices write and date separately. */
export interface KoboReadingState extends KoboReadingParts {
  entitlementId: string;
  createdAt: Date;
}

export interface KoboReadingParts {
  bookmark?: KoboBookmark;
  statistics?: KoboStatistics;
  status?: KoboStatus;
}

export interface KoboBookmark {
  modifiedAt: Date;
  /** 0 to 100, of the whole book. */
  progressPercent?: number;
  /** 0 to 100, of the content document the location names. */
  contentSourceProgressPercent?: number;
  /** Only good for the file it was made in. A device does not move without one. */
  location?: { value: string; type: string; source: string };
}

export interface KoboStatistics {
  modifiedAt: Date;
  /** A running total of one device. */
  spentReadingMinutes?: number;
  remainingTimeMinutes?: number;
}

export interface KoboStatus {
  modifiedAt: Date;
  status: ReadingStatus;
  timesStartedReading?: number;
  lastTimeStartedReading?: Date;
  lastTimeFinished?: Date;
}
