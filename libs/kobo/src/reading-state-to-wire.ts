import type { KoboBookmark, KoboReadingState, KoboStatistics, KoboStatus } from './kobo-reading-state.js';
import { wireDate } from './wire-dates.js';
import type { ReadingState } from './wire/reading-state.js';

/** A reading state as GET v1/library/{id}/state (in an array of one) and the sync items carry it. */
export function readingState(state: KoboReadingState): ReadingState {
  const { createdAt, bookmark, statistics, status } = state;
  const parts = [bookmark, statistics, status].map((part) => part?.modifiedAt ?? createdAt);
  const newest = wireDate(new Date(Math.max(...parts.map((date) => date.getTime()))));
  return {
    EntitlementId: state.entitlementId,
    Created: wireDate(createdAt),
    LastModified: newest,
    PriorityTimestamp: newest,
    StatusInfo: statusInfo(status, createdAt),
    Statistics: statisticsOf(statistics, createdAt),
    CurrentBookmark: currentBookmark(bookmark, createdAt),
  };
}

/** The state of a book nobody opened: the three parts hold nothing but a time. */
export function emptyReadingState(entitlementId: string, at: Date): ReadingState {
  return readingState({ entitlementId, createdAt: at });
}

function statusInfo(status: KoboStatus | undefined, createdAt: Date): ReadingState['StatusInfo'] {
  if (!status) return { LastModified: wireDate(createdAt), Status: 'ReadyToRead', TimesStartedReading: 0 };
  return {
    LastModified: wireDate(status.modifiedAt),
    Status: status.status,
    ...(status.timesStartedReading !== undefined && { TimesStartedReading: count(status.timesStartedReading) }),
    ...(status.lastTimeStartedReading && { LastTimeStartedReading: wireDate(status.lastTimeStartedReading) }),
    ...(status.lastTimeFinished && { LastTimeFinished: wireDate(status.lastTimeFinished) }),
  };
}

function statisticsOf(statistics: KoboStatistics | undefined, createdAt: Date): ReadingState['Statistics'] {
  const spent = count(statistics?.spentReadingMinutes ?? 0);
  const remaining = count(statistics?.remainingTimeMinutes ?? 0);
  return {
    LastModified: wireDate(statistics?.modifiedAt ?? createdAt),
    // no minutes and unknown minutes are the same to a device
    ...(spent > 0 && { SpentReadingMinutes: spent }),
    ...(remaining > 0 && { RemainingTimeMinutes: remaining }),
  };
}

function currentBookmark(bookmark: KoboBookmark | undefined, createdAt: Date): ReadingState['CurrentBookmark'] {
  const { progressPercent, contentSourceProgressPercent, location } = bookmark ?? {};
  return {
    LastModified: wireDate(bookmark?.modifiedAt ?? createdAt),
    // 0 is a place like any other, and devices read whole numbers only
    ...(progressPercent !== undefined && { ProgressPercent: percent(progressPercent) }),
    ...(contentSourceProgressPercent !== undefined && {
      ContentSourceProgressPercent: percent(contentSourceProgressPercent),
    }),
    ...(location && { Location: { Value: location.value, Type: location.type, Source: location.source } }),
  };
}

const percent = (value: number) => Math.min(100, count(value));
const count = (value: number) => Math.max(0, Math.round(value));
