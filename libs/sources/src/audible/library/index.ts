export { runDelta, type DeltaOptions, type DeltaOutcome } from './delta.js';
export * from './items/index.js';
export {
  absorb,
  beginLadder,
  mayMarkAbsent,
  nextStep,
  pageSeen,
  stepFailed,
  type KeptBefore,
  type LadderEnd,
  type LadderOptions,
  type LadderPhase,
  type LadderReason,
  type LadderState,
  type LadderStep,
  type PageOrder,
  type PageSeen,
  type StepFailure,
} from './ladder/index.js';
export { readPositions, type AudiblePosition } from './positions.js';
export { probeLibrary, type LibraryProbe } from './probe.js';
export { LEAST_PAGE, LARGEST_PAGE, PROGRESS_GROUPS, RECOMMENDED_GROUPS, SEED_GROUPS } from './query.js';
export { readPage, type LibraryPage, type RawRow } from './read-page.js';
export { runLadder, type LadderRun, type PageCounts, type RunLadderOptions } from './run-ladder.js';
export { readProducts, readSeriesVolumes, type SeriesVolume } from './series-volumes.js';
export { readSingleItem, refetchHollow, type RefetchOptions, type SingleItem } from './single-item.js';
