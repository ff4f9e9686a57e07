import { DomainError } from '@octavo/domain';
import { isTag, type Element } from 'domhandler';
import render from 'dom-serializer';
import { attribute, elementsBelow, firstNamed, localName, parseXml, textOf } from '../xml/xml.js';

/** One element of <metadata>: a Dublin Core field or a meta. */
export interface MetadataEntry {
  /** Local name in lower case: 'title', 'creator', 'meta'. */
  name: string;
  /** By local name in lower case. */
  attributes: Readonly<Record<string, string>>;
  /** Trimmed. Of an element with markup in it, the text alone. */
  text: string;
  /** The inner markup, where there is any. */
  markup?: string;
}

export interface PackageItem {
  id: string;
  href: string;
  mediaType: string;
  properties: string[];
}

/** The package document (*.opf) as plain data, in document order, nothing interpreted. */
export interface PackageDocument {
  version: string;
  /** Id of the identifier that names the book. */
  uniqueIdentifier: string | undefined;
  metadata: MetadataEntry[];
  items: PackageItem[];
  itemrefs: { idref: string; linear: boolean }[];
  /** EPUB 2 guide. */
  guide: { type: string; href: string }[];
}

/** EPUB 3.3 §5, EPUB 2 OPF and OEB 1.x alike. Throws 'file.unreadable' without a <package>. */
export function parsePackageDocument(text: string): PackageDocument {
  const root = firstNamed(parseXml(text), 'package');
  if (root === undefined)
    throw new DomainError('file.unreadable', 'The package document of the EPUB has no <package> element.');
  return {
    version: attribute(root, 'version')?.trim() ?? '',
    uniqueIdentifier: attribute(root, 'unique-identifier')?.trim(),
    metadata: metadataEntries(root),
    items: named(root, 'manifest', 'item').map(packageItem),
    itemrefs: named(root, 'spine', 'itemref').map((element) => ({
      idref: attribute(element, 'idref')?.trim() ?? '',
      linear: attribute(element, 'linear')?.trim().toLowerCase() !== 'no',
    })),
    guide: named(root, 'guide', 'reference').map((element) => ({
      type: attribute(element, 'type')?.toLowerCase() ?? '',
      href: attribute(element, 'href') ?? '',
    })),
  };
}

function named(root: Element, parent: string, child: string): Element[] {
  const section = firstNamed(root, parent);
  return section === undefined ? [] : [...elementsBelow(section)].filter((element) => localName(element) === child);
}

function packageItem(element: Element): PackageItem {
  return {
    id: attribute(element, 'id')?.trim() ?? '',
    href: attribute(element, 'href') ?? '',
    mediaType: attribute(element, 'media-type')?.trim().toLowerCase() ?? '',
    properties: (attribute(element, 'properties') ?? '').split(/\s+/).filter((token) => token !== ''),
  };
}

// OEB 1.x wraps the fields once more.
const WRAPPERS = new Set(['metadata', 'dc-metadata', 'x-metadata']);

function metadataEntries(root: Element): MetadataEntry[] {
  const section = firstNamed(root, 'metadata');
  const entries: MetadataEntry[] = [];
  const collect = (parent: Element): void => {
    for (const child of parent.children) {
      if (!isTag(child)) continue;
      if (WRAPPERS.has(localName(child))) collect(child);
      else entries.push(metadataEntry(child));
    }
  };
  if (section !== undefined) collect(section);
  return entries;
}

function metadataEntry(element: Element): MetadataEntry {
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(element.attribs)) {
    const local = name.slice(name.indexOf(':') + 1);
    if (!name.startsWith('xmlns')) attributes[local] ??= value;
  }
  const entry: MetadataEntry = { name: localName(element), attributes, text: textOf(element).trim() };
  return element.children.some(isTag) ? { ...entry, markup: render(element.children, { xmlMode: true }) } : entry;
}
