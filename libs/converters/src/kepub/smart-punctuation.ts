import { doubleQuote, singleQuote } from './curly-quotes.js';
import { isForeign } from './element-rules.js';

// A new paragraph does not begin at these, nor at what has a prefix; all others part the text before from the text behind.
const INLINE = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark output q rb rbc rp rt rtc ' +
    'ruby s samp small span strike strong sub sup time tt u var wbr'
  ).split(' '),
);
// Where a quote is the quote that somebody types. The others of this kind get no spans, and nothing of ours at all.
const VERBATIM = new Set(['code', 'kbd', 'samp', 'tt', 'textarea', 'math', 'svg']);
const OBJECTS = new Set(['img', 'svg', 'math']);
const OBJECT = '\uFFFC';

const STRAIGHT = /["']|-{2,}|\.{3,}|\([bcr]\)|\(tm\)|[“”„]|[13]\/[24](?![\p{L}\p{N}/])/giu;
const DASHES = new Map([
  ['--', '–'],
  ['---', '—'],
]);
const SYMBOLS = new Map([
  ['(r)', '®'],
  ['(tm)', '™'],
]);
const FRACTIONS = new Map([
  ['1/2', '½'],
  ['1/4', '¼'],
  ['3/4', '¾'],
]);
// No honest page has so many; what is behind them stays as it is.
const MOST_MARKS = 500_000;
// As far as the longest word an apostrophe is written before.
const LOOK_AHEAD = 12;
const PART_OF_A_NUMBER = /[\p{L}\p{N}/.,]$/u;

/**
 * Straight quotes, double hyphens, three dots and the like as a typesetter would have set them, by the rules of
 * English. It is told every element and every piece of text in their order, since whether a quote opens or closes
 * depends on what stands before it, which may be in another element of the same paragraph.
 *
 * [extra] It changes characters inside the spans only, never where one begins.
 */
export class SmartPunctuation {
  /** The last characters of the block so far, two at most. */
  private before = '';
  private doubleOpen = false;
  /** "(b)" was seen on the page: then "(c)" is the next item of a list, in its own paragraph perhaps. */
  private lettered = false;
  private verbatimDepth = 0;
  private count = 0;

  enter(element: string): void {
    if (VERBATIM.has(element) || isForeign(element)) this.verbatimDepth += 1;
    this.pass(element);
  }

  leave(element: string): void {
    if (VERBATIM.has(element) || isForeign(element)) this.verbatimDepth -= 1;
    this.pass(element);
  }

  /** One piece of text, in which only & < > are escaped. */
  set(markup: string): string {
    if (this.verbatimDepth > 0) {
      this.remember(markup);
      return markup;
    }
    const parts: string[] = [];
    let from = 0;
    for (const { 0: found, index } of markup.matchAll(STRAIGHT)) {
      if (this.count > MOST_MARKS) break;
      this.count += 1;
      this.keep(markup.slice(from, index), parts);
      from = index + found.length;
      this.keep(this.typeset(found, markup, from), parts);
    }
    this.keep(markup.slice(from), parts);
    return parts.join('');
  }

  private keep(text: string, parts: string[]): void {
    parts.push(text);
    this.remember(text);
  }

  private remember(text: string): void {
    if (text !== '') this.before = text.length > 1 ? text.slice(-2) : this.before.slice(-1) + text;
  }

  private pass(element: string): void {
    if (OBJECTS.has(element)) this.before = OBJECT;
    if (INLINE.has(element) || isForeign(element) || element.includes(':')) return;
    this.before = '';
    this.doubleOpen = false;
  }

  private typeset(found: string, markup: string, end: number): string {
    const { before, doubleOpen } = this;
    const after = markup.slice(end, end + LOOK_AHEAD);
    if (found === "'") return singleQuote({ before, after, doubleOpen });
    if (found === '"' || found === '“' || found === '”' || found === '„') {
      const quote = found === '"' ? doubleQuote({ before, after, doubleOpen }) : found;
      this.doubleOpen = quote !== '”';
      return quote;
    }
    return this.symbol(found, found.toLowerCase());
  }

  private symbol(found: string, name: string): string {
    if (name === '(b)') this.lettered = true;
    if (name === '(c)') return this.lettered ? found : '©';
    // A longer row of dots or hyphens is a rule somebody drew.
    if (found.startsWith('...')) return found.length === 3 ? '…' : found.length === 4 ? '….' : found;
    const fraction = FRACTIONS.get(found);
    if (fraction !== undefined) return PART_OF_A_NUMBER.test(this.before) ? found : fraction;
    return DASHES.get(found) ?? SYMBOLS.get(name) ?? found;
  }
}
