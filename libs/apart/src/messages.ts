import type { ProblemCode } from '@octavo/domain';

/** What a thread is told. */
export type ToThread<Task> =
  /** With `bytes` it has the whole source and asks for nothing. */
  | { say: 'do'; task: Task; size: number; bytes?: Uint8Array }
  /** The bytes it asked for. */
  | { say: 'bytes'; bytes: Uint8Array }
  /** The source failed; its own error is kept on the other side. */
  | { say: 'failed' };

/** What a thread tells. */
export type FromThread<Result> =
  | { say: 'need'; offset: number; length: number }
  | { say: 'so far'; done: number; total: number }
  | { say: 'done'; result: Result }
  | { say: 'problem'; code: ProblemCode; detail: string }
  /** The source's failure came through the work, as it should. */
  | { say: 'source failed' }
  | { say: 'bug'; message: string };
