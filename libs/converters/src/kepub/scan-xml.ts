import { scanAnyXml } from './scan-any-xml.js';
import { scanPlainXml } from './scan-plain-xml.js';
import type { XmlListener } from './xml-listener.js';

/**
 * Reads XML and tells a listener each construct with its place in the source, so that a rewriter can copy what it does
 * not change. Gives the listener back that was told everything; `begin` is called once more where the quick reading of
 * ordinary XML has to give way to a parser of all of it. `source` holds no character that XML forbids, as decodeXml gives it. Throws NotWellFormed at the first fault, and what the listener
 * throws.
 */
export function scanXml<Listener extends XmlListener>(source: string, begin: () => Listener): Listener {
  const first = begin();
  if (scanPlainXml(source, first)) return first;
  const second = begin();
  scanAnyXml(source, second);
  return second;
}
