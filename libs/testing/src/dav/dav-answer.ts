import { createHash } from 'node:crypto';
import type { DavStyle } from './dav-styles.js';
import type { DavNode } from './dav-tree.js';

/** Something to be listed, and where it stands in answers. */
export interface ListedNode {
  node: DavNode;
  /** Escaped, with a slash at its end for a folder. */
  href: string;
  /** More properties, by their names. */
  more?: ReadonlyMap<string, string>;
}

/** The names of the properties that were asked for, without their prefixes. */
export function askedProps(body: string): string[] {
  return [...body.matchAll(/<(?:\w+:)?([\w-]+)\s*\/>/g)].map(([, name]) => name ?? '');
}

/** What the base says where it can be asked for changes. */
export function changeProperties({ propPrefix: p, prefix }: DavStyle, token: string): ReadonlyMap<string, string> {
  const report = `<${prefix}supported-report><${prefix}report><${prefix}sync-collection/></${prefix}report></${prefix}supported-report>`;
  return new Map([
    ['supported-report-set', `<${p}supported-report-set>${report}</${p}supported-report-set>`],
    ['sync-token', `<${p}sync-token>${token}</${p}sync-token>`],
  ]);
}

/** What stands in an answer with changes behind what is there: what is not, and the next token. */
export function changesEnd({ prefix: p }: DavStyle, gone: readonly string[], token: string): string[] {
  const lost = gone.map(
    (href) =>
      `<${p}response><${p}href>${xmlText(href)}</${p}href><${p}status>HTTP/1.1 404 Not Found</${p}status></${p}response>\n`,
  );
  return [...lost, `<${p}sync-token>${token}</${p}sync-token>\n`];
}

/** Parts of a multistatus: its head, one for each thing, whatever comes after them, its end. */
export function multistatusParts(
  style: DavStyle,
  listed: readonly ListedNode[],
  asked: readonly string[],
  after: readonly string[] = [],
): string[] {
  const { prefix: p } = style;
  const bound = p === '' ? 'xmlns="DAV:"' : `xmlns:${p.slice(0, -1)}="DAV:"`;
  const own = style.propPrefix === 'lp1:' ? ' xmlns:lp1="DAV:"' : '';
  return [
    `<?xml version="1.0" encoding="utf-8"?>\n<${p}multistatus ${bound}${own} xmlns:oc="http://owncloud.org/ns">\n`,
    ...listed.map((one) => response(style, one, asked)),
    ...after,
    `</${p}multistatus>\n`,
  ];
}

function response(style: DavStyle, { node, href, more = new Map() }: ListedNode, asked: readonly string[]): string {
  const { prefix: p, unknown } = style;
  const known = new Map([...properties(style, node), ...more]);
  const found = [...known].filter(([name]) => asked.length === 0 || asked.includes(name)).map(([, xml]) => xml);
  const lacking = asked.filter((name) => !known.has(name)).map((name) => `<${p}${name}/>`);
  const ok = propstat(style, found, '200 OK');
  const lost = lacking.length > 0 && unknown !== 'left-out' ? propstat(style, lacking, '404 Not Found') : '';
  const order = unknown === 'before' ? [lost, ok] : [ok, lost];
  return `<${p}response>\n<${p}href>${xmlText(href)}</${p}href>\n${order.join('')}</${p}response>\n`;
}

function propstat({ prefix: p, statusFirst }: DavStyle, props: readonly string[], status: string): string {
  const prop = `<${p}prop>\n${props.join('\n')}\n</${p}prop>\n`;
  const line = `<${p}status>HTTP/1.1 ${status}</${p}status>\n`;
  return `<${p}propstat>\n${statusFirst ? line + prop : prop + line}</${p}propstat>\n`;
}

function properties(style: DavStyle, node: DavNode): Map<string, string> {
  const { propPrefix: p, prefix, fileEtag, ids } = style;
  const isFolder = node.children !== undefined;
  const etag = node.etag ?? (isFolder ? folderTag(node, style) : fileEtag(node));
  const all: [string, string | undefined][] = [
    [
      'resourcetype',
      isFolder ? `<${p}resourcetype><${prefix}collection/></${p}resourcetype>` : empty(style, 'resourcetype'),
    ],
    // Some servers give folders a length; it means nothing.
    [
      'getcontentlength',
      `<${p}getcontentlength>${node.length ?? (isFolder ? 4096 : node.content.length)}</${p}getcontentlength>`,
    ],
    [
      'getlastmodified',
      `<${p}getlastmodified xmlns:b="urn:x" b:dt="dateTime.rfc1123">${node.modified}</${p}getlastmodified>`,
    ],
    ['getetag', etag && `<${p}getetag>${etag}</${p}getetag>`],
    ['fileid', ids ? `<oc:fileid>${node.id}</oc:fileid>` : undefined],
  ];
  return new Map(all.filter((one): one is [string, string] => one[1] !== undefined));
}

function folderTag(node: DavNode, { folderEtag, fileEtag }: DavStyle): string | undefined {
  if (folderEtag === 'none') return undefined;
  const below = ({ name, children, modified }: DavNode, all: boolean): string[] =>
    [...(children?.values() ?? [])].flatMap((child) => [
      `${name}/${child.name}`,
      ...(all ? [modified, child.modified, fileEtag(child) ?? '', ...below(child, true)] : []),
    ]);
  const told = below(node, folderEtag === 'below').join(' ');
  return `"folder-${createHash('sha1').update(told).digest('hex').slice(0, 12)}"`;
}

function empty({ propPrefix: p, empty: form }: DavStyle, name: string): string {
  if (form === 'self-closing') return `<${p}${name}/>`;
  return `<${p}${name}>${form === 'blank' ? '\n  ' : ''}</${p}${name}>`;
}

/** A name as a server of this style writes it into an href. */
export function escapeName(name: string, { bare, hex }: DavStyle): string {
  return [...name]
    .map((byte) => {
      if (/[A-Za-z0-9]/.test(byte) || bare.includes(byte)) return byte;
      const code = byte.charCodeAt(0).toString(16).padStart(2, '0');
      return `%${hex === 'upper' ? code.toUpperCase() : code}`;
    })
    .join('');
}

function xmlText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
