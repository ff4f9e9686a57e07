import type { BookDraft, Format, ProblemCode } from '@octavo/domain';

/** What a reading thread is told. */
export type ToThread =
  /** With `bytes` it has the whole file and asks for nothing. */
  | { say: 'read'; size: number; name: string; bytes?: Uint8Array }
  /** The bytes it asked for. */
  | { say: 'bytes'; bytes: Uint8Array }
  /** The source failed; its own error is kept on the other side. */
  | { say: 'failed' };

/** What a reading thread tells. */
export type FromThread =
  | { say: 'need'; offset: number; length: number }
  | { say: 'done'; format: Format; draft: BookDraft }
  | { say: 'problem'; code: ProblemCode; detail: string }
  /** The source's failure came through the reader, as it should. */
  | { say: 'source failed' }
  | { say: 'bug'; message: string };
