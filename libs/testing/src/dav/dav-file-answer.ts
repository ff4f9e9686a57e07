import { createHash } from 'node:crypto';
import type { DavManners, DavSeen } from './dav-manners.js';
import type { DavReply } from './dav-reply.js';
import type { DavNode } from './dav-tree.js';

/** A file or a part of it. */
export function fileAnswer(node: DavNode, { range }: DavSeen, ranges: DavManners['ranges']): DavReply {
  if (node.children) return { status: 405, headers: {}, body: [] };
  const { content, modified } = node;
  const etag = `"${createHash('md5').update(content).digest('hex')}"`;
  const headers = { etag, 'last-modified': modified, 'content-type': 'application/octet-stream' };
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
  if (from === undefined || ranges === 'none')
    return { status: 200, headers: { ...headers, 'content-length': String(content.length) }, body: [content] };
  const first = Number(from);
  if (first >= content.length)
    return { status: 416, headers: { 'content-range': `bytes */${content.length}` }, body: [] };
  let last = Math.min(to === '' ? Infinity : Number(to), content.length - 1);
  if (ranges === 'extra' && last === first) last = Math.min(last + 1, content.length - 1);
  if (typeof ranges === 'number') last = Math.min(last, first + ranges - 1);
  const size = ranges === 'star' ? '*' : content.length;
  const part = content.subarray(first, last + 1);
  const more = { 'content-range': `bytes ${first}-${last}/${size}`, 'content-length': String(part.length) };
  return { status: 206, headers: { ...headers, ...more }, body: [part] };
}
