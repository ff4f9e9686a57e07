import { folderOf, nameOf } from '../paths.js';
import type { RemoteItem } from './remote-item.js';

/** One way to know a file again in another place: its key is the same in both. */
export interface MoveRule {
  because: 'id' | 'content' | 'etag' | 'moved' | 'renamed' | 'respelled';
  /** Null for files that the rule says nothing of. */
  keyOf: (item: RemoteItem) => string | null;
}

/** Smaller files are of one size too often. */
const LEAST_TELLING_SIZE = 1024;

/** The surest first. Names cannot hold a slash, so it keeps the parts of a key apart. */
const RULES: readonly MoveRule[] = [
  { because: 'id', keyOf: ({ remoteId }) => remoteId },
  {
    because: 'content',
    keyOf: ({ size, contentHash = null }) => (size === null || contentHash === null ? null : `${size}/${contentHash}`),
  },
  { because: 'etag', keyOf: (item) => (item.etag === null ? null : withSizeAndTime(item, item.etag)) },
  { because: 'moved', keyOf: (item) => ifTelling(item, withLowerExtension(nameOf(item.path))) },
  { because: 'renamed', keyOf: (item) => ifTelling(item, `${extensionOf(item.path)}/${folderOf(item.path)}`) },
  { because: 'respelled', keyOf: (item) => withSizeAndTime(item, foldedPath(item.path)) },
];

/** The rules in the order they are tried. Etags count only where each file has its own. */
export function moveRules({ etagPerFile }: { etagPerFile: boolean }): readonly MoveRule[] {
  return RULES.filter(({ because }) => because !== 'etag' || etagPerFile);
}

/** "a/Emma.EPUB" -> "a/Emma.epub": many a tool that renames changes the case of extensions. */
export function withLowerExtension(path: string): string {
  const at = startOfExtension(path);
  return path.slice(0, at) + path.slice(at).toLowerCase();
}

function extensionOf(path: string): string {
  return path.slice(startOfExtension(path)).toLowerCase();
}

function startOfExtension(path: string): number {
  const dot = path.lastIndexOf('.');
  return dot > path.lastIndexOf('/') ? dot : path.length;
}

/** Lower case may undo a Unicode form, so that is made twice; plain letters, which most paths are of, have only one. */
const foldedPath = (path: string) =>
  /^[ -~]*$/.test(path) ? path.toLowerCase() : path.normalize('NFC').toLowerCase().normalize('NFC');

function ifTelling(item: RemoteItem, rest: string): string | null {
  return item.size !== null && item.size >= LEAST_TELLING_SIZE ? withSizeAndTime(item, rest) : null;
}

function withSizeAndTime({ size, mtimeMs }: RemoteItem, rest: string): string | null {
  return size === null || mtimeMs === null ? null : `${size}/${mtimeMs}/${rest}`;
}
