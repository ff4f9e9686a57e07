import { DECLARATION, withoutDeclaration } from './prologue.js';
import { resolveReferences } from './references.js';
import { localName } from './element-rules.js';
import { NotWellFormed, scanXml, type Place, type XmlTag } from './scan-xml.js';
import { SourceCopy } from './source-copy.js';
import { removeAttribute, setAttribute } from './tag-source.js';

interface Element {
  name: string;
  attributes: XmlTag['attributes'];
  tag: Place;
  /** Behind the end tag. */
  end: number;
}

const COVER = 'cover-image';

/**
 * The package document as a Kobo wants it; the very same text where nothing is to be done, or where it is beyond
 * reading. `coverId` is the manifest id of the cover's image, where there is one.
 *
 * [mandatory] The device finds the cover only by properties="cover-image", in EPUB 2 as well. Only images may carry it
 * (EPUB 3.3 §D.6.1).
 * [extra] calibre's time of conversion and its own name as the book producer are of no use to a reader.
 */
export function rewritePackageDocument(source: string, coverId: string | undefined): string {
  const text = mended(source);
  const elements = ifReadable(text);
  if (!elements) return source;
  const copy = new SourceCopy(text);
  for (const element of elements) {
    const { start, end } = element.tag;
    if (isCalibreTrace(element)) copy.remove(start, element.end);
    else if (element.name === 'item') {
      const tag = text.slice(start, end);
      const rewritten = withCover(tag, element.attributes, coverId);
      if (rewritten !== tag) copy.replace(start, end, rewritten);
    }
  }
  const result = copy.finish();
  return result === withoutDeclaration(source) ? source : `${DECLARATION}\n${result}`;
}

/** References and stray ampersands as XML has them, which the device's parser insists on. */
function mended(source: string): string {
  const text = resolveReferences(withoutDeclaration(source));
  return text.replace(/&(?!#\d+;|#x[\da-fA-F]+;|(?:amp|lt|gt|quot|apos);)/g, '&amp;');
}

/** In order of their start tags; undefined for a document that is not well-formed. */
function ifReadable(text: string): Element[] | undefined {
  const elements: Element[] = [];
  const open: Element[] = [];
  try {
    scanXml(text, {
      opened(tag, place) {
        const element = { name: localName(tag.name), attributes: tag.attributes, tag: place, end: place.end };
        elements.push(element);
        open.push(element);
      },
      closed(_name, place) {
        const element = open.pop();
        if (element) element.end = place.end;
      },
    });
  } catch (error) {
    if (error instanceof NotWellFormed) return undefined;
    throw error;
  }
  return elements;
}

function isCalibreTrace({ name, attributes }: Element): boolean {
  if (name === 'meta') return attributes['name'] === 'calibre:timestamp';
  if (name !== 'contributor') return false;
  return Object.entries(attributes).some(([key, value]) => localName(key) === 'role' && value === 'bkp');
}

function withCover(tag: string, attributes: XmlTag['attributes'], coverId: string | undefined): string {
  const properties = (attributes['properties'] ?? '').split(/\s+/).filter((word) => word !== '');
  const isCover = attributes['id'] === coverId;
  if (properties.includes(COVER) === isCover) return tag;
  const kept = properties.filter((word) => word !== COVER);
  const wanted = isCover ? [...kept, COVER] : kept;
  return wanted.length > 0 ? setAttribute(tag, 'properties', wanted.join(' ')) : removeAttribute(tag, 'properties');
}
