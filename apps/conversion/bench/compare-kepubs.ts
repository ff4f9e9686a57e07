import { converterFor } from '@octavo/converters';
import { bytesAccess } from '@octavo/domain';
import { openEpub } from '@octavo/formats';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';

interface Comparison {
  /** Of the pages both have: how many, and how many have the same spans with the same texts. */
  pages: number;
  same: number;
  spans: number;
  samespans: number;
  different: string[];
}

/** Our KEPUB of a book beside another tool's: ids and texts of all spans, page by page. */
export async function compareKepubs(book: string, theirs: string): Promise<Comparison> {
  const out = new PassThrough();
  const converting = converterFor('epub', 'kepub')!.convert(bytesAccess(readFileSync(book)), out);
  const [ours] = await Promise.all([buffer(out), converting]);
  const [mine, other] = [await spansOf(ours), await spansOf(readFileSync(theirs))];
  const result: Comparison = { pages: 0, same: 0, spans: 0, samespans: 0, different: [] };
  for (const [page, expected] of other) {
    const found = mine.get(page);
    if (!found) continue;
    const equal = [...expected].filter(([id, text]) => found.get(id) === text).length;
    result.pages += 1;
    result.spans += expected.size;
    result.samespans += equal;
    if (equal === expected.size && found.size === expected.size) result.same += 1;
    else result.different.push(`${page}: ${equal} of ${expected.size}, ours has ${found.size}`);
  }
  return result;
}

/** By page, the text of each span by its id. */
async function spansOf(kepub: Uint8Array): Promise<Map<string, Map<string, string>>> {
  const { archive, manifest } = await openEpub(bytesAccess(kepub));
  const pages = new Map<string, Map<string, string>>();
  for (const { mediaType, entry } of manifest) {
    if (!entry || mediaType !== 'application/xhtml+xml') continue;
    const spans = new Map<string, string>();
    collect(parse(new TextDecoder().decode(await archive.bytes(entry))), spans);
    pages.set(entry.name, spans);
  }
  return pages;
}

function collect(node: Tree.Node, spans: Map<string, string>): void {
  if (!('childNodes' in node)) return;
  const id = 'attrs' in node && node.attrs.find(({ name }) => name === 'id')?.value;
  const marked = 'attrs' in node && node.attrs.some(({ name, value }) => name === 'class' && value === 'koboSpan');
  if (marked && id) spans.set(id, textOf(node));
  for (const child of node.childNodes) collect(child, spans);
}

function textOf(node: Tree.Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
