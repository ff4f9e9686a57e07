import type { DomainError } from '@octavo/domain';

export interface SeatLimits {
  /** Milliseconds one task may take, not counting the time its source takes. */
  workMs: number;
  /** Megabytes of JavaScript memory a task may use, and of bytes beside it, which the runtime itself does not limit. */
  heapMb: number;
  bytesMb: number;
  /** Milliseconds after which an unused thread ends. */
  idleMs: number;
}

export interface RoomLimits extends SeatLimits {
  /** How many tasks are worked on at the same time. */
  seats: number;
}

/** What a room's threads run, and what to say of a task that was cut off. */
export interface RoomPlan {
  /** The module that calls `answerTasks`; its extension may be .ts or .js, as the program is run. */
  thread: URL;
  cutOff: (over: 'time' | 'memory') => DomainError;
}

export interface Attention {
  /** Called as the task tells how far it is. */
  progress?: ((done: number, total: number) => void) | undefined;
  /** Once aborted, the task is cut off and its reason thrown. */
  signal?: AbortSignal | undefined;
}
