import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';

/** Of native code that calls itself: pages may be nested deeply. */
const STACK_MB = 4;

// Run from source, a thread needs the same loader as its process; a test runner does not pass its own on.
const FROM_SOURCE = { execArgv: ['--import', '@swc-node/register/esm-register'] };

/** A thread that runs a module, .ts or .js as the program is run, in so many megabytes of JavaScript memory. */
export function startThread(module: URL, heapMb: number): Worker {
  return new Worker(module, {
    resourceLimits: { maxOldGenerationSizeMb: heapMb, stackSizeMb: STACK_MB },
    ...(extname(module.pathname) === '.ts' && FROM_SOURCE),
  });
}
