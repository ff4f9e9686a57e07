import { MARGIN_RULE } from './css-rules.js';
import type { HeadStyle } from './head-styles.js';
import { PageRefused } from './limits.js';
import type { XmlTag } from './xml-listener.js';
import type { Slot, SourceCopy } from './source-copy.js';

// [mandatory] The device lays the page out in columns by these two ids; without them paging and positions fail.
const WRAPPERS_OPEN = '<div id="book-columns"><div id="book-inner">';
const WRAPPERS_CLOSE = '</div></div>';

// How many elements are open inside html, inside body, and inside body's children.
const IN_HTML = 1;
const IN_BODY = 2;
const IN_BODY_CHILD = 3;

/** True for a start tag with one of the words by which our own elements are known. */
function mayBeOurs(source: string): boolean {
  return source.includes('koboSpan') || source.includes('book-');
}

/**
 * The outer parts of a page: our styles in the head, two wrappers around what the body holds. What a page has already is
 * not put in again. `depth` is always how many elements are open around the one told of.
 */
export class PageFrame {
  inBody = false;
  private bodySeen = false;
  private headSeen = false;
  private headClosed = false;
  private styleText = '';
  private readonly stylesSeen = new Set<string>();
  private spansSeen = false;
  private columnsOpen = false;
  private wrappersSeen = false;
  private wrappers: Slot | undefined;

  constructor(
    private readonly copy: SourceCopy,
    private readonly styles: readonly HeadStyle[],
  ) {}

  beforeStart(tag: XmlTag, source: string, { depth, at }: { depth: number; at: number }): void {
    if (depth === IN_HTML && tag.name === 'head') this.headSeen = true;
    if (depth === IN_HTML && tag.name === 'body' && !this.headSeen) {
      this.copy.insert(at, `<head>${this.missingStyles()}</head>`);
      this.headSeen = this.headClosed = true;
    }
    if (this.inBody && mayBeOurs(source)) this.noticeOurs(tag, depth);
  }

  afterStart(tag: XmlTag, depth: number, at: number): void {
    if (depth !== IN_HTML || tag.name !== 'body' || this.bodySeen) return;
    this.inBody = this.bodySeen = true;
    this.wrappers = this.copy.reserve(at);
  }

  beforeEnd(name: string, depth: number, at: number): void {
    if (depth === IN_BODY) this.columnsOpen = false;
    if (depth !== IN_HTML) return;
    if (name === 'head' && !this.headClosed) {
      this.copy.insert(at, this.missingStyles());
      this.headClosed = true;
    }
    if (name === 'body' && this.inBody) this.closeBody(at);
  }

  /** A part of a style element's content. */
  noticeStyle(text: string): void {
    if (!this.headClosed) this.styleText += text;
  }

  /** A style element ends here. */
  endStyle(): void {
    if (!this.headClosed) this.stylesSeen.add(this.styleText.trim());
    this.styleText = '';
  }

  /** Something has numbered the page's sentences before. */
  get marked(): boolean {
    return this.spansSeen;
  }

  /** Throws PageRefused where the page should rather stay as it was. */
  check(): void {
    if (!this.bodySeen) throw new PageRefused('it has no body');
    const framed = this.wrappersSeen && this.stylesSeen.has(MARGIN_RULE);
    if (this.spansSeen && framed) throw new PageRefused('it has Kobo spans already');
  }

  private missingStyles(): string {
    return this.styles.map(({ text, markup }) => (this.stylesSeen.has(text) ? '' : markup)).join('');
  }

  private noticeOurs(tag: XmlTag, depth: number): void {
    const { class: classes, id } = tag.attributes;
    if (classes?.includes('koboSpan') && classes.split(/[\t\n\f\r ]+/).includes('koboSpan')) this.spansSeen = true;
    if (depth === IN_BODY && id === 'book-columns') this.columnsOpen = true;
    if (depth === IN_BODY_CHILD && this.columnsOpen && id === 'book-inner') this.wrappersSeen = true;
  }

  private closeBody(at: number): void {
    this.inBody = false;
    if (this.wrappersSeen || !this.wrappers) return;
    this.copy.fill(this.wrappers, WRAPPERS_OPEN);
    this.copy.insert(at, WRAPPERS_CLOSE);
  }
}
