import { isDeepStrictEqual } from 'node:util';
import { spoilt } from '../spoilt.js';
import { allNamed, attributeOf, firstNamed, type MarkupElement } from '../markup/markup.js';
import type { PackageElements } from './package-elements.js';

const COVER_MARK = /(?:^|\s)cover-image(?=\s|$)/;

/**
 * Throws 'conversion.failed' unless two package documents are of one book: version and unique identifier, every
 * identifier there was, manifest, spine and guide. With a new cover one image may be listed more, and another item be
 * called the cover.
 */
export function checkPublication(original: PackageElements, result: PackageElements, hasNewCover: boolean): void {
  const same = (what: string, partOf: (elements: PackageElements) => unknown) => {
    if (!isDeepStrictEqual(partOf(original), partOf(result))) throw spoilt(`has another ${what} than its book`);
  };
  same('version', ({ root }) => attributeOf(root, 'version'));
  same('unique identifier', ({ root }) => attributeOf(root, 'unique-identifier'));
  const identifiers = new Set(result.fields('identifier').map(identifierOf));
  const lost = original.fields('identifier').find((element) => !identifiers.has(identifierOf(element)));
  if (lost) throw spoilt(`has lost the identifier "${lost.text.trim()}"`);
  same('spine', (elements) => partOf(elements, 'spine', 'itemref'));
  same('guide', (elements) => partOf(elements, 'guide', 'reference'));
  const listed = original.items().length;
  const itemsOf = (elements: PackageElements) =>
    elements
      .items()
      .slice(0, hasNewCover ? listed : undefined)
      .map((item) => itemOf(item, hasNewCover));
  same('manifest', itemsOf);
  const [added, ...more] = result.items().slice(listed);
  const isImage = !added || attributeOf(added, 'media-type')?.startsWith('image/');
  if (!isImage || more.length > 0) throw spoilt('has another manifest than its book');
}

function identifierOf({ tag, text }: MarkupElement): string {
  return JSON.stringify([Object.entries(tag.attributes), text]);
}

function partOf({ markup, root }: PackageElements, part: string, name: string): unknown {
  const section = firstNamed(markup, part, root);
  return section && [section.tag.attributes, ...allNamed(markup, name, section).map(({ tag }) => tag.attributes)];
}

function itemOf({ tag }: MarkupElement, hasNewCover: boolean): unknown {
  const { properties = '', ...attributes } = tag.attributes;
  return { ...attributes, properties: (hasNewCover ? properties.replace(COVER_MARK, '') : properties).trim() };
}
