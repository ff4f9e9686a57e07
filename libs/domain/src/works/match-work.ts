import { type AuthorEvidence, authorEvidence } from './author-evidence.js';
import type { BookForm } from './book-form.js';
import { cleanForm } from './clean-form.js';
import { judge } from './judge.js';
import { type ReadForm, readForm } from './read-form.js';
import type { WorkMatch } from './work-match.js';

/**
 * Whether two books are forms of one work: most often an ebook and an audiobook of one text. Two of one medium are only
 * `same` or `different`, for duplicates are another matter. Symmetric, and never throws, whatever the forms hold.
 */
export function matchWork(a: BookForm, b: BookForm): WorkMatch {
  return matchRead(readForm(cleanForm(a)), readForm(cleanForm(b)));
}

/** The same for forms that have been taken apart. */
export function matchRead(a: ReadForm, b: ReadForm): WorkMatch {
  const [first, second] = [withAuthorInTitle(a, b), withAuthorInTitle(b, a)];
  const authors: AuthorEvidence = authorEvidence(first.authors, second.authors);
  return judge(first, second, authors);
}

/** "Andy Weir - Project Hail Mary" tells its author where somebody says who is one. */
function withAuthorInTitle(form: ReadForm, other: ReadForm): ReadForm {
  if (form.authors.wrote.length > 0 || other.authors.wrote.length === 0) return form;
  const again = readForm(form.form, other.authors.wrote.flat());
  return again.authors.wrote.length > 0 ? again : form;
}
