import { escapeName, multistatusParts } from './dav-answer.js';
import type { DavStyle } from './dav-styles.js';
import { DavStore, type DavTree } from './dav-tree.js';

const ASKED = ['resourcetype', 'getcontentlength', 'getlastmodified', 'getetag', 'fileid', 'checksums'];

/** What a server of some kind answers where the top of a tree is listed: one XML. */
export function writtenListing(tree: DavTree, style: DavStyle, base = '/dav/'): string {
  const { root } = new DavStore(tree);
  const below = [...(root.children?.values() ?? [])].map((node) => {
    return { node, href: `${base}${escapeName(node.name, style)}${node.children ? '/' : ''}` };
  });
  return multistatusParts(style, [{ node: root, href: base }, ...below], ASKED).join('');
}
