import { CountBadge, CountBadges } from '../../ui/count-badges.js';
import { useWaitingBooks } from './review.queries.js';

/** How many books wait for a word, for the navigation. */
export function ReviewBadge() {
  const waiting = useWaitingBooks();
  return (
    <CountBadges>
      <CountBadge count={waiting} words={waiting === 1 ? 'book waits' : 'books wait'} color="petrol.8" />
    </CountBadges>
  );
}
