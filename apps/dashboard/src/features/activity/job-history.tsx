import { Button, Center, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import type { JobRun, JobState } from '@octavo/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { WhenLoaded } from '../../ui/when-loaded.js';
import { jobListQuery } from './activity.queries.js';
import classes from './job-history.module.css';
import { JobPanel } from './job-panel.js';
import { STATE_WORDS } from './job-words.js';

const CHOICES = ['all', 'failed', 'waiting', 'completed', 'cancelled'] as const satisfies (JobState | 'all')[];
type Choice = (typeof CHOICES)[number];

const DATA = CHOICES.map((value) => ({ value, label: value === 'all' ? 'All' : STATE_WORDS[value].label }));

/** What the server remembers of its jobs, newest first. */
export function JobHistory() {
  const [choice, setChoice] = useState<Choice>('all');
  const list = useInfiniteQuery(jobListQuery(choice === 'all' ? undefined : choice));
  // What runs now stands above already.
  const isRecent = ({ state }: JobRun) => choice !== 'all' || state !== 'active';
  return (
    <section aria-labelledby="history">
      <div className={classes.head}>
        <Title order={2} size="h4" id="history">
          Recent
        </Title>
        <SegmentedControl<Choice> size="xs" data={DATA} value={choice} onChange={setChoice} aria-label="Show jobs" />
      </div>
      <WhenLoaded query={list}>
        {({ pages }) => (
          <Stack gap="xs" style={{ opacity: list.isPlaceholderData ? 0.5 : 1 }}>
            {pages[0]?.items.length === 0 && <Text c="dimmed">{nothingWords(choice)}</Text>}
            <Stack component="ul" gap="xs" className="quiet-list">
              {pages.flatMap(({ items }) => items.filter(isRecent).map((job) => <JobPanel key={job.id} job={job} />))}
            </Stack>
            {list.hasNextPage && (
              <Center py="sm">
                <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                  Show more
                </Button>
              </Center>
            )}
          </Stack>
        )}
      </WhenLoaded>
    </section>
  );
}

function nothingWords(choice: Choice): string {
  return choice === 'all' ? 'No job has run yet.' : `No job is in the state “${STATE_WORDS[choice].label}”.`;
}
