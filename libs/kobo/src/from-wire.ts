import { DomainError } from '@octavo/domain';
import type { KoboBookmark, KoboReadingParts, KoboStatistics, KoboStatus } from './kobo-reading-state.js';
import { readWireDate } from './wire-dates.js';
import { StateUpdate, StateUpdateBody } from './wire/state-update.js';

/** What a device says of one book. A part is absent where the device sent none, or nothing usable. */
export interface ReadStateUpdate extends KoboReadingParts {
  entitlementId: string;
}

/** Device clocks are often wrong, some by years; a time from the future would win over every later one. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;
/** Before there were any devices: a clock that lost its battery. Its times would lose against every other. */
const FIRST_KOBO = Date.UTC(2010, 0, 1);
const MOST = 2 ** 31 - 1;
/** A device tells one at a time. */
const MOST_STATES = 200;

/**
 * The body of PUT v1/library/{id}/state. Parts that cannot be used are left out rather than refused, because a device
 * repeats a refused update before every sync. `receivedAt` stands in for missing times and bounds those in the future.
 * Throws 'request.invalid' only where there is no list of states at all; of one without end the beginning is read.
 */
export function readStateUpdate(body: unknown, receivedAt: Date): ReadStateUpdate[] {
  const parsed = StateUpdateBody.safeParse(body);
  if (!parsed.success) throw new DomainError('request.invalid', 'The body has no list of reading states');
  return parsed.data.ReadingStates.slice(0, MOST_STATES).flatMap((element) => {
    const update = StateUpdate.safeParse(element);
    return update.success ? [stateUpdate(update.data, receivedAt)] : [];
  });
}

function stateUpdate(update: StateUpdate, receivedAt: Date): ReadStateUpdate {
  const at = (text: string | undefined) => modifiedAt(text ?? update.LastModified, receivedAt);
  const status = statusOf(update.StatusInfo, at);
  const bookmark = status?.status === 'Finished' ? endOfBook(update, at) : bookmarkOf(update.CurrentBookmark, at);
  const statistics = statisticsOf(update.Statistics, at);
  return {
    entitlementId: update.EntitlementId,
    ...(bookmark && { bookmark }),
    ...(statistics && { statistics }),
    ...(status && { status }),
  };
}

type At = (text: string | undefined) => Date;

/** With Finished some firmware sends the first page as the location and a percentage that means nothing. */
function endOfBook(update: StateUpdate, at: At): KoboBookmark {
  const written = update.CurrentBookmark?.LastModified ?? update.StatusInfo?.LastModified;
  return { modifiedAt: at(written), progressPercent: 100 };
}

function bookmarkOf(bookmark: StateUpdate['CurrentBookmark'], at: At): KoboBookmark | undefined {
  const { ProgressPercent, ContentSourceProgressPercent, Location } = bookmark ?? {};
  if (ProgressPercent === undefined && ContentSourceProgressPercent === undefined && !Location) return undefined;
  return {
    modifiedAt: at(bookmark?.LastModified),
    ...(ProgressPercent !== undefined && { progressPercent: whole(ProgressPercent, 100) }),
    ...(ContentSourceProgressPercent !== undefined && {
      contentSourceProgressPercent: whole(ContentSourceProgressPercent, 100),
    }),
    ...(Location && { location: { value: Location.Value, type: Location.Type, source: Location.Source } }),
  };
}

function statisticsOf(statistics: StateUpdate['Statistics'], at: At): KoboStatistics | undefined {
  const { SpentReadingMinutes, RemainingTimeMinutes } = statistics ?? {};
  if (SpentReadingMinutes === undefined && RemainingTimeMinutes === undefined) return undefined;
  return {
    modifiedAt: at(statistics?.LastModified),
    ...(SpentReadingMinutes !== undefined && { spentReadingMinutes: whole(SpentReadingMinutes, MOST) }),
    ...(RemainingTimeMinutes !== undefined && { remainingTimeMinutes: whole(RemainingTimeMinutes, MOST) }),
  };
}

function statusOf(info: StateUpdate['StatusInfo'], at: At): KoboStatus | undefined {
  if (info?.Status === undefined) return undefined;
  const started = readWireDate(info.LastTimeStartedReading);
  const finished = readWireDate(info.LastTimeFinished);
  return {
    modifiedAt: at(info.LastModified),
    status: info.Status,
    ...(info.TimesStartedReading !== undefined && { timesStartedReading: whole(info.TimesStartedReading, MOST) }),
    ...(started && { lastTimeStartedReading: started }),
    ...(finished && { lastTimeFinished: finished }),
  };
}

function modifiedAt(text: string | undefined, receivedAt: Date): Date {
  const said = readWireDate(text);
  const latest = receivedAt.getTime() + CLOCK_TOLERANCE_MS;
  return said && said.getTime() >= FIRST_KOBO ? new Date(Math.min(said.getTime(), latest)) : receivedAt;
}

const whole = (value: number, most: number) => Math.min(most, Math.max(0, Math.round(value)));
