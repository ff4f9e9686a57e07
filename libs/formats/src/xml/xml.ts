import { DomainError } from '@octavo/domain';
import { DomHandler, isTag, isText, type ChildNode, type Document, type Element } from 'domhandler';
import { Parser, parseDocument } from 'htmlparser2';

// Far above any package document; below what would exhaust the stack of those who walk the tree.
const MAX_DEPTH = 256;
const MAX_PARTS = 200_000;

/**
 * XML as found in the wild: bare '&', HTML entities without a DTD, prefixes nobody declared, any case. Element and
 * attribute names come in lower case; comments and instructions are left out. No DTD is read, no entity fetched or
 * expanded. Throws 'file.unreadable' for markup that is nested or crowded beyond reason.
 */
export function parseXml(text: string): Document {
  const handler = new BoundedHandler();
  const parser = new Parser(handler, { xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true });
  parser.end(withHtmlEntities(withoutDoctype(text)));
  return handler.root;
}

/** Builds a tree of elements and text only, and not without end. */
class BoundedHandler extends DomHandler {
  #depth = 0;
  #parts = 0;

  override onopentag(name: string, attributes: Record<string, string>): void {
    this.#count();
    if (++this.#depth > MAX_DEPTH)
      throw new DomainError('file.unreadable', 'An XML file in the archive is nested too deeply.');
    super.onopentag(name, attributes);
  }

  override onclosetag(): void {
    this.#depth--;
    super.onclosetag();
  }

  onattribute(): void {
    this.#count();
  }

  override oncomment(): void {
    this.#count();
  }

  override oncommentend(): void {
    this.#count();
  }

  override oncdatastart(): void {
    this.#count();
  }

  override oncdataend(): void {
    this.#count();
  }

  override onprocessinginstruction(): void {
    this.#count();
  }

  #count(): void {
    if (++this.#parts > MAX_PARTS)
      throw new DomainError('file.unreadable', 'An XML file in the archive has too many elements.');
  }
}

// In characters; a DOCTYPE stands before the first element.
const PROLOGUE = 10_000;

/** An internal subset can hold markup of its own, which would be taken for the document's. */
function withoutDoctype(text: string): string {
  const start = text.slice(0, PROLOGUE).search(/<!doctype/i);
  if (start < 0) return text;
  const rest = text.slice(start);
  const doctype = /^[^[>]*(?:\[[^\]]*\]\s*)?>/.exec(rest)?.[0] ?? '';
  return text.slice(0, start) + rest.slice(doctype.length);
}

const XML_ENTITIES = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);
// HTML knows 2231 names; a text with more different ones makes them up.
const MAX_ENTITY_NAMES = 2500;

/** '&nbsp;' and the like are no XML, but files without a DTD use them. */
function withHtmlEntities(text: string): string {
  const known = new Map<string, string>();
  return text.replace(/&([a-z][a-z0-9]{1,31});/gi, (entity, name: string) => {
    if (XML_ENTITIES.has(name) || known.size > MAX_ENTITY_NAMES) return entity;
    const decoded = known.get(name) ?? htmlEntity(entity);
    known.set(name, decoded);
    return decoded;
  });
}

function htmlEntity(entity: string): string {
  const node = parseDocument(entity).children[0];
  const decoded = node !== undefined && isText(node) ? node.data : entity;
  return decoded === '<' || decoded === '&' ? entity.toLowerCase() : decoded;
}

/** The name without its prefix: prefixes are only by convention what they seem. */
export function localName(element: Element): string {
  return element.name.slice(element.name.indexOf(':') + 1);
}

/** An attribute by its local name; one without a prefix is preferred. */
export function attribute(element: Element, name: string): string | undefined {
  const exact = element.attribs[name];
  if (exact !== undefined) return exact;
  const prefixed = Object.keys(element.attribs).find((key) => key.endsWith(`:${name}`));
  return prefixed === undefined ? undefined : element.attribs[prefixed];
}

/** All elements below a node, in document order. */
export function* elementsBelow(node: Document | Element): Generator<Element> {
  for (const child of node.children) {
    if (!isTag(child)) continue;
    yield child;
    yield* elementsBelow(child);
  }
}

export function firstNamed(node: Document | Element, name: string): Element | undefined {
  for (const element of elementsBelow(node)) if (localName(element) === name) return element;
  return undefined;
}

/** All text below a node. */
export function textOf(node: ChildNode): string {
  if (isText(node)) return node.data;
  return isTag(node) ? node.children.map(textOf).join('') : '';
}
