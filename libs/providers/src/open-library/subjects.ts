import { foldText } from '@octavo/domain';

const GENRES = new Set(
  [
    'Adventure',
    'Adventure stories',
    'Biography',
    'Children’s fiction',
    'Classics',
    'Comics & graphic novels',
    'Cooking',
    'Detective and mystery stories',
    'Drama',
    'Dystopias',
    'Essays',
    'Fairy tales',
    'Fantasy',
    'Fantasy fiction',
    'Fiction',
    'Ghost stories',
    'Graphic novels',
    'Historical fiction',
    'History',
    'Horror',
    'Horror fiction',
    'Horror tales',
    'Humor',
    'Juvenile fiction',
    'Love stories',
    'Memoirs',
    'Mystery',
    'Mystery fiction',
    'Nonfiction',
    'Philosophy',
    'Poetry',
    'Psychology',
    'Religion',
    'Romance',
    'Science',
    'Science fiction',
    'Short stories',
    'Suspense',
    'Thriller',
    'Thrillers',
    'Travel',
    'True crime',
    'Young adult fiction',
  ].map(foldText),
);
/** "nyt:hardcover-fiction=2012-01-01", "series:Dune", "award:hugo=1966" are for programs. */
const FOR_PROGRAMS = /^[\w-]+:\S|=/;
/** What the library does with its copies. */
const ABOUT_COPIES =
  /^(?:accessible book|protected daisy|in library|large type books|open library staff picks|internet archive wishlist|overdrive|lending library|reading level.*|open_syllabus.*|new york times .*)$/i;
const MOST_GENRES = 5;
const MOST_TAGS = 10;

/** Subject headings of a catalogue, hundreds at times: those that are plain genres, and the first of the others as tags. */
export function subjectsFrom(headings: readonly string[]): { genres: string[]; tags: string[] } {
  const named = new Map(headings.map((heading) => [foldText(heading), heading]));
  const kept = [...named].filter(([key, name]) => key !== '' && !FOR_PROGRAMS.test(name) && !ABOUT_COPIES.test(key));
  const names = (isGenre: boolean) => kept.filter(([key]) => GENRES.has(key) === isGenre).map(([, name]) => name);
  return { genres: names(true).slice(0, MOST_GENRES), tags: names(false).slice(0, MOST_TAGS) };
}
