import { readModified } from './dates.js';

export const DAV = 'DAV:';
export const OWNCLOUD = 'http://owncloud.org/ns';

/** Properties of one entry as they were written; what a server did not tell is not there. */
export interface WrittenProps {
  /** `resourcetype` says that it is a folder. */
  collection: boolean;
  /** `supported-report-set` names `sync-collection`. */
  syncCollection: boolean;
  text: WrittenText;
}

/** By name, whose namespace is left out for DAV's own and written `oc:` for ownCloud's. */
export type WrittenText = Readonly<Partial<Record<PropName, string>>>;
export type PropName = (typeof OF_DAV)[number] | `oc:${(typeof OF_OWNCLOUD)[number]}`;

const OF_DAV = ['getcontentlength', 'getlastmodified', 'getetag', 'iscollection', 'sync-token'] as const;
const OF_OWNCLOUD = ['fileid', 'id', 'checksums', 'size', 'permissions', 'data-fingerprint'] as const;
const KEPT = new Map<string, ReadonlyMap<string, PropName>>([
  [DAV, new Map(OF_DAV.map((local) => [local, local]))],
  [OWNCLOUD, new Map(OF_OWNCLOUD.map((local) => [local, `oc:${local}`]))],
]);

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

/** What a property is kept by, if its text is. */
export function nameOfProp(uri: string, local: string): PropName | undefined {
  return KEPT.get(uri)?.get(local);
}

/** `now` in milliseconds, to tell times that cannot be. */
export function readProps(written: WrittenProps, now: number): ReadProps {
  return withProps({ folder: false }, written, now);
}

/** The same, noted on what they are properties of. */
export function withProps<Thing extends ReadProps>(
  read: Thing,
  { collection, text }: WrittenProps,
  now: number,
): Thing {
  read.folder = collection || isTrue(text.iscollection);
  const size = read.folder ? undefined : readSize(text.getcontentlength);
  const modified = readModified(text.getlastmodified ?? '', now);
  const etag = readEtag(text.getetag);
  const fileId = wordOf(text['oc:fileid']) ?? wordOf(text['oc:id']);
  const checksums = wordOf(text['oc:checksums']);
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
