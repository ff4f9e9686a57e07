import { Text } from '@mantine/core';
import type { JobRun } from '@octavo/contracts';
import { ProgressBar } from '../../ui/progress-bar.js';
import { jobWords, progressWords } from './job-words.js';

/** How far a running job has come; without a known end, only that it moves. */
export function JobProgress({ job: { name, progress } }: { job: JobRun }) {
  const { done, total } = progress;
  const percent = total === null || total === 0 ? undefined : Math.min(100, (100 * done) / total);
  return (
    <>
      <ProgressBar label={jobWords(name)} percent={percent} size="sm" mt={8} />
      <Text size="xs" c="dimmed" mt={4} className="number">
        {progressWords(progress)}
      </Text>
    </>
  );
}
