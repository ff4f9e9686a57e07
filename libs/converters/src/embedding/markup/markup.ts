import { localName } from '../../kepub/element-rules.js';
import { scanXml } from '../../kepub/scan-xml.js';
import type { Place, XmlListener, XmlTag } from '../../kepub/xml-listener.js';

/** An element and where it stands in its text. */
export interface MarkupElement {
  /** Without prefix, in lower case, as our readers compare names. */
  readonly name: string;
  readonly tag: XmlTag;
  readonly start: Place;
  /** The end tag; of no length, behind the start tag, for an element that closes itself. */
  end: Place;
  readonly parent: MarkupElement | undefined;
  readonly children: MarkupElement[];
  /** All text inside, references resolved. */
  text: string;
}

/** A well-formed XML text as its elements. */
export interface Markup {
  readonly text: string;
  /** In order of their start tags. */
  readonly elements: readonly MarkupElement[];
}

/** Throws NotWellFormed. */
export function parseMarkup(text: string): Markup {
  return { text, elements: scanXml(text, () => new Gathering()).elements };
}

class Gathering implements XmlListener {
  readonly elements: MarkupElement[] = [];
  private open: MarkupElement | undefined;

  opened(tag: XmlTag, place: Place): void {
    const parent = this.open;
    const name = localName(tag.name).toLowerCase();
    const element: MarkupElement = { name, tag, start: place, end: place, parent, children: [], text: '' };
    parent?.children.push(element);
    this.elements.push(element);
    this.open = element;
  }

  closed(_name: string, place: Place): void {
    const element = this.open;
    if (!element) return;
    element.end = place;
    this.open = element.parent;
    if (element.parent) element.parent.text += element.text;
  }

  text(value: string): void {
    if (this.open) this.open.text += value;
  }

  cdata(value: string): void {
    this.text(value);
  }
}

/** The first element of a name, in the whole text or below one of its elements. */
export function firstNamed(markup: Markup, name: string, below?: MarkupElement): MarkupElement | undefined {
  const { elements } = markup;
  return elements.find((element) => element.name === name && (!below || isWithin(element, below)));
}

/** Without looking up the tree, which may be deep. */
function isWithin({ start, end }: MarkupElement, outer: MarkupElement): boolean {
  return start.start >= outer.start.end && end.end <= outer.end.start;
}

/** All elements of a name below one, in order. */
export function allNamed({ elements }: Markup, name: string, below: MarkupElement): MarkupElement[] {
  return elements.filter((element) => element.name === name && isWithin(element, below));
}

/** How an attribute is written in the element's own tag, whatever its prefix and case: "opf:role" for 'role'. */
export function writtenName({ tag }: MarkupElement, name: string): string | undefined {
  if (tag.attributes[name] !== undefined) return name;
  const names = Object.keys(tag.attributes).filter((key) => !/^xmlns(?::|$)/i.test(key));
  return names.find((key) => localName(key).toLowerCase() === name);
}

export function attributeOf(element: MarkupElement, name: string): string | undefined {
  const written = writtenName(element, name);
  return written === undefined ? undefined : element.tag.attributes[written];
}
