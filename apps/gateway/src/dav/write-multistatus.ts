import type { DavNode } from './dav-tree.js';
import { escaped } from './markup.js';
import { propertiesOf } from './properties.js';
import { DAV, type PropName, type Wanted } from './read-propfind.js';

/** Something to be told of, and where it lies. */
export interface Told {
  href: string;
  node: DavNode;
}

/** So many go into one piece of the answer. */
const AT_ONCE = 100;

/**
 * A multistatus (RFC 4918 §13), piece by piece. Elements have a prefix, empty ones have no space in them, and a file's
 * resourcetype is empty: KOReader looks for these very letters.
 */
export function* writeMultistatus(things: readonly Told[], wanted: Wanted): Generator<string> {
  yield '<?xml version="1.0" encoding="utf-8"?>\n<D:multistatus xmlns:D="DAV:">\n';
  for (let at = 0; at < things.length; at += AT_ONCE)
    yield things
      .slice(at, at + AT_ONCE)
      .map((thing) => responseOf(thing, wanted))
      .join('');
  yield '</D:multistatus>\n';
}

function responseOf({ href, node }: Told, wanted: Wanted): string {
  const { found, missing } = answerTo(wanted, propertiesOf(node));
  const propstats =
    (found.length > 0 || missing.length === 0 ? propstat(found, '200 OK') : '') +
    (missing.length > 0 ? propstat(missing, '404 Not Found') : '');
  return `<D:response><D:href>${escaped(href)}</D:href>${propstats}</D:response>\n`;
}

/** Elements of what there is, and of what was asked for in vain. */
function answerTo(wanted: Wanted, props: ReadonlyMap<string, string>): { found: string[]; missing: string[] } {
  const all = [...props.keys()].map((local) => ({ uri: DAV, local }));
  if (wanted.kind === 'names') return { found: all.map((name) => element(name)), missing: [] };
  const has = ({ uri, local }: PropName) => uri === DAV && props.has(local);
  const asked = wanted.kind === 'these' ? wanted.names : [...all, ...wanted.also.filter((name) => !has(name))];
  return {
    found: asked.filter(has).map((name) => element(name, props.get(name.local))),
    missing: asked.filter((name) => !has(name)).map((name) => element(name)),
  };
}

function propstat(elements: readonly string[], status: string): string {
  return `<D:propstat><D:prop>${elements.join('')}</D:prop><D:status>HTTP/1.1 ${status}</D:status></D:propstat>`;
}

function element({ uri, local }: PropName, content = ''): string {
  const [name, declared] = uri === DAV ? [`D:${local}`, ''] : foreign(uri, local);
  return content === '' ? `<${name}${declared}/>` : `<${name}${declared}>${content}</${name}>`;
}

/** A property of others goes back under the namespace it came with; what has none can have no prefix either. */
function foreign(uri: string, local: string): [name: string, declared: string] {
  return uri === '' ? [local, ''] : [`x:${local}`, ` xmlns:x="${escaped(uri)}"`];
}
