import type { Problem } from '@octavo/contracts';
import type { BookForm, FormField } from './book-form.js';

export type Complaints = Partial<Record<FormField, string>>;

const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/** What is wrong with a form before it is sent, said at its fields. */
export function complaintsAbout({ title, publishedDate, pageCount, identifiers }: BookForm): Complaints {
  const isUnnamed = identifiers.some(({ scheme, value }) => scheme.trim() === '' && value.trim() !== '');
  return {
    ...(title.trim() === '' && { title: 'A book needs a title.' }),
    ...(publishedDate.trim() !== '' &&
      !DATE.test(publishedDate.trim()) && { publishedDate: 'As far as it is known: 1969, 1969-03 or 1969-03-01.' }),
    ...(pageCount.trim() !== '' && !/^\d{1,5}$/.test(pageCount.trim()) && { pageCount: 'A whole number.' }),
    ...(isUnnamed && { identifiers: 'Say what kind of number it is: ISBN, ASIN …' }),
  };
}

/** What the server said about single fields, and what it said about none of them. */
export function complaintsOf(problem: Problem | undefined, form: BookForm): { fields: Complaints; rest?: Problem } {
  if (!problem) return { fields: {} };
  const fields: Complaints = {};
  for (const { path, message } of problem.errors ?? []) {
    const field = path.split('.', 1)[0] ?? '';
    if (field in form) fields[field as FormField] ??= message;
  }
  return Object.keys(fields).length > 0 ? { fields } : { fields, rest: problem };
}
