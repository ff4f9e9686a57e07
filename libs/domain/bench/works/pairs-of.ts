import type { BookForm, Contributor, SeriesEntry } from '../../src/index.js';

/**
 * What a person says of two books. `certain`: one text, and enough is known to be sure. `ask`: one text, but nobody could be
 * sure. `related`: the same story in another text, or a part of it: at most a question. `different`: another book.
 */
export type Label = 'certain' | 'ask' | 'related' | 'different';

export interface LabelledPair {
  id: string;
  label: Label;
  books: readonly [BookForm, BookForm];
}

const FIELDS: readonly [RegExp, (found: string[]) => Partial<BookForm>][] = [
  [/^sub (.+)$/, ([, subtitle = '']) => ({ subtitle })],
  [/^in (.+)$/, ([, series = '']) => ({ series: series.split('; ').map(seriesOf) })],
  [/^([a-z]{2}(?:-[A-Z]{2})?)$/, ([, language = '']) => ({ language })],
  [/^isbn (.+)$/, ([, value = '']) => ({ identifiers: [{ scheme: 'isbn', value }] })],
  [/^publisher (.+)$/, ([, publisher = '']) => ({ publisher })],
  [/^(\d+)h(\d\d)$/, ([, hours, minutes]) => ({ durationSec: Number(hours) * 3600 + Number(minutes) * 60 })],
  [/^(\d+)p$/, ([, pages]) => ({ pageCount: Number(pages) })],
  [/^(\d+)w$/, ([, words]) => ({ wordCount: Number(words) })],
  [/^(\d{4})$/, ([, year]) => ({ publishedYear: Number(year) })],
  [/^abridged$/, () => ({ abridged: true })],
  [/^(ebook|audiobook)$/, ([, medium]) => ({ medium: medium as BookForm['medium'] })],
];
const PEOPLE = new Map<string, Contributor['role']>([
  ['by', 'author'],
  ['read', 'narrator'],
  ['tr', 'translator'],
]);

/**
 * Pairs from a table: blocks of three lines, apart by an empty one: the name of the pair, an ebook, an audiobook. A book is
 * its title and what else is known, between bars: "Dune | by Frank Herbert | in Dune #1 | en | 658p" (pages; "9000w" words,
 * "21h02" its length, "2006" its year, "read" its narrators, "tr" its translators). Throws for what it cannot read.
 */
export function pairsOf(label: Label, table: string): LabelledPair[] {
  const blocks = table.split('\n\n').map((block) => block.replace(/^\n+|\n+$/g, '').split('\n'));
  return blocks.map((lines) => {
    const [id = '', first = '', second = ''] = lines;
    if (lines.length !== 3) throw new Error(`No pair: ${lines.join(' // ')}`);
    return { id, label, books: [bookOf(`${id}#1`, 'ebook', first), bookOf(`${id}#2`, 'audiobook', second)] };
  });
}

function bookOf(id: string, medium: BookForm['medium'], line: string): BookForm {
  const [title = '', ...fields] = line.split(' | ');
  const book: BookForm = { id, medium, title, contributors: [], series: [], identifiers: [] };
  return fields.reduce((known, field) => ({ ...known, ...fieldOf(field, known) }), book);
}

function fieldOf(field: string, { contributors }: BookForm): Partial<BookForm> {
  const role = PEOPLE.get(field.split(' ')[0] ?? '');
  if (role !== undefined) {
    const names = namesOf(field.slice(field.indexOf(' ') + 1));
    return { contributors: [...contributors, ...names.map((name) => ({ name, role }))] };
  }
  for (const [form, read] of FIELDS) {
    const found = form.exec(field);
    if (found) return read(found);
  }
  throw new Error(`No field: ${field}`);
}

/** "Terry Pratchett, Neil Gaiman" are two entries; "King, Stephen" is one, as files hold it. */
function namesOf(text: string): string[] {
  const parts = text.split(', ');
  return parts.every((part) => part.includes(' ')) ? parts : [text];
}

function seriesOf(text: string): SeriesEntry {
  const at = text.lastIndexOf(' #');
  return at < 0 ? { name: text } : { name: text.slice(0, at), number: text.slice(at + 2) };
}
