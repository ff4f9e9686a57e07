import { SaxesParser } from 'saxes';
import { NotWellFormed, type Place, type XmlListener } from './xml-listener.js';

/**
 * Reads any XML and tells the listener each construct with its place in the source. Throws NotWellFormed at the first
 * fault. Namespaces are not resolved: real pages use prefixes they never declare, and are displayed all the same.
 */
export function scanAnyXml(source: string, listener: XmlListener): void {
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
