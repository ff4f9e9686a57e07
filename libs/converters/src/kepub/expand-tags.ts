import { isCode, isVoid } from './element-rules.js';
import { SourceCopy } from './source-copy.js';
import { escapeText } from './tag-source.js';

const TAG_NAME = /[A-Za-z][^\s/>]*/y;

/**
 * A page that is not well-formed, with what its author meant as XML written so that an HTML parser understands it:
 * `<i/>` as `<i></i>` (HTML would keep it open over the rest of the page), `<br></br>` as `<br>` (HTML reads two), CDATA
 * sections as text (HTML reads comments). Comments, scripts and styles are not looked into.
 */
export function expandTags(page: string): string {
  const copy = new SourceCopy(page);
  for (let at = page.indexOf('<'); at >= 0;) {
    const { end, markup } = markupAt(page, at);
    if (markup !== undefined) copy.replace(at, end, markup);
    at = page.indexOf('<', end);
  }
  return copy.finish();
}

interface Markup {
  end: number;
  /** What shall stand in its place, if anything else. */
  markup?: string;
}

function markupAt(page: string, at: number): Markup {
  if (page.startsWith('<!--', at)) return { end: after(page, '-->', at + 4) };
  if (page.startsWith('<![CDATA[', at)) return cdata(page, at);
  const closing = page[at + 1] === '/';
  TAG_NAME.lastIndex = closing ? at + 2 : at + 1;
  const name = TAG_NAME.exec(page)?.[0].toLowerCase();
  if (name === undefined) return { end: at + 1 };
  if (closing) return { end: after(page, '>', at), markup: isVoid(name) ? '' : undefined };
  const { end, selfClosing } = tagEnd(page, TAG_NAME.lastIndex);
  if (selfClosing && !isVoid(name)) return { end, markup: `${page.slice(at, end - 2)}></${name}>` };
  return { end: isCode(name) ? startOf(page, `</${name}`, end) : end };
}

function cdata(page: string, at: number): Markup {
  const end = after(page, ']]>', at);
  return { end, markup: escapeText(page.slice(at + '<![CDATA['.length, end).replace(/\]\]>$/, '')) };
}

/** Where a start tag ends. HTML 13.2.5: a quote opens a value only behind "=", and "/" belongs to an unquoted value. */
function tagEnd(page: string, from: number): { end: number; selfClosing: boolean } {
  let valueExpected = false;
  let unquoted = false;
  for (let at = from; at < page.length; at += 1) {
    const c = page[at];
    if (c === '>') return { end: at + 1, selfClosing: page[at - 1] === '/' && !unquoted };
    if (valueExpected && (c === '"' || c === "'")) {
      at = after(page, c, at + 1) - 1;
      valueExpected = false;
    } else if (c === '=') valueExpected = !unquoted;
    else if (c === ' ' || c === '\n' || c === '\t' || c === '\r') unquoted = false;
    else if (valueExpected) {
      unquoted = true;
      valueExpected = false;
    }
  }
  return { end: page.length, selfClosing: false };
}

/** The offset behind the next `mark`, or the page's end. */
function after(page: string, mark: string, from: number): number {
  const found = page.indexOf(mark, from);
  return found < 0 ? page.length : found + mark.length;
}

function startOf(page: string, mark: string, from: number): number {
  const found = page.slice(from).search(new RegExp(mark, 'i'));
  return found < 0 ? page.length : from + found;
}
