import type { DavNode } from './dav-tree.js';

/** Something that is there, by the names that lead to it. */
interface Placed {
  names: readonly string[];
  node: DavNode;
}

/** What became of a tree since a moment. */
export interface DavChanges {
  /** New, or not as it was. */
  changed: Placed[];
  /** What is no more, without what was in it. */
  gone: (readonly string[])[];
}

/** Remembers trees as they were, so that it can be asked what changed since (RFC 6578). */
export class DavHistory {
  private readonly moments = new Map<string, Map<string, string>>();

  /** Stands for this moment. */
  tokenFor(root: DavNode): string {
    const token = `urn:moment:${this.moments.size + 1}`;
    this.moments.set(token, new Map([...below(root, [])].map((one) => [keyOf(one.names), lookOf(one.node)])));
    return token;
  }

  /** Undefined for a moment it knows nothing of. */
  since(token: string, root: DavNode): DavChanges | undefined {
    const then = this.moments.get(token);
    if (!then) return undefined;
    const now = [...below(root, [])];
    const there = new Set(now.map(({ names }) => keyOf(names)));
    const lost = [...then.keys()].filter((key) => !there.has(key));
    const topmost = lost.filter((key) => !lost.includes(key.slice(0, Math.max(0, key.lastIndexOf('/')))));
    return {
      changed: now.filter(({ names, node }) => then.get(keyOf(names)) !== lookOf(node)),
      gone: topmost.map((key) => key.split('/')),
    };
  }

  /** It knows no moment any more. */
  forget(): void {
    this.moments.clear();
  }
}

const keyOf = (names: readonly string[]) => names.join('/');

function lookOf({ children, content, modified, etag, length }: DavNode): string {
  return children ? 'folder' : [modified, etag, length, Buffer.from(content).toString('base64')].join(' ');
}

function* below(node: DavNode, names: readonly string[]): Generator<Placed> {
  for (const child of node.children?.values() ?? []) {
    const at = [...names, child.name];
    yield { names: at, node: child };
    yield* below(child, at);
  }
}
