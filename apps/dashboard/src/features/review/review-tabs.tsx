import { Badge } from '@mantine/core';
import { PageTab, PageTabs } from '../../ui/page-tabs.js';
import { useWaitingPairs } from '../works/works.queries.js';
import { useWaitingBooks } from './review.queries.js';

/** What one is asked about: which finds are the book, and which books are one work. */
export function ReviewTabs() {
  return (
    <PageTabs label="Review">
      <PageTab to="/review" activeOptions={{ exact: true }}>
        Found online <Count count={useWaitingBooks()} />
      </PageTab>
      <PageTab to="/review/works">
        Same work? <Count count={useWaitingPairs()} />
      </PageTab>
    </PageTabs>
  );
}

function Count({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <Badge component="span" size="sm" variant="light" className="number">
      {count.toLocaleString('en-GB')}
    </Badge>
  );
}
