export { answerTasks, type Work, type Workbench } from './answer-tasks.js';
export { WorkFailure } from './conversation.js';
export type { Attention, RoomLimits, RoomPlan } from './limits.js';
export { startThread } from './start-thread.js';
export { Workroom } from './workroom.js';
