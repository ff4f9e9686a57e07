import { CountBadge, CountBadges } from '../../ui/count-badges.js';
import { useWaitingPairs } from '../works/works.queries.js';
import { useWaitingBooks } from './review.queries.js';

/** How much waits for a word, books and pairs of books together, for the navigation. */
export function ReviewBadge() {
  const waiting = useWaitingBooks() + useWaitingPairs();
  return (
    <CountBadges>
      <CountBadge count={waiting} words={waiting === 1 ? 'question waits' : 'questions wait'} color="petrol.8" />
    </CountBadges>
  );
}
