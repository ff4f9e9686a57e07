import { mediaTypeOf } from '@octavo/domain';
import type { DavNode } from './dav-tree.js';
import { escaped } from './markup.js';

/** The live properties (RFC 4918 §15) of a file or folder, by name, as the XML within their element. */
export function propertiesOf(node: DavNode): ReadonlyMap<string, string> {
  const props = new Map([['displayname', escaped(node.name || 'Octavo')]]);
  if (node.kind === 'folder') {
    props.set('resourcetype', '<D:collection/>');
    if (node.changedAt) props.set('getlastmodified', node.changedAt.toUTCString());
    return props;
  }
  const { file, name } = node;
  props.set('resourcetype', '');
  props.set('getcontentlength', String(file.size));
  props.set('getcontenttype', mediaTypeOf(name));
  props.set('getetag', escaped(`"${file.fingerprint}"`));
  props.set('getlastmodified', modifiedAt(node).toUTCString());
  props.set('creationdate', file.addedAt.toISOString());
  return props;
}

/** When a file was last written, to the second at best. */
export function modifiedAt({ file }: Extract<DavNode, { kind: 'file' }>): Date {
  return new Date(Number(file.mtimeNs / 1_000_000n));
}
