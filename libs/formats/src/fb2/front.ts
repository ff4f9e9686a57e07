import { DomainError } from '@octavo/domain';
import type { Element } from 'domhandler';
import { decodeXml } from '../xml/decode-xml.js';
import { firstNamed, parseXml } from '../xml/xml.js';
import type { MarkupStream, MarkupText } from './markup-stream.js';

/** In characters of markup text. With a long annotation a description has some ten thousand. */
const MAX_FRONT = 1024 * 1024;
const ROOT = /<(?:[\w.-]{1,20}:)?fictionbook[\s>]/i;
const END = /<\/(?:[\w.-]{1,20}:)?description\s{0,20}>/i;
const BODY = /<(?:[\w.-]{1,20}:)?body[\s>]/i;
/** More than END can match; it may stand across two pieces. */
const OVERLAP = 64;

export interface Fb2Front {
  /** Undefined where the book has none. */
  description: Element | undefined;
  /** What the text is encoded in, as the WHATWG names it. */
  encoding: string;
  /** What was read beyond the description. */
  rest: MarkupText;
  warnings: string[];
}

/**
 * The <description>, which stands at the front (FictionBook 2.1 schema), and nothing after it: a broken byte in a
 * chapter must not change how the title is decoded. Throws 'file.unreadable' where no <FictionBook> begins.
 */
export async function readFront(stream: MarkupStream): Promise<Fb2Front> {
  let text: MarkupText = '';
  let end: DescriptionEnd | undefined;
  while (end === undefined && text.length < MAX_FRONT) {
    const piece = await stream.next();
    if (piece === undefined) break;
    const from = Math.max(0, text.length - OVERLAP);
    text += piece;
    end = endOfDescription(text, from);
  }
  if (!ROOT.test(text.slice(0, end?.at))) throw new DomainError('file.unreadable', 'The file holds no <FictionBook>.');
  // A cut at ">" parts no character in two, whatever the encoding.
  const cut = end?.at ?? text.lastIndexOf('>') + 1;
  const decoded = decodeXml(stream.bytesOf(text.slice(0, cut)));
  const description = firstNamed(parseXml(decoded.text), 'description');
  const warnings = end?.closed === true || description === undefined ? [] : ['The description of the book has no end.'];
  return { description, encoding: decoded.encoding, rest: text.slice(cut), warnings };
}

interface DescriptionEnd {
  at: number;
  closed: boolean;
}

/** Where it closes; where it never does, where the text of the book begins. */
function endOfDescription(text: MarkupText, from: number): DescriptionEnd | undefined {
  const tail = text.slice(from);
  const closing = END.exec(tail);
  if (closing !== null) return { at: from + closing.index + closing[0].length, closed: true };
  const body = BODY.exec(tail);
  return body === null ? undefined : { at: from + body.index, closed: false };
}
