import type { Suggestion, SuggestionList } from '@octavo/contracts';
import { useQuery } from '@tanstack/react-query';
import { Page } from '../../ui/page.js';
import { WhenLoaded } from '../../ui/when-loaded.js';
import { NothingToReview } from './nothing-to-review.js';
import { PlaceBar } from './place-bar.js';
import { ReviewTabs } from './review-tabs.js';
import { suggestionsQuery } from './review.queries.js';
import { ReviewBook } from './review-book.js';
import { usePlace } from './use-place.js';

/** What providers know of books without being sure: somebody looks at it, one book at a time. */
export function ReviewPage() {
  const suggestions = useQuery(suggestionsQuery);
  return (
    <Page title="Review">
      <ReviewTabs />
      <WhenLoaded query={suggestions}>
        {(list) => (list.items.length === 0 ? <NothingToReview /> : <ReviewList list={list} />)}
      </WhenLoaded>
    </Page>
  );
}

function ReviewList({ list: { items, total } }: { list: SuggestionList }) {
  const { at, current, move } = usePlace(items, keyOf);
  if (at === undefined || !current) return null;
  return (
    <>
      <PlaceBar at={at} count={items.length} total={total} thing="book" onMove={move} />
      <ReviewBook key={keyOf(current)} suggestion={current} onMove={move} />
    </>
  );
}

const keyOf = ({ book }: Suggestion) => book.id;
