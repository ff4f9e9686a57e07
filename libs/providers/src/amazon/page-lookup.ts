import type { HtmlPage } from '../html-page.js';
import { inside, type Elements } from './elements.js';

type Entry = Elements[number];
type Attributes = Readonly<Partial<Record<string, string>>>;

const MAX_SAME = 5;
const MAX_FORM = 60;
const MAX_EACH = 300;
/** By these elements are found by what the attribute says. */
const MARKING = [
  'data-component-type',
  'data-rpi-attribute-name',
  'data-feature-name',
  'data-a-expander-name',
] as const;

/**
 * A page whose elements are found at once by id, class, tag and some attributes. There is a lot to look for in pages of
 * thousands of elements, so they are walked through once. Ids and classes count in any case: those of one and the same
 * thing are spelt differently from shop to shop.
 */
export class PageLookup {
  readonly #byId = new Map<string, Entry[]>();
  readonly #byClass = new Map<string, Entry[]>();
  readonly #byTag = new Map<string, Entry[]>();
  readonly #byAttribute = new Map<string, Entry[]>();

  constructor(
    readonly page: HtmlPage,
    /** The page as it came, for what stands in its scripts. */
    readonly source: string,
  ) {
    const open: Entry[] = page.root().toArray();
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if ('attribs' in node) this.#index(node, node.name, node.attribs);
      if ('children' in node) for (let at = node.children.length - 1; at >= 0; at--) open.push(node.children[at]!);
    }
  }

  #index(element: Entry, tag: string, attributes: Attributes): void {
    append(this.#byTag, tag, element);
    const id = attributes.id?.trim().toLowerCase();
    if (id) append(this.#byId, id, element);
    for (const name of attributes.class?.toLowerCase().split(/\s+/, 20) ?? []) append(this.#byClass, name, element);
    for (const name of MARKING) if (Object.hasOwn(attributes, name)) append(this.#byAttribute, name, element);
  }

  /** The elements with one of these ids, in the order of the ids; an id may wrongly be there twice. */
  byId(...ids: readonly string[]): Elements {
    return this.page(ids.flatMap((id) => this.#byId.get(id.toLowerCase())?.slice(0, MAX_SAME) ?? []));
  }

  /** The elements whose id has a form, which is given in lower case. */
  whereId(form: RegExp): Elements {
    const found = [...this.#byId].flatMap(([id, elements]) => (form.test(id) ? elements.slice(0, MAX_SAME) : []));
    return this.page(found.slice(0, MAX_FORM));
  }

  /** The first 300 elements of a class, each by itself. */
  byClass(name: string): Elements[] {
    return this.#first(this.#byClass.get(name.toLowerCase()));
  }

  /** The first 300 elements of a kind whose attributes are as they are meant to be, each by itself. */
  byTag(name: string, isMeant: (attributes: Attributes) => boolean = () => true): Elements[] {
    const elements = this.#byTag.get(name) ?? [];
    return this.#first(elements.filter((element) => 'attribs' in element && isMeant(element.attribs)));
  }

  /** The first 300 elements that have one of the marking attributes, with this value if one is given. */
  byAttribute(name: (typeof MARKING)[number], value?: string): Elements[] {
    const marked = this.#byAttribute.get(name) ?? [];
    const isMeant = (element: Entry) =>
      value === undefined || ('attribs' in element && element.attribs[name] === value);
    return this.#first(marked.filter(isMeant));
  }

  /** The first 300 elements a selector finds within others, each by itself. */
  within(elements: Elements, selector: string): Elements[] {
    return this.each(inside(elements, selector));
  }

  /** Each of the elements by itself, the first 300. */
  each(elements: Elements): Elements[] {
    return this.#first(elements.toArray());
  }

  #first(elements: readonly Entry[] = []): Elements[] {
    return elements.slice(0, MAX_EACH).map((element) => this.page(element));
  }
}

function append(index: Map<string, Entry[]>, key: string, element: Entry): void {
  const same = index.get(key);
  if (same) same.push(element);
  else index.set(key, [element]);
}
