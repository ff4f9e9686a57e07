import type { Document, Element } from 'domhandler';
import { isTag } from 'domhandler';
import { elementsBelow, localName, parseXml, textOf } from '../../xml/xml.js';

/** One value of a property: a text, or a structure of further properties. */
export interface XmpValue {
  text: string;
  /** Of one of several languages: 'x-default', 'de'. */
  lang: string | undefined;
  parts: readonly XmpProperty[];
}

export interface XmpProperty {
  namespace: string;
  /** Local name in lower case. */
  name: string;
  values: readonly XmpValue[];
}

/** Beginnings of the namespaces books are described in; PRISM has a new one for each version. */
const NAMESPACES = {
  dc: 'http://purl.org/dc/elements/1.1',
  xmp: 'http://ns.adobe.com/xap/1.0',
  pdf: 'http://ns.adobe.com/pdf/1.3',
  pdfx: 'http://ns.adobe.com/pdfx',
  prism: 'http://prismstandard.org/namespaces',
  calibre: 'http://calibre-ebook.com/xmp-namespace',
  identifier: 'http://ns.adobe.com/xmp/identifier/qual',
} as const;
export type Vocabulary = keyof typeof NAMESPACES;

const KNOWN = Object.values(NAMESPACES);
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
/** Far above any packet; each lookup goes through them. */
const MAX_PROPERTIES = 1000;
/** Structures within structures; further down nothing is of the book. */
const MAX_LEVEL = 4;

/**
 * The properties of an XMP packet (ISO 16684-1), in document order, whether written as attributes or as elements, in
 * one description or several. Throws 'file.unreadable' for markup beyond reason.
 */
export function parseXmp(packet: string): XmpProperty[] {
  const root = parseXml(packet);
  const descriptions = [...topDescriptions(root)];
  return descriptions.flatMap((element) => propertiesOf(element, prefixesOf(element), 0)).slice(0, MAX_PROPERTIES);
}

/**
 * The values of a property by its namespace; where nothing has that, by its name alone, so that a wrong or forgotten
 * declaration does not hide it.
 */
export function valuesOf(
  properties: readonly XmpProperty[],
  vocabulary: Vocabulary,
  name: string,
): readonly XmpValue[] {
  const named = properties.filter((property) => property.name === name);
  const found =
    named.find(({ namespace }) => namespace.startsWith(NAMESPACES[vocabulary])) ??
    named.find(({ namespace }) => !KNOWN.some((known) => namespace.startsWith(known)));
  return found?.values ?? [];
}

function* topDescriptions(node: Document | Element): Generator<Element> {
  for (const child of node.children) {
    if (!isTag(child)) continue;
    if (localName(child) === 'description') yield child;
    else yield* topDescriptions(child);
  }
}

type Prefixes = ReadonlyMap<string, string>;

/** The namespaces declared on an element and around it. */
function prefixesOf(element: Element): Prefixes {
  const around = element.parent !== null && isTag(element.parent) ? prefixesOf(element.parent) : undefined;
  return declaredOn(element, around ?? new Map());
}

function declaredOn(element: Element, around: Prefixes): Prefixes {
  const declared = Object.entries(element.attribs).filter(([name]) => name.startsWith('xmlns'));
  if (declared.length === 0) return around;
  return new Map([...around, ...declared.map(([name, uri]): [string, string] => [name.slice('xmlns:'.length), uri])]);
}

/** What a description or structure says: in its attributes and in its children. */
function propertiesOf(element: Element, prefixes: Prefixes, level: number): XmpProperty[] {
  if (level > MAX_LEVEL) return [];
  const properties: XmpProperty[] = [];
  for (const [name, text] of Object.entries(element.attribs)) {
    if (name.startsWith('xml') || isSyntax(name, prefixes)) continue;
    properties.push({ ...identity(name, prefixes), values: [{ text: text.trim(), lang: undefined, parts: [] }] });
  }
  for (const child of element.children) {
    if (!isTag(child)) continue;
    const inner = declaredOn(child, prefixes);
    properties.push({ ...identity(child.name, inner), values: valuesIn(child, inner, level) });
  }
  return properties;
}

function identity(name: string, prefixes: Prefixes): { namespace: string; name: string } {
  const colon = name.indexOf(':');
  return { namespace: prefixes.get(name.slice(0, Math.max(0, colon))) ?? '', name: name.slice(colon + 1) };
}

/** rdf:about, rdf:parseType and their like; rdf:value is a value. */
function isSyntax(name: string, prefixes: Prefixes): boolean {
  const { namespace, name: local } = identity(name, prefixes);
  return (namespace === RDF || name.startsWith('rdf:')) && local !== 'value';
}

const ARRAYS = new Set(['bag', 'seq', 'alt']);

function valuesIn(element: Element, prefixes: Prefixes, level: number): XmpValue[] {
  const array = element.children.filter(isTag).find((child) => ARRAYS.has(localName(child)));
  const items = array?.children.filter(isTag).filter((child) => localName(child) === 'li');
  return (items ?? [element]).slice(0, MAX_PROPERTIES).map((item) => valueOf(item, prefixes, level));
}

/** A structure is marked as one by rdf:parseType, or holds a description of its own; its text is its rdf:value. */
function valueOf(element: Element, prefixes: Prefixes, level: number): XmpValue {
  const lang = element.attribs['xml:lang']?.toLowerCase();
  const inner = [...elementsBelow(element)].find((child) => localName(child) === 'description') ?? element;
  const parts = propertiesOf(inner, declaredOn(inner, declaredOn(element, prefixes)), level + 1);
  const value = parts.find(({ name }) => name === 'value')?.values[0]?.text;
  return { text: value ?? textOf(element).trim(), lang, parts };
}
