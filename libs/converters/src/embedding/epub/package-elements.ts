import { DomainError } from '@octavo/domain';
import { oneLine } from '../wanted.js';
import { allNamed, attributeOf, firstNamed, type Markup, type MarkupElement } from '../markup/markup.js';

// OEB 1.x wraps the fields once more.
const WRAPPERS: ReadonlySet<string> = new Set(['metadata', 'dc-metadata', 'x-metadata']);

/** A package document by what its metadata is made of. Everything is looked up the way our reader does. */
export class PackageElements {
  readonly root: MarkupElement;
  readonly metadata: MarkupElement | undefined;
  /** Fields and metas in order, wrappers taken apart. */
  readonly entries: readonly MarkupElement[];
  /** 3 for EPUB 3; EPUB 2 and everything before it is 2. */
  readonly version: 2 | 3;
  /** By the id that is refined, and by that id and the property, of those that are not empty. */
  private readonly refining = new Map<string, MarkupElement[]>();
  private readonly ids = new Map<string, number>();

  constructor(readonly markup: Markup) {
    const root = firstNamed(markup, 'package');
    if (!root) throw new DomainError('file.unreadable', 'The package document of the EPUB has no <package> element.');
    this.root = root;
    // Of several the first counts.
    this.metadata = firstNamed(markup, 'metadata', root);
    this.entries = this.metadata ? entriesIn(this.metadata) : [];
    this.version = attributeOf(root, 'version')?.trim().startsWith('3') === true ? 3 : 2;
    for (const entry of this.entries) this.index(entry);
  }

  private index(entry: MarkupElement): void {
    const id = attributeOf(entry, 'id');
    if (id !== undefined) this.ids.set(id, (this.ids.get(id) ?? 0) + 1);
    // EPUB 3.3 §5.3.6: "#id"; the "#" is sometimes forgotten.
    const target = attributeOf(entry, 'refines')?.trim().replace(/^#/, '');
    // Only these may, and what they refine may take them along: never a title or an identifier.
    if (!target || (entry.name !== 'meta' && entry.name !== 'link')) return;
    const property = entry.text.trim() === '' ? undefined : attributeOf(entry, 'property')?.trim();
    for (const key of property === undefined ? [target] : [target, `${target} ${property}`]) {
      const known = this.refining.get(key);
      if (known) known.push(entry);
      else this.refining.set(key, [entry]);
    }
  }

  /** Dublin Core elements by local name. */
  fields(name: string): MarkupElement[] {
    return this.entries.filter((entry) => entry.name === name);
  }

  /** EPUB 3: <meta property="...">. */
  properties(property: string): MarkupElement[] {
    return this.fields('meta').filter((meta) => attributeOf(meta, 'property')?.trim() === property);
  }

  /** EPUB 2: <meta name="..." content="...">, case aside. */
  named(name: string): MarkupElement[] {
    return this.fields('meta').filter((meta) => attributeOf(meta, 'name')?.trim().toLowerCase() === name);
  }

  /** The metas and links that refine an element; with a property, those that say it and are not empty. */
  refinements(element: MarkupElement, property?: string): readonly MarkupElement[] {
    const id = attributeOf(element, 'id');
    if (id === undefined) return [];
    return this.refining.get(property === undefined ? id : `${id} ${property}`) ?? [];
  }

  /** False where several elements have the id of this one: what refines it refines them too. */
  hasOwnId(element: MarkupElement): boolean {
    return this.ids.get(attributeOf(element, 'id') ?? '') === 1;
  }

  /** What refines an element, as one line. */
  refined(element: MarkupElement, property: string): string | undefined {
    const [first] = this.refinements(element, property);
    return first && oneLine(first.text);
  }

  /** The items of the manifest. */
  items(): MarkupElement[] {
    const manifest = firstNamed(this.markup, 'manifest', this.root);
    return manifest ? allNamed(this.markup, 'item', manifest) : [];
  }
}

function entriesIn(section: MarkupElement): MarkupElement[] {
  return section.children.flatMap((child) => (WRAPPERS.has(child.name) ? entriesIn(child) : [child]));
}
