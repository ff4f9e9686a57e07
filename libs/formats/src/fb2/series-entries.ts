import type { Element } from 'domhandler';
import type { MetadataEntry } from '../epub/package-document.js';
import { attribute } from '../xml/xml.js';
import { childrenNamed } from './children.js';

interface Sequence {
  name: string;
  number: string;
}

/**
 * The series in order of trust, as EPUB 3 collections: the author's, each before the larger one it stands in (FB2
 * nests the part in the whole), then the publisher's.
 */
export function seriesEntries(titleInfo: Element | undefined, publishInfo: Element | undefined): MetadataEntry[] {
  const all = [...sequencesIn(titleInfo), ...sequencesIn(publishInfo)];
  return all.flatMap(({ name, number }, at): MetadataEntry[] => [
    { name: 'meta', attributes: { property: 'belongs-to-collection', id: `series-${at}` }, text: name },
    { name: 'meta', attributes: { property: 'group-position', refines: `#series-${at}` }, text: number },
  ]);
}

function sequencesIn(parent: Element | undefined): Sequence[] {
  return childrenNamed(parent, 'sequence').flatMap((element) => [
    ...sequencesIn(element),
    { name: attribute(element, 'name') ?? '', number: attribute(element, 'number')?.trim() ?? '' },
  ]);
}
