import { isCode, isForeign, isVoid } from './element-rules.js';
import { isAdeptMeta } from './head.js';
import { DEEPEST_NESTING, MOST_ELEMENTS, PageRefused, tooMuch } from './limits.js';
import { CHARACTERS, type Letters, UTF8_BYTES } from './letters.js';
import { markImage, markText, type TextManner } from './mark-text.js';
import { OpenElements } from './open-elements.js';
import { PageFrame } from './page-frame.js';
import type { PagePlan } from './page-plan.js';
import { DECLARATION } from './prologue.js';
import { scanPlainXml } from './scan-plain-xml.js';
import { scanXml } from './scan-xml.js';
import { SmartPunctuation } from './smart-punctuation.js';
import { SourceCopy } from './source-copy.js';
import { SpanNumbering } from './span-numbering.js';
import { type Cut, isEastAsian, splitEastAsian } from './split-sentences.js';
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
  return scanXml(
    page,
    () => new XhtmlRewriter(page, { ...plan, smartPunctuation: false }, { numbers: false }),
  ).finish();
}

/**
 * The same for a page as nearly all are, in the bytes of its UTF-8 (letters.ts): plain XML without numeric references.
 * Undefined for every other, and for one that has spans. The plan is one for bytes.
 */
export function rewritePlainXhtml(page: string, plan: PagePlan): string | undefined {
  if (page.includes('&#')) return undefined;
  const rewriter = new XhtmlRewriter(page, plan, { letters: UTF8_BYTES });
  if (!scanPlainXml(page, rewriter)) return undefined;
  const result = rewriter.finish();
  return rewriter.foundSpans ? undefined : result;
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
    private readonly ways: { numbers?: boolean; letters?: Letters } = {},
  ) {
    const { letters = CHARACTERS } = ways;
    this.copy = new SourceCopy(source);
    this.isClean = letters.clean(source) === source;
    this.frame = new PageFrame(this.copy, plan.styles);
    this.wordMarkup = new EmptyWordMarkup(this.copy);
    const punctuation = plan.smartPunctuation ? new SmartPunctuation() : undefined;
    this.punctuation = punctuation;
    this.manner = { letters, cut: letters.cut, set: punctuation && ((piece) => punctuation.set(piece)) };
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
    const source = this.source.slice(place.start, place.end);
    this.frame.beforeStart(tag, source, { depth, at: place.start });
    if (isAdeptMeta(tag)) this.copy.remove(place.start, place.end);
    else this.writeStart(tag, source, place);
    this.frame.afterStart(tag, depth, place.end);
  }

  /** An element inside a formula or a drawing. */
  passed(name: string): void {
    this.check(name);
    this.elements.push(name);
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
    const { letters } = this.manner;
    if (this.wordMarkup.waiting && letters.isBlank(letters.clean(value)))
      return this.wordMarkup.blank(place, letters.clean(source));
    this.wordMarkup.filled();
    if (this.elements.innermost === 'style') this.frame.noticeStyle(value);
    if (this.elements.innermost !== 'p' && letters.isBlank(value)) return void this.punctuation?.set(value);
    if (!this.marks()) return this.write(place, source, letters.clean(source));
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
    this.copy.replace(place.start, place.end, this.marks() ? this.mark(markup) : this.manner.letters.clean(markup));
  }

  get foundSpans(): boolean {
    return this.frame.marked;
  }

  finish(): string {
    this.frame.check();
    return this.copy.finish(`${DECLARATION}\n`);
  }

  private writeStart(tag: XmlTag, source: string, place: Place): void {
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
    const { cut } = this.manner.letters;
    if (this.plan.sentences !== 'language') return cut;
    const language = attributes['xml:lang'] || attributes['lang'] || this.plan.language;
    return isEastAsian(language) ? splitEastAsian : cut;
  }

  private marks(): boolean {
    return this.ways.numbers !== false && this.frame.inBody && !this.elements.inUnmarked;
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
