import { attributesOf, endOfName, endOfSpace, isCharacter, REFERENCE, resolved, withLineFeeds } from './plain-xml.js';
import type { XmlListener, XmlTag } from './xml-listener.js';

const [SLASH, GREATER, EQUALS, BANG, QUESTION] = [0x2f, 0x3e, 0x3d, 0x21, 0x3f];
const [DOUBLE, SINGLE] = [0x22, 0x27];
// Its white space is not JavaScript's: a byte order mark, for one, is none.
const XML_DECLARATION = new RegExp(
  '<\\?xml[ \t\r\n]+version="1\\.0"(?:[ \t\r\n]+encoding="[A-Za-z][\\w.-]*")?' +
    '(?:[ \t\r\n]+standalone="(?:yes|no)")?[ \t\r\n]*\\?>',
  'y',
);
const INSTRUCTION = /<\?(?![Xx][Mm][Ll][ \t\r\n?])[A-Za-z_][\w.-]*(?=[ \t\r\n]|\?>)/y;
const DOCTYPE = new RegExp(
  '<!DOCTYPE[ \t\r\n]+[A-Za-z_][\\w:.-]*(?:[ \t\r\n]+PUBLIC[ \t\r\n]+"[\\w \r\n./:+,-]*"[ \t\r\n]+"[^[\\]"<>&]*"' +
    '|[ \t\r\n]+SYSTEM[ \t\r\n]+"[^[\\]"<>&]*")?[ \t\r\n]*>',
  'y',
);
const MOST_ATTRIBUTES = 32;

/**
 * Reads XML as nearly all pages are written: ASCII names, no document type with contents, no references but to the five
 * names of XML and to numbers. Several times as fast as a parser of everything XML may be, whose events (scan-any-xml.ts)
 * these are to the letter. Gives false for everything else, well-formed or not; what was told until then is void.
 *
 * `source` holds no character that XML forbids, as decodeXml gives it.
 */
export function scanPlainXml(source: string, listener: XmlListener): boolean {
  return new PlainScan(source, listener).isWhole();
}

class PlainScan {
  private at = 0;
  /** Where the next "<", "&" and "]]>" are, at `at` or behind it; the source's length when there is none. */
  private less: number;
  private ampersand: number;
  private sectionEnd: number;
  private readonly open: string[] = [];
  /** Of the attributes of the tag that is being read: where the first name stands, if there is one; all, once there are two. */
  private firstStart = -1;
  private firstEnd = -1;
  private readonly names: string[] = [];
  private rootSeen = false;
  private doctypeSeen = false;

  constructor(
    private readonly source: string,
    private readonly listener: XmlListener,
  ) {
    this.less = this.next('<', 0);
    this.ampersand = this.next('&', 0);
    this.sectionEnd = this.next(']]>', 0);
  }

  isWhole(): boolean {
    this.skip(XML_DECLARATION);
    while (this.less < this.source.length) {
      if (!this.text(this.less) || !this.markup(this.less)) return false;
    }
    return this.rootSeen && this.open.length === 0 && this.text(this.source.length);
  }

  private text(end: number): boolean {
    const { source, at } = this;
    if (at === end) return true;
    if (this.open.length === 0) return endOfSpace(source, at) === end;
    if (this.sectionEnd < end) return false;
    const simple = this.ampersand >= end;
    if (!simple && !this.referencesHold(end)) return false;
    if (this.listener.deaf) return true;
    const value = withLineFeeds(source.slice(at, end));
    this.listener.text?.(simple ? value : resolved(value), { start: at, end });
    return true;
  }

  private markup(at: number): boolean {
    const kind = this.source.charCodeAt(at + 1);
    if (kind === SLASH) return this.endTag(at);
    if (kind === BANG) return this.comment(at) || this.section(at) || this.doctype(at);
    if (kind === QUESTION) return this.instruction(at);
    return this.startTag(at);
  }

  private startTag(at: number): boolean {
    if (this.open.length === 0 && this.rootSeen) return false;
    const { source } = this;
    const nameEnd = endOfName(source, at + 1);
    if (nameEnd === at + 1) return false;
    this.less = this.next('<', nameEnd);
    const attributesEnd = this.attributes(nameEnd);
    if (attributesEnd < 0) return false;
    const isSelfClosing = source.charCodeAt(attributesEnd) === SLASH;
    const end = attributesEnd + (isSelfClosing ? 2 : 1);
    if (source.charCodeAt(end - 1) !== GREATER) return false;
    const name = source.slice(at + 1, nameEnd);
    this.rootSeen = true;
    this.at = end;
    const { listener } = this;
    if (listener.passed && listener.deaf) listener.passed(name);
    else listener.opened(new PlainTag(name, isSelfClosing, source.slice(nameEnd, attributesEnd)), { start: at, end });
    if (isSelfClosing) listener.closed(name, { start: end, end });
    else this.open.push(name);
    return true;
  }

