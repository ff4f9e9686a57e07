import { JobRun } from '@octavo/contracts';
import { ask } from '../../api.js';
import { askUntil, type Wait } from './ask-until.js';

/** A job as it ended: done, failed or cancelled. For administrators: others may not look at jobs. */
export function awaitJob(jobId: string, signal = new AbortController().signal, wait?: Wait): Promise<JobRun> {
  const look = async () => {
    const run = await ask(JobRun, `/api/jobs/${jobId}`, { signal });
    return run.state === 'waiting' || run.state === 'active' ? undefined : run;
  };
  return askUntil(look, signal, wait);
}
