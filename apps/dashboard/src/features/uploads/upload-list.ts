import type { Book, Problem } from '@octavo/contracts';

/**
 * WAITING for its turn; SENDING its bytes; READING: the server has them and reads the book. The others are ends, of which
 * FAILED and CANCELLED may be tried again.
 */
export type UploadState = 'waiting' | 'sending' | 'reading' | 'done' | 'failed' | 'cancelled';

/** The book that a file became. */
export type UploadedBook = Pick<Book, 'id' | 'title' | 'status'>;

/** One file on its way into a library. */
export interface Upload {
  id: number;
  name: string;
  /** In bytes: of the file, and of these sent. */
  size: number;
  sent: number;
  libraryId: string;
  state: UploadState;
  /** The library had these bytes before. */
  alreadyThere: boolean;
  /** The book it became, once that is known. */
  book: UploadedBook | null;
  problem: Problem | null;
}

/** The list with one upload changed. */
export function withChange(uploads: readonly Upload[], id: number, change: Partial<Upload>): Upload[] {
  return uploads.map((upload) => (upload.id === id ? { ...upload, ...change } : upload));
}

/** The upload that may begin to be sent, when at most `lanes` are sent at a time. */
export function nextToSend(uploads: readonly Upload[], lanes: number): Upload | undefined {
  const busy = uploads.filter(({ state }) => state === 'sending').length;
  return busy < lanes ? uploads.find(({ state }) => state === 'waiting') : undefined;
}

/** Whether closing the page now would lose something: what the server has already, it reads without us. */
export const isUnsent = ({ state }: Pick<Upload, 'state'>): boolean => state === 'waiting' || state === 'sending';

export const canRetry = ({ state, problem }: Pick<Upload, 'state' | 'problem'>): boolean =>
  state === 'cancelled' || (state === 'failed' && problem?.status !== 413 && problem?.status !== 415);

export interface UploadSummary {
  total: number;
  /** Sent and read, or given up. */
  ended: number;
  done: number;
  failed: number;
  /** Of all bytes that are not given up: those the server has. */
  percent: number;
}

/** How far all of them have come. */
export function summaryOf(uploads: readonly Upload[]): UploadSummary {
  const count = (...states: UploadState[]) => uploads.filter(({ state }) => states.includes(state)).length;
  const wanted = uploads.filter(({ state }) => state !== 'failed' && state !== 'cancelled');
  const bytes = wanted.reduce((sum, { size }) => sum + size, 0);
  const sent = wanted.reduce(
    (sum, { sent, size, state }) => sum + (isUnsent({ state }) ? Math.min(sent, size) : size),
    0,
  );
  return {
    total: uploads.length,
    ended: count('done', 'failed', 'cancelled'),
    done: count('done'),
    failed: count('failed'),
    percent: bytes === 0 ? 100 : (100 * sent) / bytes,
  };
}

const INTEREST: readonly UploadState[] = ['sending', 'failed', 'reading', 'waiting', 'done', 'cancelled'];

/** Those worth showing where not all fit: what moves or failed before what waits or is over. A short list keeps its order. */
export function mostInteresting(uploads: readonly Upload[], most: number): readonly Upload[] {
  if (uploads.length <= most) return uploads;
  const rank = ({ state }: Upload) => INTEREST.indexOf(state);
  return uploads.toSorted((a, b) => rank(a) - rank(b)).slice(0, most);
}
