import { CREDENTIALS } from './apache.js';
import { measuredBy } from './measured-process.js';

/** A request as it goes out; its path is escaped. */
export interface RawRequest {
  method: 'PROPFIND' | 'GET';
  path: string;
  headers: Record<string, string>;
  body?: string;
}

/** What a process spent on something, and its memory at most. */
export interface Costs {
  ms: number;
  cpuMs: number;
  peakMb: number;
}

const { username, password } = CREDENTIALS;
const SIGNED = { authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` };
const ASKED = ['d:resourcetype', 'd:getcontentlength', 'd:getlastmodified', 'd:getetag'];
const BODY =
  '<?xml version="1.0" encoding="utf-8"?>\n<d:propfind xmlns:d="DAV:" xmlns:oc="http://owncloud.org/ns"><d:prop>' +
  `${ASKED.map((name) => `<${name}/>`).join('')}</d:prop></d:propfind>`;

/** The very question a walk asks of a folder. */
export function listing(path: string): RawRequest {
  const headers = { ...SIGNED, depth: '1', 'content-type': 'application/xml; charset=utf-8' };
  return { method: 'PROPFIND', path, headers, body: BODY };
}

/** A part of a file, as "bytes=0-99". */
export function part(path: string, range: string): RawRequest {
  return { method: 'GET', path, headers: { ...SIGNED, range } };
}

/** Requests by themselves, four at a time, their answers unread; in a process of its own. */
export function floorOf(origin: string, requests: RawRequest[]): Promise<Costs & { bytes: number }> {
  return measuredBy('floor.mjs', { origin, requests });
}
