export { compareItems, etagForm, type ItemDifference } from './compare-items.js';
export { findMoves, type Move } from './find-moves.js';
export { learnPruning, mayPrune, NOTHING_LEARNED, type FullWalk, type PruningState } from './learn-pruning.js';
export { nextSyncAfter, type EndOfSync } from './next-sync.js';
export type { ItemFacts, RemoteItem } from './remote-item.js';
export { mayBeGone, type FolderSeen } from './where-seen.js';
export { acceptByPatience, whyDoubt, type Doubt, type DoubtGuard, type SyncCensus } from './why-doubt.js';
