import { ABOUT_BOOKS } from './about-books.js';
import { ASK_A_PERSON } from './ask-a-person.js';
import { FILE_TITLES } from './file-titles.js';
import { NOT_ONE_MEDIUM, ONE_MEDIUM } from './one-medium.js';
import { OTHER_LANGUAGES } from './other-languages.js';
import { OTHER_PEOPLE } from './other-people.js';
import { OTHER_VOLUMES } from './other-volumes.js';
import { PEOPLE } from './people.js';
import { RELATED } from './related.js';
import { SERIES_TITLES } from './series-titles.js';
import { SETS } from './sets.js';
import { SHOP_TITLES } from './shop-titles.js';
import { SIMILAR_NAMES } from './similar-names.js';
import { WRITTEN_LATER } from './written-later.js';

/** Every labelled pair, grouped by what makes it easy or hard. */
export const PAIRS = [
  ...SHOP_TITLES,
  ...SERIES_TITLES,
  ...PEOPLE,
  ...OTHER_LANGUAGES,
  ...FILE_TITLES,
  ...ONE_MEDIUM,
  ...ASK_A_PERSON,
  ...RELATED,
  ...OTHER_VOLUMES,
  ...ABOUT_BOOKS,
  ...SETS,
  ...OTHER_PEOPLE,
  ...SIMILAR_NAMES,
  ...NOT_ONE_MEDIUM,
  ...WRITTEN_LATER,
];
