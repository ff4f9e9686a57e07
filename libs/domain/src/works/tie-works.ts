import type { BookForm } from './book-form.js';
import { cleanForm } from './clean-form.js';
import { matchRead } from './match-work.js';
import { readForm } from './read-form.js';
import type { WorkMatch } from './work-match.js';

/** A book that may be another form of the newcomer, with the work it belongs to. */
export interface ShortlistedForm {
  form: BookForm;
  workId: string;
}

/** A book a person should look at. */
export interface WorkSuggestion {
  bookId: string;
  score: number;
  reasons: string[];
}

export interface WorkTie {
  /** The work the newcomer belongs to, beyond reasonable doubt. */
  tie?: string;
  /** The best book of each other work that may be it, the best first; no more than ten. */
  suggestions: WorkSuggestion[];
}

/** How far the best work must be ahead of the next. */
const MARGIN = 0.03;
const MOST_SUGGESTIONS = 10;

interface Judged extends ShortlistedForm {
  match: WorkMatch;
}

/**
 * Decides which work a newcomer belongs to. Where two works fit about equally well, both are suggested and none is tied.
 * Books of one work count once. The newcomer itself may be on the list. Never throws.
 */
export function tieWorks(newcomer: BookForm, shortlist: readonly ShortlistedForm[]): WorkTie {
  const ours = readForm(cleanForm(newcomer));
  const judged = shortlist
    .map((one) => ({ ...one, form: cleanForm(one.form) }))
    .filter(({ form }) => form.id === '' || form.id !== ours.form.id)
    .map((one): Judged => ({ ...one, match: matchRead(ours, readForm(one.form)) }));
  const works = bestOfWorks(judged.filter(({ match }) => match.verdict !== 'different'));
  const [best, next] = works;
  const isTied =
    best?.match.verdict === 'same' && (next === undefined || best.match.score >= next.match.score + MARGIN);
  const rivals = isTied ? works.slice(1) : works;
  return {
    ...(isTied && { tie: best.workId }),
    suggestions: rivals.slice(0, MOST_SUGGESTIONS).map(suggestionOf),
  };
}

/** Of each work the book that fits best, the best work first. */
function bestOfWorks(judged: readonly Judged[]): Judged[] {
  const best = new Map<string, Judged>();
  for (const one of judged) {
    if (one.match.score > (best.get(one.workId)?.match.score ?? 0)) best.set(one.workId, one);
  }
  return [...best.values()].sort((a, b) => b.match.score - a.match.score);
}

function suggestionOf({ form, match }: Judged): WorkSuggestion {
  return { bookId: form.id, score: match.score, reasons: match.reasons };
}
