import { Text } from '@mantine/core';
import { IconCopyCheck } from '@tabler/icons-react';
import type { WorkSuggestionPage } from '@octavo/contracts';
import { useQuery } from '@tanstack/react-query';
import { NothingHere } from '../../ui/nothing-here.js';
import { Page } from '../../ui/page.js';
import { WhenLoaded } from '../../ui/when-loaded.js';
import { pairsQuery } from '../works/works.queries.js';
import { pairId } from './pairs.js';
import { PlaceBar } from './place-bar.js';
import { ReviewPair } from './review-pair.js';
import { ReviewTabs } from './review-tabs.js';
import { usePlace } from './use-place.js';

/** Books that may be one work in several forms: somebody looks at them, one pair at a time. */
export function PairsPage() {
  const pairs = useQuery(pairsQuery);
  return (
    <Page title="Review">
      <ReviewTabs />
      <WhenLoaded query={pairs}>
        {(page) => (page.items.length === 0 ? <NothingToCompare /> : <PairList page={page} />)}
      </WhenLoaded>
    </Page>
  );
}

function PairList({ page: { items, total } }: { page: WorkSuggestionPage }) {
  const { at, current, move } = usePlace(items, pairId);
  if (at === undefined || !current) return null;
  return (
    <>
      <PlaceBar at={at} count={items.length} total={total} thing="pair" onMove={move} />
      <ReviewPair key={pairId(current)} pair={current} onMove={move} />
    </>
  );
}

function NothingToCompare() {
  return (
    <NothingHere icon={<IconCopyCheck size={56} stroke={1.2} />} title="Nothing waits for you">
      <Text c="dimmed">
        A book to read and its audiobook are shown together by themselves where it is sure that they are one work. Where
        it is not, the two wait here for your word.
      </Text>
    </NothingHere>
  );
}
