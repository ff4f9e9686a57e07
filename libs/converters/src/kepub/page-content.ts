import { isCode, localName } from './element-rules.js';
import { DEEPEST_NESTING, MOST_ELEMENTS, PageRefused, tooMuch } from './limits.js';
import { withoutDeclaration } from './prologue.js';
import { refuseCrowded } from './refuse-crowded.js';
import { resolveReferences } from './references.js';
import { scanXml } from './scan-xml.js';
import { NotWellFormed, type XmlListener, type XmlTag } from './xml-listener.js';
import { tidyHtml } from './tidy-html.js';

/** What stands in a page's body, counted as far as it matters. */
export interface PageContent {
  paragraphs: number;
  /** Drawings included. */
  images: number;
  /** Only those of more than three bytes. */
  words: number;
  /** It has Kobo spans. */
  marked: boolean;
}

const SHORTEST_WORD = 4;
// Beyond this many of anything a page is a full one, and its rest need not be read.
const ENOUGH = 100;
// In UTF-16 units; of a page that has to be mended first.
const ENOUGH_TEXT = 256 * 1024;

/**
 * Counts paragraphs, images and words of a body, in full only while there are few. Undefined for a page nobody can
 * read. Throws 'archive.bomb' as the conversion of the page would.
 */
export function pageContent(source: string): PageContent | undefined {
  try {
    refuseCrowded(source);
    const page = resolveReferences(withoutDeclaration(source));
    return counted(page) ?? counted(tidyHtml(page.slice(0, ENOUGH_TEXT)));
  } catch (error) {
    if (error instanceof PageRefused) return undefined;
    throw error;
  }
}

/** Nothing more has to be read. */
class Enough extends Error {}

/** Undefined for a page that is not well-formed as far as it was read. */
function counted(page: string): PageContent | undefined {
  let counter = new Counter();
  try {
    scanXml(page, () => (counter = new Counter()));
  } catch (error) {
    if (error instanceof NotWellFormed) return undefined;
    if (!(error instanceof Enough)) throw error;
  }
  return counter.content;
}

class Counter implements XmlListener {
  readonly content: PageContent = { paragraphs: 0, images: 0, words: 0, marked: false };
  private depth = 0;
  private elements = 0;
  private inBody = false;
  private inCode = false;

  opened({ name, attributes }: XmlTag): void {
    this.check();
    if (name === 'body') this.inBody = true;
    this.inCode = isCode(name);
    if (!this.inBody) return;
    if (name === 'p') this.content.paragraphs += 1;
    if (name === 'img' || localName(name) === 'svg') this.content.images += 1;
    if (attributes['class']?.split(/\s+/).includes('koboSpan')) this.content.marked = true;
    const { paragraphs, images, marked } = this.content;
    if (marked || paragraphs + images > ENOUGH) throw new Enough();
  }

  closed(name: string): void {
    this.depth -= 1;
    this.inCode = false;
    if (name === 'body') this.inBody = false;
  }

  text(value: string): void {
    if (!this.inBody || this.inCode) return;
    for (const [word] of value.matchAll(/\S+/g)) {
      // Four UTF-16 units are four bytes at least; no need to measure a word of megabytes.
      if (word.length < SHORTEST_WORD && Buffer.byteLength(word) < SHORTEST_WORD) continue;
      this.content.words += 1;
      if (this.content.words > ENOUGH) throw new Enough();
    }
  }

  cdata(value: string): void {
    this.text(value);
  }

  private check(): void {
    this.depth += 1;
    this.elements += 1;
    if (this.depth > DEEPEST_NESTING) throw new PageRefused('it is nested too deeply');
    if (this.elements > MOST_ELEMENTS) throw tooMuch(`more than ${MOST_ELEMENTS} elements`);
  }
}
