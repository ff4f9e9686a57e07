import type { BookQuery } from './metadata-provider.js';
import { cleanText } from './clean-text.js';

const MAX_LENGTH = 100;
/** "Dune (Dune Chronicles, Book 1)" is searched for without what is in brackets. */
const BRACKETS = /\([^()]*\)|\[[^[\]]*\]|\{[^{}]*\}/g;

/** The title as it is searched for: without brackets, at most 100 characters, cut between words. */
export function titleTerms({ title }: BookQuery): string | undefined {
  const whole = cleanText(title ?? '');
  const bare = cleanText(whole.replace(BRACKETS, ' '));
  return shortened(bare === '' ? whole : bare);
}

/** What is before ": " of a title that has a subtitle and two words or more before it. */
export function mainTitleTerms(query: BookQuery): string | undefined {
  const [main = '', rest] = titleTerms(query)?.split(/:\s+/, 2) ?? [];
  return rest !== undefined && /\S\s+\S/.test(main) ? main.trim() : undefined;
}

/** The first author's name. */
export function authorTerms({ authors }: BookQuery): string | undefined {
  return shortened(cleanText(authors[0] ?? ''));
}

/** Parameters of one search by words. */
export type Wording = Readonly<Record<string, string | undefined>>;

/**
 * Searches as plain words, the strictest first: title and author each in its field, the title without its subtitle, then
 * everything in the field `anywhere`. None without a title.
 */
export function wordings(query: BookQuery, anywhere: string): Wording[] {
  const title = titleTerms(query);
  if (title === undefined) return [];
  const author = authorTerms(query);
  const main = mainTitleTerms(query);
  return [
    { title, author },
    ...(main === undefined ? [] : [{ title: main, author }]),
    { [anywhere]: [title, author].filter((part) => part !== undefined).join(' ') },
  ];
}

/** Values of the query's identifiers of a scheme that have this form, each once, at most three. */
export function identifiersOf({ identifiers }: BookQuery, scheme: string, form: RegExp): string[] {
  const values = identifiers.filter((one) => one.scheme === scheme && form.test(one.value)).map(({ value }) => value);
  return [...new Set(values)].slice(0, 3);
}

function shortened(text: string): string | undefined {
  if (text.length <= MAX_LENGTH) return text === '' ? undefined : text;
  const cut = text.slice(0, MAX_LENGTH).toWellFormed();
  const space = cut.lastIndexOf(' ');
  return (space > 20 ? cut.slice(0, space) : cut).replaceAll('\ufffd', '').trim();
}
