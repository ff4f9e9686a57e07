import type { MetadataEntry } from '../package-document.js';
import { plainText } from '../../text/plain-text.js';

// No honest book has more elements of a kind; beyond, each lookup would only cost.
const MAX_FIELDS = 500;
const MAX_REFINEMENTS = 20;

/** The metadata of a package, asked by field, property and name. EPUB 2 and 3 are mixed freely, so both always count. */
export class PackageMetadata {
  /** By '<id> <property>'. */
  readonly #refinements = new Map<string, string[]>();

  constructor(private readonly entries: readonly MetadataEntry[]) {
    for (const { attributes, text } of entries) {
      // EPUB 3.3 §5.3.6: '#id'. The '#' is sometimes forgotten, and the meta may stand before what it refines.
      const target = attributes['refines']?.trim().replace(/^#/, '');
      if (target && text !== '') this.#refine(`${target} ${attributes['property']?.trim()}`, text);
    }
  }

  #refine(key: string, text: string): void {
    const values = this.#refinements.get(key) ?? [];
    if (values.length < MAX_REFINEMENTS) this.#refinements.set(key, [...values, plainText(text)]);
  }

  /** Dublin Core elements by local name, as 'creator', that have any text. */
  fields(name: string): MetadataEntry[] {
    return this.entries.filter((entry) => entry.name === name && entry.text !== '').slice(0, MAX_FIELDS);
  }

  /** EPUB 3: <meta property="...">. */
  properties(property: string): MetadataEntry[] {
    return this.entries.filter(
      ({ name, attributes }) => name === 'meta' && attributes['property']?.trim() === property,
    );
  }

  /** EPUB 2: <meta name="..." content="..."> whose name begins so, as pairs in document order. */
  named(prefix: string): { name: string; content: string }[] {
    return this.entries.flatMap(({ name, attributes }) => {
      const key = attributes['name']?.trim() ?? '';
      const content = attributes['content']?.trim() ?? '';
      return name === 'meta' && content !== '' && key.toLowerCase().startsWith(prefix) ? [{ name: key, content }] : [];
    });
  }

  /** The first meta of this very name, as plain text. */
  content(name: string): string | undefined {
    const found = this.named(name).find((meta) => meta.name.toLowerCase() === name);
    return found === undefined ? undefined : plainText(found.content);
  }

  /** What refines an entry, as plain text: its 'role', 'file-as', 'title-type'. */
  refined(entry: MetadataEntry, property: string): string | undefined {
    return this.refinedAll(entry, property)[0];
  }

  refinedAll(entry: MetadataEntry, property: string): readonly string[] {
    return this.#refinements.get(`${entry.attributes['id']} ${property}`) ?? [];
  }

  /** In the order of 'display-seq' where every entry has one (EPUB 3.3 §D.3.4), else as they stand. */
  inDisplayOrder(entries: MetadataEntry[]): MetadataEntry[] {
    const places = new Map(entries.map((entry) => [entry, Number(this.refined(entry, 'display-seq') ?? NaN)]));
    if ([...places.values()].some(Number.isNaN)) return entries;
    return [...entries].sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
  }
}
