import { authorLikeness } from './author-likeness.js';
import { type Compared, type Limit, limitsOf } from './limits.js';
import { identifierInBoth } from './same-identifier.js';
import type { BookSought, Found } from './sought-and-found.js';
import { tieBreakers } from './tie-breakers.js';
import { type TitleForms, titleForms } from './title-forms.js';
import { titleLikeness } from './title-likeness.js';

/** `accept`: it is the book. `suggest`: a person should look. `drop`: it is not, or nobody could tell. */
export type MatchVerdict = 'accept' | 'suggest' | 'drop';

/** How well a find fits what is sought. All figures are from 0 to 1. */
export interface Match {
  score: number;
  /** 0 where no title is known. */
  title: number;
  /** Undefined where the author of one is not known. */
  author?: number;
  /** True where both bear the same identifier, and nothing speaks against it. */
  byIdentifier: boolean;
  /** By itself; beside a rival an `accept` may become a `suggest`. */
  verdict: MatchVerdict;
  /** For people: "same ISBN", "title 0.97", "another volume: 2, not 1". */
  reasons: string[];
}

const TITLE_WEIGHT = 0.62;
const WITHOUT_AUTHOR = 0.8;
const SURE = 0.99;
/** Most likely the file bears the identifier of another book. */
const DOUBTFUL_IDENTIFIER = 0.6;

const ACCEPT = { score: 0.85, title: 0.85 };
const SUGGEST = { score: 0.65, title: 0.7 };

/** What is sought, taken apart once for all finds. */
export interface Sought {
  book: BookSought;
  forms: TitleForms;
}

/** Takes apart what is sought; good for any number of finds. */
export function soughtForms(book: BookSought): Sought {
  const { title = '', subtitle } = book;
  return { book, forms: titleForms({ title, subtitle, series: book.series ? [book.series] : [] }) };
}

/** How well a find fits, with all that speaks for and against it. Never throws. */
export function matchOf({ book, forms }: Sought, found: Found): Match {
  const titles = { sought: forms, found: titleForms(found) };
  const title = forms.full === '' ? undefined : titleLikeness(forms, titles.found);
  const author = authorLikeness(book.authors, found.authors);
  const compared = { sought: book, found, titles, title, author };
  const limits = limitsOf(compared);
  const byWords = wordScore(compared, limits);
  const identifier = identifierInBoth(book.identifiers, found);
  const byIdentifier = identifier !== undefined && isBelievable(compared, limits);
  const score = identifier === undefined ? byWords : byIdentifier ? Math.max(SURE, byWords) : DOUBTFUL_IDENTIFIER;
  const figures = { score, title: title?.value ?? 0, author, byIdentifier };
  const reasons = [
    ...(identifier === undefined
      ? []
      : [byIdentifier ? `same ${identifier}` : `same ${identifier}, but it does not look like the book`]),
    ...(title === undefined ? ['title not known'] : [`title ${title.value.toFixed(2)}`]),
    author === undefined ? 'author not known' : `author ${author.toFixed(2)}`,
    ...limits.map(({ reason }) => reason),
  ];
  return { ...figures, verdict: verdictOf(figures, identifier !== undefined), reasons };
}

function wordScore({ sought, found, title, author }: Compared, limits: readonly Limit[]): number {
  const alike = title?.value ?? 0;
  const plain = author === undefined ? WITHOUT_AUTHOR * alike : TITLE_WEIGHT * alike + (1 - TITLE_WEIGHT) * author;
  return Math.min(1, plain + tieBreakers(sought, found), ...limits.map(({ most }) => most));
}

/** An identifier is believed where title or author go with it, and in what it says nothing of nothing contradicts. */
function isBelievable({ title, author }: Compared, limits: readonly Limit[]): boolean {
  if (limits.some(({ isVeto }) => isVeto)) return false;
  return title === undefined || title.value >= 0.45 || (author ?? 0) >= 0.75;
}

function verdictOf(
  { score, title, byIdentifier }: Omit<Match, 'verdict' | 'reasons'>,
  sharesIdentifier: boolean,
): MatchVerdict {
  if (score >= ACCEPT.score && (title >= ACCEPT.title || byIdentifier)) return 'accept';
  return sharesIdentifier || (score >= SUGGEST.score && title >= SUGGEST.title) ? 'suggest' : 'drop';
}
