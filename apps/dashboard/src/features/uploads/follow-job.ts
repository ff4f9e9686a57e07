import { BookDetail, ingest, JobRun, type Problem } from '@octavo/contracts';
import { ApiProblem, ask } from '../../api.js';

const FIRST_PAUSE = 300;
const LONGEST_PAUSE = 3_000;

export type Wait = (milliseconds: number) => Promise<void>;

const sleep: Wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * The book that an upload's file became, once the job that reads it is through: asked for again and again, more slowly
 * each time, as long as the server has not said how it ended. Throws an ApiProblem with the job's own complaint.
 */
export async function followJob(
  jobId: string,
  signal: AbortSignal,
  wait = sleep,
): Promise<{ id: string; title: string }> {
  let pause = FIRST_PAUSE;
  for (;;) {
    const run = await lookAtJob(jobId, signal);
    if (run && isOver(run)) return bookOf(run, signal);
    await wait(pause);
    signal.throwIfAborted();
    pause = Math.min(pause * 1.5, LONGEST_PAUSE);
  }
}

const isOver = ({ state }: JobRun) => state !== 'waiting' && state !== 'active';

/** Undefined while the server does not answer: the job goes on without us. */
async function lookAtJob(jobId: string, signal: AbortSignal): Promise<JobRun | undefined> {
  try {
    return await ask(JobRun, `/api/jobs/${jobId}`, { signal });
  } catch (error) {
    const passing = error instanceof ApiProblem && (error.status === 0 || error.status >= 500);
    if (passing) return undefined;
    throw error;
  }
}

async function bookOf({ state, result, error }: JobRun, signal: AbortSignal): Promise<{ id: string; title: string }> {
  const bookId = state === 'completed' ? ingest.jobs.importFile.result.safeParse(result).data?.bookId : undefined;
  if (!bookId) throw new ApiProblem(unread(error?.detail));
  const { id, title } = await ask(BookDetail, `/api/books/${bookId}`, { signal });
  return { id, title };
}

function unread(detail = 'It was taken away again, or somebody stopped the job.'): Problem {
  return { type: 'about:blank', title: 'The file was not read', status: 0, detail, instance: '' };
}
