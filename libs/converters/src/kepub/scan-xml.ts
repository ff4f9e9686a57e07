import { SaxesParser } from 'saxes';

/** Where a construct stands in the source, as UTF-16 offsets: from its first character to behind its last. */
export interface Place {
  start: number;
  end: number;
}

export interface XmlTag {
  name: string;
  attributes: Readonly<Record<string, string>>;
  isSelfClosing: boolean;
}

/** What a scan tells, in source order. A self-closing element is told as an opening and then as a closing of no length. */
export interface XmlListener {
  opened(tag: XmlTag, place: Place): void;
  closed(name: string, place: Place): void;
  /** Text inside the root. `value` has its references resolved; `place` covers the source as it was written. */
  text?(value: string, place: Place): void;
  cdata?(value: string, place: Place): void;
}

/** The source is not well-formed XML. */
export class NotWellFormed extends Error {}

/**
 * Reads XML once and tells the listener each construct with its place in the source, so that a rewriter can copy what
 * it does not change. Throws NotWellFormed at the first fault. Namespaces are not resolved: real pages use prefixes they
 * never declare, and are displayed all the same.
 */
export function scanXml(source: string, listener: XmlListener): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let reached = 0;
  let depth = 0;
  const from = (start: number, end: number): Place => {
    reached = end;
    return { start, end };
  };
  parser.on('error', (error) => {
    throw new NotWellFormed(error.message);
  });
  // An attribute's value cannot hold "<", so the last one before its end begins the tag.
  parser.on('opentag', (tag) => {
    depth += 1;
    const end = parser.position;
    listener.opened(tag, from(source.lastIndexOf('<', end - 1), end));
  });
  parser.on('closetag', ({ name, isSelfClosing }) => {
    depth -= 1;
    const end = parser.position;
    listener.closed(name, from(isSelfClosing ? end : source.lastIndexOf('<', end - 1), end));
  });
  // Text is told once the "<" behind it has been read, a comment before its ">" has been.
  parser.on('text', (value) => {
    const place = from(reached, parser.position - 1);
    if (depth > 0) listener.text?.(value, place);
  });
  parser.on('cdata', (value) => {
    const place = from(reached, parser.position);
    listener.cdata?.(value, place);
  });
  parser.on('comment', () => (reached = parser.position + 1));
  // No handler for the doctype: with an eighth one V8 keeps the parser's fields in a hash table, six times slower.
  parser.on('processinginstruction', () => (reached = parser.position));
  parser.write(source).close();
}
