import type { WatchOrder } from './folder-watch.js';

/** What the watching process is told. */
export type ToWatcher = { say: 'watch'; id: string; order: WatchOrder } | { say: 'leave'; id: string };

/** What the watching process tells, some moments' events together. `id` is the library's. */
export interface FromWatcher {
  id: string;
  found: string[];
  lost: string[];
  doubtful: boolean;
  mode: { mode: 'EVENTS' | 'POLLING' | 'DEGRADED' | 'STARTING'; detail: string | null } | null;
}
