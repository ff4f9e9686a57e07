export * from './connection.js';
export { consume } from './consume.js';
export { type Asking, Jobs } from './jobs.js';
export * from './queue.module.js';
export { Queues } from './queues.js';
export { Schedules } from './schedules.js';
export { verdictOn } from './verdict.js';
