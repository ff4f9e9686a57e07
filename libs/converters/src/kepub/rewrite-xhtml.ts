import { isCode, isForeign, isVoid } from './element-rules.js';
import { isAdeptMeta } from './head.js';
import { DEEPEST_NESTING, MOST_ELEMENTS, PageRefused, tooMuch } from './limits.js';
import { cleanText, markImage, markText, type TextManner } from './mark-text.js';
import { OpenElements } from './open-elements.js';
import { PageFrame } from './page-frame.js';
import type { PagePlan } from './page-plan.js';
import { DECLARATION } from './prologue.js';
import { scanXml } from './scan-xml.js';
import { SmartPunctuation } from './smart-punctuation.js';
import { SourceCopy } from './source-copy.js';
import { SpanNumbering } from './span-numbering.js';
import { type Cut, isBlank, isEastAsian, splitEastAsian, splitSentences } from './split-sentences.js';
import { rewriteStartTag } from './start-tag.js';
import { escapeText } from './tag-source.js';
import { EmptyWordMarkup, isWordMarkup } from './word-markup.js';
import { NotWellFormed, type Place, type XmlListener, type XmlTag } from './xml-listener.js';

/**
 * A well-formed XHTML page with everything a Kobo needs put in: the declaration, the style, the wrappers, and a numbered
 * span around each sentence and image. All else is copied as it was written, so that nothing can get lost.
 *
 * `page` has neither declaration nor named references (prologue.ts, references.ts).
 * Throws NotWellFormed for what needs the tolerant path, PageRefused for what should stay as it is,
 * 'archive.bomb' for more than any page holds.
 */
export function rewriteXhtml(page: string, plan: PagePlan): string {
  const rewriter = scanXml(page, () => new XhtmlRewriter(page, plan));
  const result = rewriter.finish();
  if (!rewriter.foundSpans) return result;
  // Numbering half of a page anew would move every mark a reader has made in it: it gets only what is around them.
  return scanXml(page, () => new XhtmlRewriter(page, { ...plan, smartPunctuation: false }, false)).finish();
}

/** True for a page that has the words by which our own elements are known. */
function mayBeOurs(page: string): boolean {
  return page.includes('koboSpan') || page.includes('book-columns');
}

class XhtmlRewriter implements XmlListener {
  private readonly copy: SourceCopy;
  private readonly frame: PageFrame;
  private readonly wordMarkup: EmptyWordMarkup;
  private readonly elements = new OpenElements();
  private readonly numbering = new SpanNumbering();
  private readonly punctuation: SmartPunctuation | undefined;
  private readonly manner: TextManner;
  private readonly isClean: boolean;
  private elementCount = 0;

  constructor(
    private readonly source: string,
    private readonly plan: PagePlan,
    private readonly numbers = true,
  ) {
    this.copy = new SourceCopy(source);
    this.isClean = cleanText(source) === source;
    this.frame = new PageFrame(this.copy, { styles: plan.styles, mayBeOurs: mayBeOurs(source) });
    this.wordMarkup = new EmptyWordMarkup(this.copy);
    const punctuation = plan.smartPunctuation ? new SmartPunctuation() : undefined;
    this.punctuation = punctuation;
    this.manner = { cut: splitSentences, set: punctuation && ((piece) => punctuation.set(piece)) };
  }

  opened(tag: XmlTag, place: Place): void {
    this.check(tag.name);
    const { inForeign, depth } = this.elements;
    this.elements.push(tag.name);
    if (this.elementCount === 1) this.manner.cut = this.cutFor(tag);
    if (inForeign) return;
    this.punctuation?.enter(tag.name);
    if (isWordMarkup(tag.name)) return this.wordMarkup.opened(place.start);
    this.wordMarkup.filled();
    this.frame.beforeStart(tag, depth, place.start);
    if (isAdeptMeta(tag)) this.copy.remove(place.start, place.end);
    else this.writeStart(tag, place);
    this.frame.afterStart(tag, depth, place.end);
  }

