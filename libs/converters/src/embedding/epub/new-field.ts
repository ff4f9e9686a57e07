import { escapeAttribute, escapeText } from '../../kepub/tag-source.js';
import type { PackageNames } from './package-names.js';

/** A property of an element: a meta that refines it in EPUB 3, an attribute of it in EPUB 2. */
export interface Refinement {
  property: string;
  value: string;
  /** Where the values come from: "marc:relators". */
  scheme?: string;
}

/** A Dublin Core field that is not there yet. */
export interface NewField {
  name: string;
  text: string;
  /** What its id is called, if it needs one. */
  idBase?: string;
  hasId?: boolean;
  /** Of EPUB 2, without prefix. */
  attributes?: Readonly<Record<string, string>>;
  refinements?: readonly Refinement[];
}

/** A field with what refines it, an element a line: metas behind it in EPUB 3, attributes of its own in EPUB 2. */
export function fieldLines(field: NewField, id: string | undefined, version: 2 | 3, names: PackageNames): string[] {
  const { name, text, attributes = {}, refinements = [] } = field;
  const legacy = version === 3 ? [] : refinements.map(({ property, value }) => [property, value] as const);
  const written = [...Object.entries(attributes), ...legacy].map(
    ([key, value]) => ` ${names.attribute(key)}="${escapeAttribute(value)}"`,
  );
  const element = names.field(name);
  const start = `${element}${id === undefined ? '' : ` id="${escapeAttribute(id)}"`}${written.join('')}`;
  const metas = version === 2 || id === undefined ? [] : refinements;
  return [
    `<${start}>${escapeText(text)}</${element}>`,
    ...metas.map((refinement) => refinementLine(id!, refinement, names.meta)),
  ];
}

/** A meta, called as its section calls metas, that refines the element of an id. */
export function refinementLine(id: string, { property, value, scheme }: Refinement, meta: string): string {
  const from = scheme === undefined ? '' : ` scheme="${scheme}"`;
  return `<${meta} refines="#${escapeAttribute(id)}" property="${property}"${from}>${escapeText(value)}</${meta}>`;
}
