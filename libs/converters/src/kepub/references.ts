import { parseFragment } from 'parse5';
import { LARGEST_SUBSET, LONGEST_PROLOGUE, MOST_REFERENCES, PageRefused, tooMuch } from './limits.js';
import { SourceCopy } from './source-copy.js';

const BEFORE_DOCTYPE = /^(?:\s+|<!--[\s\S]*?-->|<\?[\s\S]*?\?>)*/;
const SUBSET = /(<!DOCTYPE\s[^[>]*)\[([\s\S]*?)\]\s*>/iy;
const ENTITY = /<!ENTITY\s+([\w.-]+)\s+(?:"([^"]*)"|'([^']*)')\s*>/g;
// A named reference, or where text begins that has none.
const SPECIAL = /&([A-Za-z_][\w.-]*);|<!--|<!\[CDATA\[/g;
const UNKNOWN_TO_XML = /&(?!(?:amp|lt|gt|quot|apos);)[A-Za-z_]/y;
const XML_ITSELF = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);
const LONGEST_VALUE = 1000;
// HTML has 2231; a page with more that are none of them makes them up, and each costs a look.
const MOST_UNKNOWN = 2500;
const LARGEST_GROWTH = 1_000_000;

/**
 * The page without a DTD's internal subset and without named references beyond the five of XML: entities the page
 * declares itself are put in place, HTML's names become characters. References nobody declares stay, and with them the
 * page is not well-formed; so do those to values that hold references again. Throws 'archive.bomb' for a page that
 * would grow without bound, PageRefused for one whose document type has no end.
 *
 * [mandatory] A reader that does not load the DTD stops at the first &nbsp; (XML 1.0 §4.1), and one that reads the page
 * as HTML prints the internal subset.
 */
export function resolveReferences(page: string): string {
  const subset = internalSubset(page);
  if (!subset && !needsMore(page)) return page;
  const copy = new SourceCopy(page);
  if (subset) copy.replace(subset.start, subset.end, '>');
  const declared = declaredEntities(subset?.declarations ?? '');
  expandFrom(page, subset?.end ?? 0, { copy, declared, count: 0, growth: 0, unknown: new Set() });
  return copy.finish();
}

/** True for a text with a named reference that XML itself does not know. */
export function needsMore(text: string): boolean {
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
    UNKNOWN_TO_XML.lastIndex = at;
    if (UNKNOWN_TO_XML.test(text)) return true;
  }
  return false;
}

interface Expansion {
  readonly copy: SourceCopy;
  readonly declared: ReadonlyMap<string, string>;
  /** Names nobody knows. */
  readonly unknown: Set<string>;
  count: number;
  growth: number;
}

/** In comments and CDATA sections "&nbsp;" is six characters of text (XML 1.0 §2.5, §2.7). */
function expandFrom(page: string, start: number, expansion: Expansion): void {
  SPECIAL.lastIndex = start;
  for (let found = SPECIAL.exec(page); found; found = SPECIAL.exec(page)) {
    const [whole, name] = found;
    if (name !== undefined) expand(whole, name, found.index, expansion);
    else SPECIAL.lastIndex = endOfVerbatim(page, whole, found.index);
  }
}

function endOfVerbatim(page: string, opening: string, at: number): number {
  const end = page.indexOf(opening === '<!--' ? '-->' : ']]>', at + opening.length);
  return end < 0 ? page.length : end;
}

function expand(reference: string, name: string, at: number, expansion: Expansion): void {
  if (XML_ITSELF.has(name)) return;
  const value = expansion.declared.get(name) ?? knownCharacter(name, expansion.unknown);
  expansion.count += 1;
  expansion.growth += value?.length ?? 0;
  if (expansion.count > MOST_REFERENCES) throw tooMuch(`more than ${MOST_REFERENCES} references`);
  if (expansion.growth > LARGEST_GROWTH) throw tooMuch('entities that make it grow without bound');
  if (value !== undefined) expansion.copy.replace(at, at + reference.length, value);
}

/** Where it stands, the document type's ">" included. */
function internalSubset(page: string): { start: number; end: number; declarations: string } | undefined {
  SUBSET.lastIndex = BEFORE_DOCTYPE.exec(page.slice(0, LONGEST_PROLOGUE))?.[0].length ?? 0;
  const found = SUBSET.exec(page.slice(0, LARGEST_SUBSET));
  if (!found && page.length > LARGEST_SUBSET && opensSubset(page)) {
    throw new PageRefused('its document type does not end');
  }
  if (!found) return undefined;
  const [whole, doctype = '', declarations = ''] = found;
  return { start: found.index + doctype.trimEnd().length, end: found.index + whole.length, declarations };
}

function opensSubset(page: string): boolean {
  return /<!DOCTYPE\s[^>[]*\[/i.test(page.slice(0, LONGEST_PROLOGUE));
}

function declaredEntities(subset: string): Map<string, string> {
  const entities = new Map<string, string>();
  for (const [, name = '', double, single] of subset.matchAll(ENTITY)) {
    const value = double ?? single ?? '';
    // XML 1.0 §4.2: the first declaration of a name is the one that counts.
    if (needsMore(value) || value.length > LONGEST_VALUE || entities.has(name)) continue;
    entities.set(name, value.includes('<') ? value : value.replace(/["']/g, asReference));
  }
  return entities;
}

function knownCharacter(name: string, unknown: Set<string>): string | undefined {
  if (unknown.has(name) || unknown.size > MOST_UNKNOWN) return undefined;
  const character = htmlCharacter(name);
  if (character === undefined) unknown.add(name);
  return character;
}

const htmlCharacters = new Map<string, string>();

/** The character HTML knows by this name, written so that it may stand in text and in attributes alike. */
function htmlCharacter(name: string): string | undefined {
  const known = htmlCharacters.get(name);
  if (known !== undefined) return known;
  const node = parseFragment(`&${name};`).childNodes[0];
  const decoded = node && 'value' in node ? node.value : ';';
  // A name HTML knows only the beginning of keeps its semicolon: &notthis; is "¬this;".
  if (decoded.endsWith(';') && name !== 'semi') return undefined;
  const character = decoded.replace(/[&<>"']/g, asReference);
  htmlCharacters.set(name, character);
  return character;
}

function asReference(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}
