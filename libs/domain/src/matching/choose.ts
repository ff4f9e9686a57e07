import { authorLikeness } from './author-likeness.js';
import { type Match, matchOf, soughtForms } from './match.js';
import { identifierInBoth } from './same-identifier.js';
import {
  type BookSought,
  type EditionFound,
  type Found,
  foundByEdition,
  foundByHit,
  type HitFound,
} from './sought-and-found.js';
import { tieBreakers } from './tie-breakers.js';
import { titleForms } from './title-forms.js';
import { titleLikeness } from './title-likeness.js';

export interface Judged<Edition> {
  candidate: Edition;
  match: Match;
}

export interface Choice<Edition> {
  /** The one that is the book, beyond reasonable doubt. */
  accepted?: Judged<Edition>;
  /** Those a person should look at, the best first; other editions of the accepted one are among them. */
  suggestions: Judged<Edition>[];
  dropped: Judged<Edition>[];
}

/** How far the best must be ahead of the best other book. */
const MARGIN = 0.03;

/**
 * How well an entry of a list of search results fits what is sought. Lists tell little, so 'suggest' is enough to ask for
 * the whole. Never throws.
 */
export function scoreHit(sought: BookSought, hit: HitFound): Match {
  return matchOf(soughtForms(sought), foundByHit(hit));
}

/**
 * Chooses among editions that were found. One is accepted only where no other book fits about as well: a wrong book is worse
 * than none. Editions of one book are no rivals; among them the better score wins, then the earlier. Never throws.
 */
export function choose<Edition extends EditionFound>(
  sought: BookSought,
  candidates: readonly Edition[],
): Choice<Edition> {
  const forms = soughtForms(sought);
  const judged = inOrder(
    sought,
    candidates.map((candidate) => ({ candidate, match: matchOf(forms, foundByEdition(candidate)) })),
  );
  const best =
    judged.find(({ match }) => match.verdict === 'accept' && match.byIdentifier) ??
    judged.find(({ match }) => match.verdict === 'accept');
  const rival = best && judged.find((other) => isRival(best, other));
  const accepted = best && rival === undefined ? best : undefined;
  if (best && rival) best.match.reasons.push(`as likely as "${rival.candidate.title.slice(0, 100)}"`);
  const rest = judged.filter((one) => one !== accepted);
  return {
    ...(accepted && { accepted }),
    suggestions: rest.filter(({ match }) => match.verdict !== 'drop').map(onlySuggested),
    dropped: rest.filter(({ match }) => match.verdict === 'drop'),
  };
}

/** By score; among those that cannot score more, by what makes them the same edition. */
function inOrder<Edition extends EditionFound>(sought: BookSought, judged: Judged<Edition>[]): Judged<Edition>[] {
  const extras = new Map(judged.map((one) => [one, tieBreakers(sought, foundByEdition(one.candidate))]));
  return judged.sort((a, b) => b.match.score - a.match.score || (extras.get(b) ?? 0) - (extras.get(a) ?? 0));
}

function onlySuggested<Edition>({ candidate, match }: Judged<Edition>): Judged<Edition> {
  return { candidate, match: { ...match, verdict: 'suggest' } };
}

/**
 * True for another book that fits about as well. An identifier is ahead of all words, except where its title is another one
 * and the words name a different book: then the file bears the number of a book that it is not.
 */
function isRival<Edition extends EditionFound>(best: Judged<Edition>, other: Judged<Edition>): boolean {
  if (other === best || other.match.score <= best.match.score - MARGIN) return false;
  if (best.match.byIdentifier && !other.match.byIdentifier) {
    const isClear = best.match.title >= other.match.title;
    if (isClear) return false;
  }
  return !isOneWork(foundByEdition(best.candidate), foundByEdition(other.candidate));
}

/** True for two editions of one book. */
function isOneWork(a: Found, b: Found): boolean {
  if (identifierInBoth([...a.identifiers, ...a.otherEditions], b) !== undefined) return true;
  return (
    titleLikeness(titleForms(a), titleForms(b)).value >= 0.85 && (authorLikeness(a.authors, b.authors) ?? 1) >= 0.75
  );
}
