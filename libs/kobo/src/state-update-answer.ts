import { wireDate } from './wire-dates.js';
import type { StateUpdateAnswer } from './wire/reading-state.js';

/** What became of one book's update: which of its parts were taken, and when the kept state last changed. */
export interface StateUpdateResult {
  entitlementId: string;
  bookmark: boolean;
  statistics: boolean;
  status: boolean;
  lastModified: Date;
}

/**
 * The answer to PUT v1/library/{id}/state: always a success as a whole, with "Ignored" for the parts that were not
 * taken. Also right for a book nobody knows (all parts taken), since anything else is repeated for ever.
 */
export function stateUpdateAnswer(results: readonly StateUpdateResult[]): StateUpdateAnswer {
  return {
    RequestResult: 'Success',
    UpdateResults: results.map((result) => ({
      EntitlementId: result.entitlementId,
      CurrentBookmarkResult: outcome(result.bookmark),
      StatisticsResult: outcome(result.statistics),
      StatusInfoResult: outcome(result.status),
      LastModified: wireDate(result.lastModified),
      PriorityTimestamp: wireDate(result.lastModified),
    })),
  };
}

const outcome = (taken: boolean) => ({ Result: taken ? ('Success' as const) : ('Ignored' as const) });
