import type { HtmlPage } from '../html-page.js';
import { cleanText } from '../clean-text.js';

/** Some elements of a page, perhaps none. */
export type Elements = ReturnType<HtmlPage>;

/** What pages consist of, as far as it is looked at one by one. */
export interface PageNode {
  type: string;
  name?: string;
  data?: string;
  children?: readonly PageNode[];
  nextSibling?: PageNode | null;
}

const UNSEEN = new Set(['script', 'style', 'noscript', 'template']);
const APART = /^(?:br|p|div|li|ul|ol|td|th|tr|table|h[1-6]|section|dd|dt)$/;
/** Names and labels are short; of a text that goes on the beginning is enough to know. */
const MAX_LENGTH = 4000;
const MAX_NODES = 5000;

/** What a person reads in the elements, as one clean line; scripts stand between the words of many pages. */
export function textOf(elements: Elements): string {
  const parts: string[] = [];
  let length = 0;
  let nodes = 0;
  const visit = (node: PageNode): void => {
    if (length > MAX_LENGTH || ++nodes > MAX_NODES || (node.name !== undefined && UNSEEN.has(node.name))) return;
    if (node.type === 'text') {
      parts.push(node.data ?? '');
      length += node.data?.length ?? 0;
    }
    const apart = APART.test(node.name ?? '');
    if (apart) parts.push(' ');
    node.children?.forEach(visit);
    if (apart) parts.push(' ');
  };
  elements.toArray().forEach((node) => visit(node));
  return cleanText(parts.join(''));
}

/**
 * What a selector finds within the elements. From an element itself it is found in one walk; asked of its children, as
 * selectors are otherwise, each of them is first compared with all others. The elements themselves are not among it.
 */
export function inside(elements: Elements, selector: string): Elements {
  const parts = selector.split(',').map((part) => `:scope ${part.trim()}`);
  const own = new Set<unknown>(elements.toArray());
  return elements.find(parts.join(', ')).filter((_, element) => !own.has(element));
}

/** True for an element that stands within one whose id or classes have a form, or is one itself. */
export function standsIn(element: Elements, form: RegExp): boolean {
  for (let node = element.get(0); node; node = node.parent ?? undefined) {
    if ('attribs' in node && form.test(`${node.attribs.id ?? ''} ${node.attribs.class ?? ''}`)) return true;
  }
  return false;
}

/** What `read` gives; undefined where it fails. One field that cannot be read must not lose the others. */
export function attempt<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined; // whatever a page did to it
  }
}
