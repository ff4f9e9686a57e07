import { aligned } from '../aligned.js';
import type { MarkupElement } from '../markup/markup.js';
import { oneLine } from '../wanted.js';
import type { Neighbour, PackageDraft } from './package-draft.js';

/** Codes of booksellers, which our reader passes over. */
const CODE = /^[A-Z]{3}\d{6}$/;

/** One element for each; those that say one already stay, with what refines them, and so do codes. */
export function writeSubjects(draft: PackageDraft, wanted: readonly string[]): void {
  const there = draft.elements.fields('subject').filter(({ text }) => !CODE.test(oneLine(text)));
  const { pairs, rest } = aligned(there, wanted, (element, subject) => oneLine(element.text) === subject);
  const [first] = there;
  let last: MarkupElement | undefined;
  for (const { wanted: text, element } of pairs) {
    const neighbour: Neighbour | undefined = last ? { after: last } : first && { before: first };
    if (!element) draft.addField({ name: 'subject', text }, neighbour);
    last = element ?? last;
  }
  for (const element of rest) draft.remove(element);
}