  /** Goes behind the attributes, to the ">" or "/" that must stand there. Gives -1 where they are not plain. */
  private attributes(from: number): number {
    const { source } = this;
    this.names.length = 0;
    this.firstStart = -1;
    for (let at = from; ;) {
      const start = endOfSpace(source, at);
      const nameEnd = endOfName(source, start);
      if (nameEnd === start) return start;
      if (start === at || !this.isNew(start, nameEnd)) return -1;
      const equals = endOfSpace(source, nameEnd);
      if (source.charCodeAt(equals) !== EQUALS) return -1;
      const end = this.endOfValue(endOfSpace(source, equals + 1));
      if (end < 0) return -1;
      at = end;
    }
  }

  /** Most tags have one attribute at most, whose name need not be looked at. */
  private isNew(start: number, end: number): boolean {
    const { names, source } = this;
    if (this.firstStart < 0) {
      this.firstStart = start;
      this.firstEnd = end;
      return true;
    }
    if (names.length === 0) names.push(source.slice(this.firstStart, this.firstEnd));
    const name = source.slice(start, end);
    return !names.includes(name) && names.push(name) <= MOST_ATTRIBUTES;
  }

  private endOfValue(at: number): number {
    const quote = this.source.charCodeAt(at);
    if (quote !== DOUBLE && quote !== SINGLE) return -1;
    const end = this.source.indexOf(quote === DOUBLE ? '"' : "'", at + 1);
    if (end < 0 || end > this.less || !this.referencesHold(end)) return -1;
    return end + 1;
  }

  private endTag(at: number): boolean {
    const { source } = this;
    const name = this.open.pop();
    if (name === undefined || !source.startsWith(name, at + 2)) return false;
    const close = endOfSpace(source, at + 2 + name.length);
    if (source.charCodeAt(close) !== GREATER) return false;
    this.at = close + 1;
    this.less = this.next('<', this.at);
    this.listener.closed(name, { start: at, end: this.at });
    return true;
  }

  private comment(at: number): boolean {
    if (!this.source.startsWith('<!--', at)) return false;
    const end = this.source.indexOf('--', at + 4);
    if (end < 0 || this.source.charCodeAt(end + 2) !== GREATER) return false;
    return this.goOn(end + 3);
  }

  private section(at: number): boolean {
    if (this.open.length === 0 || !this.source.startsWith('<![CDATA[', at)) return false;
    const end = this.source.indexOf(']]>', at + 9);
    if (end < 0) return false;
    this.goOn(end + 3);
    this.listener.cdata?.(withLineFeeds(this.source.slice(at + 9, end)), { start: at, end: end + 3 });
    return true;
  }

  private doctype(at: number): boolean {
    if (this.rootSeen || this.doctypeSeen) return false;
    this.doctypeSeen = true;
    this.at = at;
    return this.skip(DOCTYPE);
  }

  private instruction(at: number): boolean {
    INSTRUCTION.lastIndex = at;
    const end = INSTRUCTION.test(this.source) ? this.source.indexOf('?>', INSTRUCTION.lastIndex) : -1;
    return end >= 0 && this.goOn(end + 2);
  }

  /** Goes behind what stands here and holds no text. */
  private skip(construct: RegExp): boolean {
    construct.lastIndex = this.at;
    return construct.test(this.source) && this.goOn(construct.lastIndex);
  }

  private goOn(at: number): true {
    this.at = at;
    if (this.less < at) this.less = this.next('<', at);
    if (this.ampersand < at) this.ampersand = this.next('&', at);
    if (this.sectionEnd < at) this.sectionEnd = this.next(']]>', at);
    return true;
  }

  /** True when every reference before `end` is one of XML's own, or a number that is a character's. */
  private referencesHold(end: number): boolean {
    while (this.ampersand < end) {
      REFERENCE.lastIndex = this.ampersand;
      const found = REFERENCE.exec(this.source);
      if (!found || REFERENCE.lastIndex > end) return false;
      const [, decimal, hex] = found;
      if (decimal !== undefined && !isCharacter(Number(decimal))) return false;
      if (hex !== undefined && !isCharacter(Number.parseInt(hex, 16))) return false;
      this.ampersand = this.next('&', REFERENCE.lastIndex);
    }
    return true;
  }

  private next(what: string, from: number): number {
    const found = this.source.indexOf(what, from);
    return found < 0 ? this.source.length : found;
  }
}

/** Most listeners ask for the attributes of few tags. */
class PlainTag implements XmlTag {
  private known: Record<string, string> | undefined;

  constructor(
    readonly name: string,
    readonly isSelfClosing: boolean,
    private readonly written: string,
  ) {}

  get attributes(): Readonly<Record<string, string>> {
    return (this.known ??= attributesOf(this.written));
  }
}
