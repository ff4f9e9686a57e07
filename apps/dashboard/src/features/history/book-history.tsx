import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Section } from '../../ui/section.js';
import { WhenLoaded } from '../../ui/when-loaded.js';
import { sessionQuery } from '../session/session.queries.js';
import classes from './book-history.module.css';
import { changesQuery } from './history.queries.js';
import { HistoryRun } from './history-run.js';
import { type Run, runsOf } from './runs-of.js';

const SHOWN_AT_FIRST = 3;

/** What became of a book's metadata, by whom or what, and the way back. */
export function BookHistory({ bookId }: { bookId: string }) {
  const changes = useQuery(changesQuery(bookId));
  return (
    <Section title="History">
      <WhenLoaded query={changes} waiting={<Text size="sm">Loading…</Text>}>
        {({ items }) => <RunList bookId={bookId} runs={runsOf(items)} />}
      </WhenLoaded>
    </Section>
  );
}

function RunList({ bookId, runs }: { bookId: string; runs: Run[] }) {
  const [all, setAll] = useState(false);
  const session = useQuery(sessionQuery).data;
  const self = session && (session.user.name || session.user.email);
  const few = runs.length <= SHOWN_AT_FIRST + 1;
  const shown = all || few ? runs : runs.slice(0, SHOWN_AT_FIRST);
  if (runs.length === 0)
    return (
      <Text size="sm" c="dimmed">
        Nothing has changed since the book came here. Edits, finds and changes of its files appear here, and can be
        taken back.
      </Text>
    );
  return (
    <>
      <ul className={`panel ${classes.runs}`} data-testid="history">
        {shown.map((run) => (
          <HistoryRun key={run.id} bookId={bookId} run={run} self={self} />
        ))}
      </ul>
      {shown.length < runs.length && (
        <Button variant="default" style={{ alignSelf: 'flex-start' }} onClick={() => setAll(true)}>
          Show all {runs.length.toLocaleString('en-GB')}
        </Button>
      )}
    </>
  );
}
