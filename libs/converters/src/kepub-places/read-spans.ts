import { Parser } from 'htmlparser2';
import { DEEPEST_NESTING, MOST_SPANS, tooMuch } from '../kepub/limits.js';
import { SpanTable, spanNumber } from './span-table.js';

const SPAN_CLASS = /(?:^|\s)koboSpan(?:\s|$)/;
const WHITE_SPACE = /\s+/g;
/** Stands for a span without a letter: a picture, or white space alone. */
const NO_LETTERS = '\uFFFC';
const MOST_ATTRIBUTES = 256;

/** The spans of a page, and the letters in them. */
export interface ReadSpans {
  table: SpanTable;
  letters: string;
}

/**
 * Reads a page's Kobo spans in one pass, by the forgiving rules of HTML: whoever made the page, a device shows it.
 * White space counts for nothing, since tools differ in what of it they put into spans. A page that is nested beyond
 * reason, or a tag with more attributes than any has, ends what is read of it. Throws 'archive.bomb' for more spans
 * than any page holds.
 */
export function readSpans(page: string): ReadSpans {
  const reading = new SpanReading();
  const parser = new Parser(reading, { recognizeSelfClosing: true });
  try {
    parser.end(page);
  } catch (error) {
    if (!(error instanceof EnoughRead)) throw error;
  }
  return reading.finish();
}

class EnoughRead extends Error {}

class SpanReading {
  private readonly table = new SpanTable();
  private readonly pieces: string[] = [];
  private length = 0;
  private depth = 0;
  /** Where `depth` was when the outermost span that is open began; undefined outside spans. */
  private spanDepth: number | undefined;
  private attributes = 0;

  onopentagname(): void {
    this.depth += 1;
    this.attributes = 0;
    // The parser looks through all open elements at each end tag.
    if (this.depth > DEEPEST_NESTING) throw new EnoughRead();
  }

  onattribute(): void {
    this.attributes += 1;
    if (this.attributes > MOST_ATTRIBUTES) throw new EnoughRead();
  }

  onopentag(_name: string, attributes: Record<string, string>): void {
    const { id, class: classes } = attributes;
    if (id === undefined || classes === undefined || !SPAN_CLASS.test(classes)) return;
    const number = spanNumber(id);
    if (!number) return;
    this.endSpan();
    if (this.table.count === MOST_SPANS) throw tooMuch(`more than ${MOST_SPANS} sentences`);
    this.table.add(number, this.length);
    this.spanDepth ??= this.depth;
  }

  onclosetag(): void {
    if (this.depth === this.spanDepth) this.spanDepth = undefined;
    this.depth -= 1;
  }

  ontext(text: string): void {
    if (this.spanDepth !== undefined) this.take(text.replace(WHITE_SPACE, ''));
  }

  finish(): ReadSpans {
    this.endSpan();
    this.table.end(this.length);
    return { table: this.table, letters: this.pieces.join('') };
  }

  /** Each span takes up some of the text, so that no two begin at one place. */
  private endSpan(): void {
    if (this.table.count > 0 && this.table.lastStart === this.length) this.take(NO_LETTERS);
  }

  private take(letters: string): void {
    if (letters === '') return;
    this.pieces.push(letters);
    this.length += letters.length;
  }
}
