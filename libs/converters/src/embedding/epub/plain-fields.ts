import { normaliseLanguage, parseDate } from '@octavo/domain';
import { attributeOf, type MarkupElement } from '../markup/markup.js';
import { oneLine } from '../wanted.js';
import type { PackageDraft } from './package-draft.js';

/** Events of the file, not of the book (OPF 2.0 §2.2.7). */
const OF_THE_FILE = new Set(['creation', 'conversion', 'modification', 'ops-publication']);
const NO_NAME = /^(?:unknown|n\/a|none)$/i;

/** `html` is written as text, escaped once: elements in it are not allowed (EPUB 3.3 §5.5.2). */
export function writeDescription(draft: PackageDraft, html: string): void {
  const all = draft.elements.fields('description');
  write(draft, 'description', html, all.find(({ text }) => text.trim() !== '') ?? all[0]);
}

export function writePublisher(draft: PackageDraft, name: string): void {
  const all = draft.elements.fields('publisher');
  write(draft, 'publisher', name, all.find(({ text }) => !isNobody(text)) ?? all[0]);
}

function isNobody(text: string): boolean {
  const name = oneLine(text);
  return name === '' || NO_NAME.test(name);
}

/**
 * The publication's date as precise as it is known. The dates of the file itself stay, and so does dcterms:modified: the
 * same request must give the same bytes whenever it is made.
 */
export function writePublished(draft: PackageDraft, date: string): void {
  const eventOf = (element: MarkupElement) => attributeOf(element, 'event')?.trim().toLowerCase() ?? '';
  const dates = draft.elements.fields('date').filter((element) => !OF_THE_FILE.has(eventOf(element)));
  const called = dates.filter((element) => eventOf(element).includes('publication'));
  const byTrust = [...called, ...dates.filter((element) => !called.includes(element))];
  const target = byTrust.find(({ text }) => parseDate(text) !== undefined) ?? byTrust[0];
  const attributes = draft.version === 2 ? { event: 'publication' } : undefined;
  if (target) draft.replaceText(target, date);
  else draft.addField({ name: 'date', text: date, attributes });
}

/** The first language is the main one; one that stood behind it changes places with it. */
export function writeLanguage(draft: PackageDraft, language: string): void {
  const [first, ...more] = draft.elements.fields('language');
  const same = more.find(({ text }) => normaliseLanguage(oneLine(text)) === language);
  if (same && first && oneLine(first.text) !== '') draft.replaceText(same, first.text.trim());
  write(draft, 'language', language, first);
}

/** EPUB 3 only; "schema" is one of its reserved prefixes (§D.1.4). */
export function writePageCount(draft: PackageDraft, pages: number): void {
  draft.setProperty('schema:numberOfPages', String(pages));
}

function write(draft: PackageDraft, name: string, text: string, element: MarkupElement | undefined): void {
  if (element) draft.replaceText(element, text);
  else draft.addField({ name, text });
}
