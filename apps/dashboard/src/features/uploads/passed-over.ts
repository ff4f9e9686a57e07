import { ApiProblem } from '../../api.js';
import type { Brought } from './brought-files.js';
import { MOST_BOOKS } from './files-of-drop.js';

const NAMED = 3;
const UNSUPPORTED = 415;

/** Everything of what somebody brought that is not added, each as a problem to be told; none where all is. */
export function leftOut({ books, others, cut }: Brought): ApiProblem[] {
  const problems = others.length > 0 ? [passedOver(others)] : [];
  if (books.length === 0 && others.length === 0)
    problems.push(own('Nothing was added', 'There is no book in what you brought.'));
  if (cut) problems.push(own('Not all was taken', tooMany(books.length)));
  return problems;
}

/** The browser gave a folder and then could not read it. */
export function unreadableDrop(): ApiProblem {
  return own('Nothing was added', 'The browser could not read the folder. Choose its files with “Add books” instead.');
}

function passedOver(names: readonly string[]): ApiProblem {
  const rest = names.length - NAMED;
  const list = names.slice(0, NAMED).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
  const title = names.length === 1 ? 'A file was passed over' : `${names.length} files were passed over`;
  return own(title, `Octavo reads no such files: ${list}`);
}

function tooMany(count: number): string {
  const taken =
    count >= MOST_BOOKS ? `the first ${MOST_BOOKS.toLocaleString('en-GB')} books` : 'what was found at first';
  return `A browser carries so much badly, so ${taken} will do. Copy the whole into the folder on the server instead.`;
}

function own(title: string, detail: string): ApiProblem {
  return new ApiProblem({ type: 'about:blank', title, status: UNSUPPORTED, detail, instance: '' });
}
