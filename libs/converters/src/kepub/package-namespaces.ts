import type { XmlTag } from './xml-listener.js';
import { setAttribute } from './tag-source.js';

const OPF = 'http://www.idpf.org/2007/opf';
const PREFIXES = { dc: 'http://purl.org/dc/elements/1.1/', opf: OPF };

/**
 * The root's start tag with the namespaces the package document uses and nobody declared. [important] Strict readers,
 * the device among them, do not know a package that is in no namespace (EPUB 3.3 §5.4), or stop at a prefix.
 */
export function withNamespaces(tag: XmlTag, source: string, wholeDocument: string): string {
  const own = !tag.name.includes(':') && tag.attributes['xmlns'] === undefined;
  const named = own ? setAttribute(source, 'xmlns', OPF) : source;
  return Object.entries(PREFIXES).reduce((result, [prefix, namespace]) => {
    const used = new RegExp(`[<\\s]${prefix}:\\w`).test(wholeDocument);
    const declared = wholeDocument.includes(`xmlns:${prefix}`);
    return used && !declared ? setAttribute(result, `xmlns:${prefix}`, namespace) : result;
  }, named);
}
