import { ActionIcon, Group, Kbd, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { Suggestion, SuggestionList } from '@octavo/contracts';
import { useQuery } from '@tanstack/react-query';
import { Page } from '../../ui/page.js';
import { WhenLoaded } from '../../ui/when-loaded.js';
import { counted } from '../libraries/library-words.js';
import { NothingToReview } from './nothing-to-review.js';
import { suggestionsQuery } from './review.queries.js';
import { ReviewBook } from './review-book.js';
import { usePlace } from './use-place.js';

/** What providers know of books without being sure: somebody looks at it, one book at a time. */
export function ReviewPage() {
  const suggestions = useQuery(suggestionsQuery);
  return (
    <Page title="Review">
      <WhenLoaded query={suggestions}>
        {(list) => (list.items.length === 0 ? <NothingToReview /> : <ReviewList list={list} />)}
      </WhenLoaded>
    </Page>
  );
}

function ReviewList({ list: { items, total } }: { list: SuggestionList }) {
  const { at, current, move } = usePlace(items);
  if (at === undefined || !current) return null;
  return (
    <>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" c="dimmed" className="number" role="status" data-testid="review-place">
          {at + 1} of {counted(items.length, 'book')}
          {total > items.length &&
            `; ${(total - items.length).toLocaleString('en-GB')} more come when these are answered`}
        </Text>
        <Group gap={4} wrap="nowrap">
          <Text size="sm" c="dimmed" visibleFrom="sm">
            <Kbd>?</Kbd> for the keys
          </Text>
          <Step words="The book before" disabled={at === 0} onClick={() => move(-1)} Icon={IconChevronLeft} />
          <Step
            words="The next book"
            disabled={at === items.length - 1}
            onClick={() => move(1)}
            Icon={IconChevronRight}
          />
        </Group>
      </Group>
      <ReviewBook key={keyOf(current)} suggestion={current} onMove={move} />
    </>
  );
}

const keyOf = ({ book }: Suggestion) => book.id;

interface StepProps {
  words: string;
  disabled: boolean;
  onClick: () => void;
  Icon: typeof IconChevronLeft;
}

function Step({ words, disabled, onClick, Icon }: StepProps) {
  return (
    <ActionIcon variant="default" size={36} aria-label={words} title={words} disabled={disabled} onClick={onClick}>
      <Icon size={20} />
    </ActionIcon>
  );
}
