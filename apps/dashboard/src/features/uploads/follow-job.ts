import { BookDetail, ingest, JobRun, type Problem } from '@octavo/contracts';
import { ApiProblem, ask } from '../../api.js';
import { askUntil, type Wait } from '../activity/ask-until.js';
import type { UploadedBook } from './upload-list.js';

/** What the server says of a request it understood and cannot fulfil; none of the statuses that may pass by themselves. */
const UNREAD = 422;

/**
 * The book that an upload's file became, once the job that reads it is through, however long the server takes to say how
 * it ended. Throws an ApiProblem with the job's own complaint.
 */
export function followJob(jobId: string, signal: AbortSignal, wait?: Wait): Promise<UploadedBook> {
  return askUntil(() => lookAtJob(jobId, signal), signal, wait);
}

/** Undefined while the job is not through: it goes on without us. */
async function lookAtJob(jobId: string, signal: AbortSignal): Promise<UploadedBook | undefined> {
  const run = await ask(JobRun, `/api/jobs/${jobId}`, { signal });
  if (run.state === 'waiting' || run.state === 'active') return undefined;
  const { id, title, status } = await ask(BookDetail, `/api/books/${bookIdOf(run)}`, { signal });
  return { id, title, status };
}

function bookIdOf({ state, result, error }: JobRun): string {
  const bookId = state === 'completed' ? ingest.jobs.importFile.result.safeParse(result).data?.bookId : undefined;
  if (!bookId) throw new ApiProblem(unread(error?.detail));
  return bookId;
}

function unread(detail = 'It was taken away again, or somebody stopped the job.'): Problem {
  return { type: 'about:blank', title: 'The file was not read', status: UNREAD, detail, instance: '' };
}
