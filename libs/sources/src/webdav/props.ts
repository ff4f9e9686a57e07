import { readModified } from './dates.js';

export const DAV = 'DAV:';
export const OWNCLOUD = 'http://owncloud.org/ns';

/** Properties of one entry as they were written; what a server did not tell is not there. */
export interface WrittenProps {
  /** `resourcetype` says that it is a folder. */
  collection: boolean;
  /** `supported-report-set` names `sync-collection`. */
  syncCollection: boolean;
  /** Text by name, `{namespace}` left out for DAV's own and written `oc:` for ownCloud's. */
  text: ReadonlyMap<string, string>;
}

/** What the properties say of a thing. Absent is unknown, and never a change. */
export interface ReadProps {
  folder: boolean;
  /** In bytes; never of a folder. */
  size?: number;
  modified?: Date;
  /** Without quotes and without the mark of a weak one. */
  etag?: string;
  /** What stays the same when a file is moved; only servers of the ownCloud family tell it. */
  fileId?: string;
  /** As the server writes them: "SHA1:… MD5:…". */
  checksums?: string;
}

/** Names of properties whose text is kept, as they are kept. */
export function nameOfProp(uri: string, local: string): string | undefined {
  if (uri === DAV) return OF_DAV.has(local) ? local : undefined;
  return uri === OWNCLOUD && OF_OWNCLOUD.has(local) ? `oc:${local}` : undefined;
}

const OF_DAV = new Set(['getcontentlength', 'getlastmodified', 'getetag', 'iscollection', 'sync-token']);
const OF_OWNCLOUD = new Set(['fileid', 'id', 'checksums', 'size', 'permissions', 'data-fingerprint']);

/** `now` in milliseconds, to tell times that cannot be. */
export function readProps({ collection, text }: WrittenProps, now: number): ReadProps {
  const read: ReadProps = { folder: collection || isTrue(text.get('iscollection')) };
  const size = read.folder ? undefined : readSize(text.get('getcontentlength'));
  const modified = readModified(text.get('getlastmodified') ?? '', now);
  const etag = readEtag(text.get('getetag'));
  const fileId = wordOf(text.get('oc:fileid')) ?? wordOf(text.get('oc:id'));
  const checksums = wordOf(text.get('oc:checksums'));
  if (size !== undefined) read.size = size;
  if (modified !== undefined) read.modified = modified;
  if (etag !== undefined) read.etag = etag;
  if (fileId !== undefined) read.fileId = fileId;
  if (checksums !== undefined) read.checksums = checksums;
  return read;
}

function isTrue(written: string | undefined): boolean {
  return written !== undefined && /^\s*(?:1|t|true)\s*$/i.test(written);
}

/** The same text for a tag with and without quotes, strong and weak; it stays text when it is all digits. */
export function readEtag(written: string | undefined): string | undefined {
  const word = wordOf(written);
  if (word === undefined) return undefined;
  const strong = /^w\//i.test(word) ? word.slice(2) : word;
  const isQuoted = strong.length > 1 && strong.startsWith('"') && strong.endsWith('"');
  return wordOf(isQuoted ? strong.slice(1, -1) : strong);
}

function readSize(written: string | undefined): number | undefined {
  const size = written !== undefined && /^\s*\d{1,16}\s*$/.test(written) ? Number(written) : Number.NaN;
  return Number.isSafeInteger(size) ? size : undefined;
}

function wordOf(text: string | undefined): string | undefined {
  const word = text?.trim() ?? '';
  return word === '' ? undefined : word;
}
