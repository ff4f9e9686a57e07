export type { Check, Level } from './check.js';
export { SUBJECTS } from './checks/index.js';
export { koboCheck } from './command-line.js';
export type { Hands, NewBook } from './hands.js';
export { Kit, type KitOptions } from './kit.js';
export { exitCodeOf, linesOf, summaryOf } from './report.js';
export { type CheckOutcome, runChecks, type RunOptions } from './run-checks.js';
