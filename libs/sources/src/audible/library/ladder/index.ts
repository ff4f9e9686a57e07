export { absorb } from './absorb.js';
export type { LadderEnd, LadderReason } from './ladder-end.js';
export {
  beginLadder,
  type LadderOptions,
  type LadderPhase,
  type LadderState,
  type LadderStep,
} from './ladder-state.js';
export { mayMarkAbsent, type KeptBefore } from './may-mark-absent.js';
export { nextStep } from './next-step.js';
export { pageSeen, type PageOrder, type PageSeen } from './page-seen.js';
export { stepFailed, type StepFailure } from './step-failed.js';
