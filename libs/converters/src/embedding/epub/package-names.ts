import { localName } from '../../kepub/element-rules.js';
import type { MarkupEdits } from '../markup/markup-edits.js';
import type { MarkupElement } from '../markup/markup.js';

const DUBLIN_CORE = /^http:\/\/purl\.org\/(?:dc\/elements\/1\.[01]|metadata\/dublin_core)\/?$/i;
const OPF = /^http:\/\/www\.idpf\.org\/2007\/opf\/?$/i;
const DC_NAMESPACE = 'http://purl.org/dc/elements/1.1/';
const OPF_NAMESPACE = 'http://www.idpf.org/2007/opf';

/**
 * What new elements are called in a package document: by the prefixes in force where they will stand, and in the capitals
 * of OEB 1.x where the fields there are have them. A prefix that nobody declared is declared on the metadata.
 */
export class PackageNames {
  private readonly prefixes = new Map<string, string>();
  private readonly isCapital: boolean;

  /** `section` is the metadata, `scope` the elements around new ones from the root on, `fields` those there are. */
  constructor(
    private readonly section: MarkupElement,
    scope: readonly MarkupElement[],
    fields: readonly MarkupElement[],
    private readonly edits: MarkupEdits,
  ) {
    for (const { tag } of scope) {
      for (const [name, value] of Object.entries(tag.attributes)) {
        if (name === 'xmlns' || name.startsWith('xmlns:')) this.prefixes.set(name.slice('xmlns:'.length), value.trim());
      }
    }
    this.isCapital = fields.some(({ name, tag }) => name !== 'meta' && /^[A-Z]/.test(localName(tag.name)));
  }

  /** 'title' -> "dc:title". */
  field(name: string): string {
    const prefix = this.prefixFor(DUBLIN_CORE) ?? this.declared('dc', DC_NAMESPACE);
    const local = this.isCapital ? name.replace(/^[a-z]/, (letter) => letter.toUpperCase()) : name;
    return prefix === '' ? local : `${prefix}:${local}`;
  }

  /** "meta", with the prefix the metadata itself has. */
  get meta(): string {
    const { name } = this.section.tag;
    return `${name.slice(0, name.lastIndexOf(':') + 1)}meta`;
  }

  /** 'role' -> "opf:role": attributes of OPF 2 on elements of Dublin Core need a prefix, those of OEB 1.x have none. */
  attribute(name: string): string {
    if (this.isCapital) return name;
    const known = [...this.prefixes].find(([prefix, value]) => prefix !== '' && OPF.test(value))?.[0];
    return `${known ?? this.declared('opf', OPF_NAMESPACE)}:${name}`;
  }

  private prefixFor(namespace: RegExp): string | undefined {
    return [...this.prefixes].find(([, value]) => namespace.test(value))?.[0];
  }

  private declared(prefix: string, namespace: string): string {
    if (!this.prefixes.has(prefix)) {
      this.prefixes.set(prefix, namespace);
      this.edits.setAttribute(this.section, `xmlns:${prefix}`, namespace);
    }
    return prefix;
  }
}
