import { Button, Stack, Text } from '@mantine/core';
import type { BookDetail, BookFind } from '@octavo/contracts';
import { IconWorldSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Section } from '../../ui/section.js';
import { WhenLoaded } from '../../ui/when-loaded.js';
import classes from './book-finds.module.css';
import { FindPanel } from './find-panel.js';
import { findsQuery } from './finds.queries.js';
import { useEnrichBook, useIsEnriching } from './use-enrich-book.js';

/** What providers know that is, or may be, this book. */
export function BookFinds({ book }: { book: BookDetail }) {
  const finds = useQuery(findsQuery(book.id));
  return (
    <Section title="Found online">
      <WhenLoaded query={finds} waiting={<Text size="sm">Loading…</Text>}>
        {({ items }) =>
          items.length === 0 ? <NothingFound bookId={book.id} /> : <FindList book={book} finds={items} />
        }
      </WhenLoaded>
    </Section>
  );
}

function FindList({ book, finds }: { book: BookDetail; finds: BookFind[] }) {
  const panels = (some: BookFind[]) => some.map((find) => <FindPanel key={find.id} book={book} find={find} />);
  const of = (standing: BookFind['standing']) => finds.filter((find) => find.standing === standing);
  const refused = of('REFUSED');
  const open = [...of('ACCEPTED'), ...of('SUGGESTED')];
  return (
    <>
      {open.length > 0 && (
        <Stack component="ul" gap="sm" className="quiet-list" data-testid="finds">
          {panels(open)}
        </Stack>
      )}
      {refused.length > 0 && (
        <details className={classes.refused} data-testid="refused">
          <summary>
            {refused.length === 1 ? '1 find is not this book' : `${refused.length} finds are not this book`}
          </summary>
          <Stack component="ul" gap="sm" className="quiet-list" mt="sm">
            {panels(refused)}
          </Stack>
        </details>
      )}
    </>
  );
}

function NothingFound({ bookId }: { bookId: string }) {
  const enrich = useEnrichBook(bookId);
  const isAsking = useIsEnriching(bookId);
  return (
    <>
      <Text size="sm" c="dimmed">
        No provider has told anything of this book yet.
      </Text>
      <Button
        variant="default"
        size="xs"
        style={{ alignSelf: 'flex-start' }}
        leftSection={<IconWorldSearch size={16} stroke={1.6} />}
        loading={isAsking}
        onClick={() => enrich.mutate()}
      >
        Look for more online
      </Button>
    </>
  );
}
