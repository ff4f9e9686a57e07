import type { Element } from 'domhandler';
import { attribute, elementsBelow, localName } from '../xml/xml.js';
import { childrenNamed } from './children.js';

/** The id of the <binary> the cover page shows first: <coverpage><image l:href="#cover.jpg"/>. The "#" may be lost. */
export function coverId(description: Element | undefined): string | undefined {
  const [titleInfo] = childrenNamed(description, 'title-info');
  const [coverPage] = childrenNamed(titleInfo, 'coverpage');
  if (coverPage === undefined) return undefined;
  for (const element of elementsBelow(coverPage)) {
    const href = localName(element) === 'image' ? attribute(element, 'href')?.trim() : undefined;
    const id = href?.replace(/^#/, '') ?? '';
    if (id !== '' && !/^[a-z]{3,}:/i.test(id)) return id;
  }
  return undefined;
}
