import { DECLARATION, withoutDeclaration } from './prologue.js';
import { localName } from './element-rules.js';
import { withNamespaces } from './package-namespaces.js';
import { resolveReferences } from './references.js';
import { scanXml } from './scan-xml.js';
import { NotWellFormed, type Place, type XmlListener, type XmlTag } from './xml-listener.js';
import { SourceCopy } from './source-copy.js';
import { removeAttribute, setAttribute } from './tag-source.js';
import { TITLE_PAGE } from './title-page.js';

export interface PackageChanges {
  /** Manifest id of the cover's image, where there is one. */
  coverId?: string;
  /** The title page is listed: last in the manifest, first in the spine. */
  titlePage?: boolean;
  /** It was in another encoding, and has to be written anew in any case. */
  recoded?: boolean;
}

interface Element {
  tag: XmlTag;
  /** Without its prefix. */
  name: string;
  start: Place;
  /** The end tag; of no length for an element that closes itself. */
  end: Place;
}

interface Edit extends Place {
  text: string;
}

const COVER = 'cover-image';
// Of XML 1.1, which strict readers refuse, or of an encoding the result is not in.
const MISLEADING = /^\s*<\?xml(?:[^>]*\sversion\s*=\s*["']1\.1|[^>]*\sencoding\s*=\s*["'](?!utf-?8["']))/i;

/**
 * The package document as a Kobo wants it; the very same text where nothing is to be done, or where it is beyond
 * reading.
 *
 * [mandatory] The device finds the cover only by properties="cover-image", in EPUB 2 as well. Only images may carry it
 * (EPUB 3.3 §D.6.1).
 * [extra] calibre's time of conversion and its own name as the book producer are of no use to a reader.
 */
export function rewritePackageDocument(source: string, changes: PackageChanges): string {
  const text = mended(source);
  const elements = ifReadable(text);
  if (!elements) return source;
  const copy = new SourceCopy(text);
  const edits = elements.flatMap((element) => editsOf(element, text, changes)).sort((a, b) => a.start - b.start);
  let done = 0;
  for (const { start, end, text: written } of edits) {
    // What stands inside something removed is gone already.
    if (start >= done) copy.replace(start, end, written);
    done = Math.max(done, end);
  }
  const result = copy.finish();
  const asItWas = result === withoutDeclaration(source) && !changes.recoded && !MISLEADING.test(source);
  return asItWas ? source : `${DECLARATION}\n${result}`;
}

/** References and stray ampersands as XML has them, which the device's parser insists on. */
function mended(source: string): string {
  const text = resolveReferences(withoutDeclaration(source));
  return text.replace(/&(?!#\d+;|#x[\da-fA-F]+;|(?:amp|lt|gt|quot|apos);)/g, '&amp;');
}

/** In order of their start tags; undefined for a document that is not well-formed. */
function ifReadable(text: string): Element[] | undefined {
  try {
    return scanXml(text, () => new Elements()).all;
  } catch (error) {
    if (error instanceof NotWellFormed) return undefined;
    throw error;
  }
}

class Elements implements XmlListener {
  readonly all: Element[] = [];
  private readonly open: Element[] = [];

  opened(tag: XmlTag, place: Place): void {
    const element = { tag, name: localName(tag.name), start: place, end: place };
    this.all.push(element);
    this.open.push(element);
  }

  closed(_name: string, place: Place): void {
    const element = this.open.pop();
    if (element) element.end = place;
  }
}

function editsOf(element: Element, text: string, changes: PackageChanges): Edit[] {
  const { name, tag, start, end } = element;
  const source = text.slice(start.start, start.end);
  const written = (result: string): Edit[] => (result === source ? [] : [{ ...start, text: result }]);
  if (isCalibreTrace(element)) return [{ start: start.start, end: end.end, text: '' }];
  if (name === 'package') return written(withNamespaces(tag, source, text));
  if (name === 'item') return written(withCover(source, tag.attributes, changes.coverId));
  return changes.titlePage && start.end < end.start ? titlePageIn(element) : [];
}

/** An entry in a section that has others, in its namespace. */
function titlePageIn({ name, tag, start, end }: Element): Edit[] {
  const prefix = tag.name.slice(0, -name.length);
  const { id, name: href } = TITLE_PAGE;
  const item = `<${prefix}item id="${id}" href="${href}" media-type="application/xhtml+xml"/>`;
  if (name === 'manifest') return [{ start: end.start, end: end.start, text: item }];
  if (name === 'spine') return [{ start: start.end, end: start.end, text: `<${prefix}itemref idref="${id}"/>` }];
  return [];
}

function isCalibreTrace({ name, tag: { attributes } }: Element): boolean {
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
