import { BookDetail, ingest, JobRun, type Problem } from '@octavo/contracts';
import { ApiProblem, ask } from '../../api.js';
import type { UploadedBook } from './upload-list.js';

const FIRST_PAUSE = 300;
const LONGEST_PAUSE = 3_000;
/** What the server says of a request it understood and cannot fulfil; none of the statuses that may pass by themselves. */
const UNREAD = 422;

export type Wait = (milliseconds: number) => Promise<void>;

const sleep: Wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * The book that an upload's file became, once the job that reads it is through: asked for again and again, more slowly
 * each time, as long as the server has not said how it ended. Throws an ApiProblem with the job's own complaint.
 */
export async function followJob(jobId: string, signal: AbortSignal, wait = sleep): Promise<UploadedBook> {
  let pause = FIRST_PAUSE;
  for (;;) {
    const book = await lookAtJob(jobId, signal);
    if (book) return book;
    await wait(pause);
    signal.throwIfAborted();
    pause = Math.min(pause * 1.5, LONGEST_PAUSE);
  }
}

/** Undefined while the job is not through, or the server does not answer: the job goes on without us. */
async function lookAtJob(jobId: string, signal: AbortSignal): Promise<UploadedBook | undefined> {
  try {
    const run = await ask(JobRun, `/api/jobs/${jobId}`, { signal });
    if (run.state === 'waiting' || run.state === 'active') return undefined;
    const { id, title, status } = await ask(BookDetail, `/api/books/${bookIdOf(run)}`, { signal });
    return { id, title, status };
  } catch (error) {
    const passing = error instanceof ApiProblem && (error.status === 0 || error.status >= 500);
    if (passing) return undefined;
    throw error;
  }
}

function bookIdOf({ state, result, error }: JobRun): string {
  const bookId = state === 'completed' ? ingest.jobs.importFile.result.safeParse(result).data?.bookId : undefined;
  if (!bookId) throw new ApiProblem(unread(error?.detail));
  return bookId;
}

function unread(detail = 'It was taken away again, or somebody stopped the job.'): Problem {
  return { type: 'about:blank', title: 'The file was not read', status: UNREAD, detail, instance: '' };
}
