import { isTag, type Element } from 'domhandler';
import { plainText } from '../text/plain-text.js';
import { localName, textOf } from '../xml/xml.js';

/** The elements of this local name directly below. */
export function childrenNamed(parent: Element | undefined, name: string): Element[] {
  return (parent?.children ?? []).filter((child) => isTag(child)).filter((child) => localName(child) === name);
}

/** The plain text of the first of them that has any; "" for none. */
export function textOfChild(parent: Element | undefined, name: string): string {
  return (
    childrenNamed(parent, name)
      .map((child) => plainText(textOf(child)))
      .find((text) => text !== '') ?? ''
  );
}
