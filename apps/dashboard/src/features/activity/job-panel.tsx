import { Badge, Text } from '@mantine/core';
import type { JobRun } from '@octavo/contracts';
import { Moment } from '../../ui/moment.js';
import { JobActions } from './job-actions.js';
import classes from './job-panel.module.css';
import { JobProgress } from './job-progress.js';
import { jobWords, STATE_WORDS } from './job-words.js';
import { resultWords } from './result-words.js';

/** One run of one job: what, on what, how it stands, and what can be done about it. */
export function JobPanel({ job }: { job: JobRun }) {
  const { label, color } = STATE_WORDS[job.state];
  const result = resultWords(job);
  return (
    <li className={`panel ${classes.job}`} data-testid="job" data-state={job.state}>
      <div className={classes.words}>
        <Text fw={550} size="sm">
          {jobWords(job.name)}
        </Text>
        {job.subject !== null && (
          <Text size="sm" className="unbroken">
            {job.subject}
          </Text>
        )}
        {result !== undefined && (
          <Text size="sm" className="number">
            {result}
          </Text>
        )}
        {job.error && (
          <Text size="sm" c="var(--mantine-color-error)" className="unbroken">
            {job.error.detail}
          </Text>
        )}
        {job.state === 'active' && <JobProgress job={job} />}
        <Text size="xs" c="dimmed" mt={4}>
          <JobTimes job={job} />
        </Text>
      </div>
      <div className={classes.side}>
        <Badge variant="light" color={color}>
          {label}
        </Badge>
        <JobActions job={job} />
      </div>
    </li>
  );
}

function JobTimes({ job: { queue, createdAt, startedAt, finishedAt, attempts } }: { job: JobRun }) {
  return (
    <>
      {queue} · <Moment at={finishedAt ?? startedAt ?? createdAt} />
      {attempts > 1 && ` · ${attempts} attempts`}
    </>
  );
}
