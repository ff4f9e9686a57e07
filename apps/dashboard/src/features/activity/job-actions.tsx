import { Button } from '@mantine/core';
import type { JobRun } from '@octavo/contracts';
import { useCancelJob, useRetryJob } from './activity.queries.js';

/** What can be asked of a job in its state: a stopped one to try again, one ahead or under way to stop. */
export function JobActions({ job: { id, state } }: { job: JobRun }) {
  const retry = useRetryJob(id);
  const cancel = useCancelJob(id);
  if (state === 'failed' || state === 'cancelled') {
    return (
      <Button size="compact-sm" variant="light" loading={retry.isPending} onClick={() => retry.mutate()}>
        Try again
      </Button>
    );
  }
  if (state === 'completed') return null;
  return (
    <Button size="compact-sm" variant="default" loading={cancel.isPending} onClick={() => cancel.mutate()}>
      Cancel
    </Button>
  );
}
