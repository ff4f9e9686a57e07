import { SegmentedControl, Stack, Text } from '@mantine/core';
import type { Reading } from '@octavo/contracts';
import { useQuery } from '@tanstack/react-query';
import { Moment } from '../../ui/moment.js';
import { Section } from '../../ui/section.js';
import { WhenLoaded } from '../../ui/when-loaded.js';
import { ProgressBar } from '../../ui/progress-bar.js';
import { readingQuery, useChangeReading } from './reading.queries.js';
import { ReadingHistory } from './reading-history.js';
import { ReadingPercent } from './reading-percent.js';
import { byWords, isReadingStatus, paceWords, STATUS_CHOICES } from './reading-words.js';

/** Where the user is in a book, said by a device or here. */
export function BookReading({ book }: { book: { id: string } }) {
  const reading = useQuery(readingQuery(book.id));
  return (
    <Section title="Your reading">
      <WhenLoaded query={reading} waiting={<Text size="sm">Loading…</Text>}>
        {(found) => (
          <Stack className="panel" gap="sm" data-testid="reading">
            <StatusChoice bookId={book.id} reading={found} />
            {found.percent !== null && <ProgressBar label="Read so far" percent={found.percent} size="sm" />}
            <ReadingPercent bookId={book.id} percent={found.percent} />
            <ReadingFacts reading={found} />
            <ReadingHistory bookId={book.id} history={found.history} />
          </Stack>
        )}
      </WhenLoaded>
    </Section>
  );
}

function StatusChoice({ bookId, reading }: { bookId: string; reading: Reading }) {
  const change = useChangeReading(bookId);
  // What was asked for is shown at once; the answer corrects it.
  const shown = (change.isPending ? change.variables.status : undefined) ?? reading.status;
  return (
    <SegmentedControl
      aria-label="Status"
      fullWidth
      data={STATUS_CHOICES}
      value={shown}
      onChange={(value) => {
        if (isReadingStatus(value)) change.mutate({ status: value });
      }}
    />
  );
}

function ReadingFacts({ reading }: { reading: Reading }) {
  const pace = paceWords(reading);
  const last = reading.history[0];
  if (pace === undefined && reading.updatedAt === null) return null;
  return (
    <Text size="sm" c="dimmed" className="number">
      {pace}
      {pace !== undefined && reading.updatedAt !== null && ' · '}
      {reading.updatedAt !== null && (
        <>
          Changed {last && byWords(last)} <Moment at={reading.updatedAt} />
        </>
      )}
    </Text>
  );
}
