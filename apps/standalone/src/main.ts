import { isMainThread } from 'node:worker_threads';
import { runCompanion } from './companion.js';
import { runStandalone } from './standalone.js';

// The gateway keeps this thread's loop to itself, so that a Kobo never waits for a conversion; the workers share another.
void (isMainThread ? runStandalone(import.meta.filename) : runCompanion());
