import type { Judgement } from './judgement.js';
import type { Round } from './round.js';

const LONGEST_TITLE = 100;

/** What came of asking one provider, in a sentence for the page of the book. */
export function inWords(
  { provider: { name }, lists, pages, failure }: Round,
  { accepted, suggestions }: Judgement,
): string {
  const why =
    failure === undefined ? '' : ` (${failure.kind === 'blocked' ? 'it refuses' : 'it fails'}: ${failure.reason})`;
  if (accepted) return `${name} knows ${quoted(accepted)}: ${accepted.match.reasons.join(', ')}${why}`;
  const [best] = suggestions;
  if (best) return `${name} has something like it, ${quoted(best)}: ${best.match.reasons.join(', ')}${why}`;
  if (failure)
    return `${name} ${failure.kind === 'blocked' ? 'cannot be asked now' : 'gave no answer'}: ${failure.reason}`;
  return lists + pages === 0 ? `${name} cannot be asked for such a book` : `${name} does not know it`;
}

/** Where asking went wrong in a way nobody foresaw. */
export function failedInWords(name: string): string {
  return `${name} could not be asked: something went wrong here, see the log`;
}

const quoted = ({ candidate: { title } }: { candidate: { title: string } }) => `"${title.slice(0, LONGEST_TITLE)}"`;