  closed(name: string, place: Place): void {
    this.elements.pop();
    const { inForeign, depth } = this.elements;
    if (inForeign) return;
    this.punctuation?.leave(name);
    if (name === 'style') this.frame.endStyle();
    if (this.wordMarkup.waiting) return this.wordMarkup.closed(place.end);
    this.frame.beforeEnd(name, depth, place.start);
    if (isVoid(name)) this.copy.remove(place.start, place.end);
    else if (place.start === place.end && !isForeign(name)) this.copy.insert(place.end, `</${name}>`);
  }

  /** Formulas are most of some books, and nothing changes in their texts. */
  get deaf(): boolean {
    return this.isClean && this.elements.inForeign && this.elements.innermost !== 'style';
  }

  text(value: string, place: Place): void {
    const source = this.source.slice(place.start, place.end);
    if (this.wordMarkup.waiting && isBlank(cleanText(value))) return this.wordMarkup.blank(place, cleanText(source));
    this.wordMarkup.filled();
    if (this.elements.innermost === 'style') this.frame.noticeStyle(value);
    if (this.elements.innermost !== 'p' && isBlank(value)) return void this.punctuation?.set(value);
    if (!this.marks()) return this.write(place, source, cleanText(source));
    // & < > take no part in where a sentence ends; every other reference is better read as its character.
    if (!source.includes('&')) return this.write(place, source, this.mark(source));
    this.write(place, source, this.mark(escapeText(value)).replaceAll('\r', '&#13;'));
  }

  /** A CDATA section becomes plain text: a parser of HTML would take it for a comment. */
  cdata(value: string, place: Place): void {
    this.wordMarkup.filled();
    if (this.elements.innermost === 'style') this.frame.noticeStyle(value);
    if (isCode(this.elements.innermost ?? '') || this.elements.inForeign) return;
    const markup = escapeText(value);
    this.copy.replace(place.start, place.end, this.marks() ? this.mark(markup) : cleanText(markup));
  }

  get foundSpans(): boolean {
    return this.frame.marked;
  }

  finish(): string {
    this.frame.check();
    return this.copy.finish(`${DECLARATION}\n`);
  }

  private writeStart(tag: XmlTag, place: Place): void {
    const source = this.source.slice(place.start, place.end);
    const markup = rewriteStartTag(tag, source);
    if (!this.marks()) return this.write(place, source, markup);
    this.numbering.enter(tag.name);
    this.write(place, source, tag.name === 'img' ? markImage(markup, this.numbering) : markup);
  }

  private write(place: Place, source: string, markup: string): void {
    if (markup !== source) this.copy.replace(place.start, place.end, markup);
  }

  private mark(markup: string): string {
    return markText(markup, this.elements.innermost === 'p', this.numbering, this.manner);
  }

  /** Chinese and Japanese pages are cut in their own way where that is wished for. */
  private cutFor({ attributes }: XmlTag): Cut {
    if (this.plan.sentences !== 'language') return splitSentences;
    const language = attributes['xml:lang'] || attributes['lang'] || this.plan.language;
    return isEastAsian(language) ? splitEastAsian : splitSentences;
  }

  private marks(): boolean {
    return this.numbers && this.frame.inBody && !this.elements.inUnmarked;
  }

  private check(name: string): void {
    this.elementCount += 1;
    if (this.elementCount > MOST_ELEMENTS) throw tooMuch(`more than ${MOST_ELEMENTS} elements`);
    if (this.elements.depth > DEEPEST_NESTING) throw new PageRefused('it is nested too deeply');
    if (this.elementCount === 1 && name.includes(':')) throw new PageRefused('its elements carry a prefix');
    if (this.elementCount === 1 && name !== 'html') throw new NotWellFormed('the root is not html');
    // XHTML's names are lower case; HTML's parser makes them so.
    if (!this.elements.inForeign && /[A-Z]/.test(name) && !name.includes(':')) throw new NotWellFormed(`<${name}>`);
  }
}
