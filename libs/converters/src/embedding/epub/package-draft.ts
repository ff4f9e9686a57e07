import { escapeAttribute, escapeText } from '../../kepub/tag-source.js';
import { MarkupEdits } from '../markup/markup-edits.js';
import { attributeOf, writtenName, type MarkupElement } from '../markup/markup.js';
import { fieldLines, refinementLine, type NewField, type Refinement } from './new-field.js';
import { NewIds } from './new-ids.js';
import type { PackageElements } from './package-elements.js';
import { PackageNames } from './package-names.js';

/** Where a new element goes. */
export type Neighbour = { after: MarkupElement } | { before: MarkupElement };

/** A package document on its way to say something else. */
export class PackageDraft {
  readonly edits: MarkupEdits;
  private readonly names: PackageNames;
  private readonly newIds: NewIds;
  private readonly assignedIds = new Map<MarkupElement, string>();
  private readonly fieldSection: MarkupElement;
  private readonly metaSection: MarkupElement;

  /** `metadata` is the section that is written into. */
  constructor(
    readonly elements: PackageElements,
    metadata: MarkupElement,
  ) {
    this.edits = new MarkupEdits(elements.markup);
    this.newIds = new NewIds(elements.markup);
    const part = (name: string) => metadata.children.find((child) => child.name === name) ?? metadata;
    this.fieldSection = part('dc-metadata');
    this.metaSection = part('x-metadata');
    const scope = [...new Set([elements.root, metadata, this.fieldSection])];
    this.names = new PackageNames(metadata, scope, elements.entries, this.edits);
  }

  get version(): 2 | 3 {
    return this.elements.version;
  }

  /** Where no place is named: behind the last field of its name, else behind all fields. */
  addField(field: NewField, neighbour?: Neighbour): void {
    const { name, idBase, hasId, refinements = [] } = field;
    const isRefined = this.version === 3 && refinements.length > 0;
    const id = isRefined || hasId ? this.newIds.next(idBase ?? name) : undefined;
    const lines = fieldLines(field, id, this.version, this.names);
    const place = neighbour ?? this.placeFor(field.name);
    if (place === undefined) this.edits.append(this.fieldSection, ...lines);
    else if ('after' in place) this.edits.insertAfter(this.lastOf(place.after), ...lines);
    else this.edits.insertBefore(place.before, ...lines);
  }

  /** EPUB 2: <meta name="..." content="...">. What more there are of the name is removed. */
  setNamed(name: string, content: string): void {
    const [first, ...more] = this.elements.named(name);
    for (const meta of more) this.remove(meta);
    if (first) this.setAttribute(first, 'content', content);
    else this.addMeta(`name="${escapeAttribute(name)}" content="${escapeAttribute(content)}"`);
  }

  /** EPUB 3: <meta property="...">, the first one where there is one. */
  setProperty(property: string, text: string): void {
    const [first] = this.elements.properties(property);
    if (first) this.replaceText(first, text);
    else this.addMeta(`property="${property}"`, text);
  }

  /** EPUB 3: a new <meta property="..."> with its refinements. */
  addProperty(property: string, text: string, { idBase, refinements }: Pick<NewField, 'idBase' | 'refinements'>): void {
    const id = this.newIds.next(idBase ?? property);
    this.addMeta(`property="${property}" id="${escapeAttribute(id)}"`, text);
    for (const refinement of refinements ?? [])
      this.edits.append(this.metaSection, refinementLine(id, refinement, this.names.meta));
  }

  /** New text for an element; what refined the old one goes with it, but for properties that are not of the text. */
  replaceText(element: MarkupElement, text: string, lasting: readonly string[] = []): void {
    this.edits.setText(element, text);
    for (const meta of this.elements.refinements(element)) {
      const property = attributeOf(meta, 'property')?.trim() ?? '';
      if (!lasting.includes(property) && this.elements.hasOwnId(element)) this.remove(meta);
    }
    this.removeAttribute(element, 'file-as');
  }

  /** With everything that refines it, and what refines that. */
  remove(element: MarkupElement): void {
    for (const open = [element]; open.length > 0;) {
      const next = open.pop()!;
      if (this.edits.isRemoved(next)) continue;
      this.edits.remove(next);
      if (this.elements.hasOwnId(next)) for (const meta of this.elements.refinements(next)) open.push(meta);
    }
  }

  removeAttribute(element: MarkupElement, name: string): void {
    const written = writtenName(element, name);
    if (written !== undefined) this.edits.setAttribute(element, written, undefined);
  }

  /** By its local name; one that has the value already stays as it is written. */
  setAttribute(element: MarkupElement, name: string, value: string): void {
    if (attributeOf(element, name) === value) return;
    this.edits.setAttribute(element, writtenName(element, name) ?? name, value);
  }

  /** An id that nothing has or mentions. */
  newId(base: string): string {
    return this.newIds.next(base);
  }

  /** Wherever the element says it already, else in the way of its version. */
  refine(element: MarkupElement, refinement: Refinement): void {
    const { property, value } = refinement;
    const [first, ...more] = this.elements.refinements(element, property);
    for (const meta of more) this.remove(meta);
    if (first) this.edits.setText(first, value);
    const written = writtenName(element, property);
    if (written !== undefined) this.edits.setAttribute(element, written, value);
    if (first || written !== undefined) return;
    if (this.version === 2) this.edits.setAttribute(element, this.names.attribute(property), value);
    else this.edits.insertAfter(element, refinementLine(this.idOf(element), refinement, this.names.meta));
  }

  private idOf(element: MarkupElement): string {
    const id = attributeOf(element, 'id') ?? this.assignedIds.get(element) ?? this.newIds.next(element.name);
    if (attributeOf(element, 'id') === undefined) this.edits.setAttribute(element, 'id', id);
    this.assignedIds.set(element, id);
    return id;
  }

  private addMeta(attributes: string, text?: string): void {
    const { meta } = this.names;
    const line =
      text === undefined ? `<${meta} ${attributes}/>` : `<${meta} ${attributes}>${escapeText(text)}</${meta}>`;
    this.edits.append(this.metaSection, line);
  }

  /** The last of the elements in a row behind one that refine it. */
  private lastOf(element: MarkupElement): MarkupElement {
    const refining = new Set(this.elements.refinements(element));
    const siblings = element.parent?.children ?? [];
    let last = element;
    if (refining.size === 0) return last;
    for (let at = siblings.indexOf(element) + 1; at < siblings.length && refining.has(siblings[at]!); at += 1) {
      last = siblings[at]!;
    }
    return last;
  }

  private placeFor(name: string): Neighbour | undefined {
    const fields = this.elements.entries.filter(
      (entry) => entry.parent === this.fieldSection && !/^(?:meta|link)$/.test(entry.name),
    );
    const after = fields.findLast((entry) => entry.name === name) ?? fields.at(-1);
    return after && { after };
  }
}
