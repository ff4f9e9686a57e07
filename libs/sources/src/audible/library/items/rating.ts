import { at, isObject, type Json } from '../json-value.js';
import { countOf, numberOf } from './numbers.js';

/** Stars from above none to five. */
export interface AudibleStars {
  average: number;
  count: number | null;
}

export interface AudibleRating {
  overall: AudibleStars | null;
  performance: AudibleStars | null;
  story: AudibleStars | null;
  reviews: number | null;
}

/** What the community thinks of a title; undefined where it is not told, or says nothing. */
export function ratingOf(value: Json): AudibleRating | undefined {
  if (!isObject(value)) return undefined;
  const rating = {
    overall: starsOf(value['overall_distribution']),
    performance: starsOf(value['performance_distribution']),
    story: starsOf(value['story_distribution']),
    reviews: countOf(value['num_reviews']) ?? null,
  };
  return Object.values(rating).every((one) => one === null) ? undefined : rating;
}

function starsOf(value: Json): AudibleStars | null {
  const average = numberOf(at(value, 'average_rating'));
  if (average === undefined || average <= 0 || average > 5) return null;
  return { average, count: countOf(at(value, 'num_ratings')) ?? null };
}
