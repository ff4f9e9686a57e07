import { foldText } from '@octavo/domain';

/** Shelves of readers that say how or whether they read it, not what it is. */
const NO_GENRES = new Set(
  [
    'adult',
    'audible',
    'audio',
    'audio book',
    'audio books',
    'audiobook',
    'audiobooks',
    'book club',
    'books',
    'currently reading',
    'default',
    'did not finish',
    'dnf',
    'ebook',
    'ebooks',
    'favorites',
    'favourites',
    'kindle',
    'kindle unlimited',
    'library',
    'novel',
    'novels',
    'own',
    'owned',
    'read for school',
    're read',
    'to read',
    'unfinished',
    'wish list',
  ].map(foldText),
);
const A_YEAR = /^(?:read in )?\d{4}(?: releases?| reads?)?$/;
const MOST_GENRES = 5;
const MOST_TAGS = 10;

/** What readers file a book under: the five most used are genres, others tags; shelves that are no genre are left out. */
export function genresFrom(shelves: readonly string[]): { genres: string[]; tags: string[] } {
  const named = new Map(shelves.map((shelf) => [foldText(shelf.replaceAll('-', ' ')), shelf]));
  const kept = [...named]
    .filter(([key]) => key !== '' && !NO_GENRES.has(key) && !A_YEAR.test(key))
    .map(([, name]) => name);
  return { genres: kept.slice(0, MOST_GENRES), tags: kept.slice(MOST_GENRES, MOST_GENRES + MOST_TAGS) };
}
