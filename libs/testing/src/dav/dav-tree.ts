/** A folder as an object: text and bytes are files, objects are folders. */
export interface DavTree {
  [name: string]: DavTree | DavFile | string | Uint8Array;
}

/** A file of which more is to be said. */
export class DavFile {
  constructor(
    readonly content: string | Uint8Array,
    readonly more: { modified?: string; etag?: string; length?: string } = {},
  ) {}
}

const LATIN_1 = '\ue000';

/** A name whose bytes are Latin-1, as old servers have them. */
export const latin1Name = (name: string): string => `${LATIN_1}${name}`;

/** The bytes of a name, one character for each. */
export function bytesOfName(name: string): string {
  return name.startsWith(LATIN_1) ? name.slice(1) : Buffer.from(name, 'utf8').toString('latin1');
}

export interface DavNode {
  /** One character a byte. */
  name: string;
  children: Map<string, DavNode> | undefined;
  content: Uint8Array;
  modified: string;
  /** Instead of what the server would make up. */
  etag: string | undefined;
  /** Instead of the length of the content. */
  length: string | undefined;
  id: number;
}

const MODIFIED = 'Tue, 03 Mar 2026 10:00:00 GMT';

const ROOT_ID = 1;
/** A thing that is held again, under whatever name, has the id it had. */
const ids = new WeakMap<object, number>();
let lastId = ROOT_ID;

/** The tree as a server holds it. */
export class DavStore {
  root: DavNode;

  constructor(tree: DavTree) {
    this.root = { ...this.folder('', tree), id: ROOT_ID };
  }

  /** By a path as it came over the wire; undefined where there is nothing. */
  find(path: string): DavNode | undefined {
    return namesIn(path).reduce<DavNode | undefined>((node, name) => node?.children?.get(name), this.root);
  }

  private folder(name: string, tree: DavTree): DavNode {
    const node = this.node(name, {}, tree);
    const children = Object.entries(tree).map(([key, value]) => this.child(bytesOfName(key), value));
    node.children = new Map(children.map((child) => [child.name, child]));
    return node;
  }

  private child(name: string, value: DavTree[string]): DavNode {
    if (value instanceof DavFile) return this.node(name, { content: value.content, ...value.more }, value);
    if (typeof value === 'string') return this.node(name, { content: value }, {});
    if (value instanceof Uint8Array) return this.node(name, { content: value }, value);
    return this.folder(name, value);
  }

  private node(name: string, { content = '', modified = MODIFIED, etag, length }: NodeParts, thing: object): DavNode {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    return { name, children: undefined, content: bytes, modified, etag, length, id: idOf(thing) };
  }
}

function idOf(thing: object): number {
  const id = ids.get(thing) ?? (lastId += 1);
  ids.set(thing, id);
  return id;
}

interface NodeParts {
  content?: string | Uint8Array;
  modified?: string;
  etag?: string;
  length?: string;
}

/** Names in a path, one character a byte. */
export function namesIn(path: string): string[] {
  return path
    .split('/')
    .filter((segment) => segment !== '')
    .map((segment) => segment.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))));
}
