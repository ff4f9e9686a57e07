import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { WhenLoaded } from '../../ui/when-loaded.js';
import { jobCountQuery, runningJobsQuery } from './activity.queries.js';
import { JobPanel } from './job-panel.js';

/** The jobs under way, and how many stand in line behind them. */
export function RunningJobs() {
  const running = useQuery(runningJobsQuery);
  const waiting = useQuery(jobCountQuery('waiting')).data ?? 0;
  return (
    <section aria-labelledby="running">
      <Title order={2} size="h4" id="running" mb="sm">
        Running now
      </Title>
      <WhenLoaded query={running}>
        {({ items, total }) => (
          <Stack gap="sm">
            {items.length === 0 && <Text c="dimmed">Nothing. The library is up to date.</Text>}
            <Stack component="ul" gap="xs" className="quiet-list">
              {items.map((job) => (
                <JobPanel key={job.id} job={job} />
              ))}
            </Stack>
            <InLine moreRunning={total - items.length} waiting={waiting} />
          </Stack>
        )}
      </WhenLoaded>
    </section>
  );
}

function InLine({ moreRunning, waiting }: { moreRunning: number; waiting: number }) {
  const parts = [moreRunning > 0 && `${moreRunning} more running`, waiting > 0 && `${waiting} waiting`].filter(Boolean);
  if (parts.length === 0) return null;
  return (
    <Text size="sm" c="dimmed" className="number">
      {parts.join(', ')}
    </Text>
  );
}
