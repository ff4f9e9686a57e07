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

/** The tree as a server holds it. */
export class DavStore {
  private lastId = 0;
  root: DavNode;

  constructor(tree: DavTree) {
    this.root = this.folder('', tree);
  }

  /** By a path as it came over the wire; undefined where there is nothing. */
  find(path: string): DavNode | undefined {
    return namesIn(path).reduce<DavNode | undefined>((node, name) => node?.children?.get(name), this.root);
  }

  private folder(name: string, tree: DavTree): DavNode {
    const node = this.node(name, {});
    const children = Object.entries(tree).map(([key, value]) => this.child(bytesOfName(key), value));
    node.children = new Map(children.map((child) => [child.name, child]));
    return node;
  }

  private child(name: string, value: DavTree[string]): DavNode {
    if (value instanceof DavFile) return this.node(name, { content: value.content, ...value.more });
    if (typeof value === 'string' || value instanceof Uint8Array) return this.node(name, { content: value });
    return this.folder(name, value);
  }

  private node(name: string, { content = '', modified = MODIFIED, etag, length }: NodeParts): DavNode {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    return { name, children: undefined, content: bytes, modified, etag, length, id: (this.lastId += 1) };
  }
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
