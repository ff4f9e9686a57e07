import type { DavConnection } from './dav-client.js';
import { Anchors, isWithinBounds } from './href.js';
import type { WrittenEntry } from './multistatus.js';
import { keyOfSegment } from './path-key.js';
import { readProps, type ReadProps, withProps } from './props.js';

/** A folder of a library on a server. The base has an empty key and an empty path. */
export interface Folder {
  /** Names from the base down, joined by slashes: what the folder is known by. */
  key: string;
  /** The same as the server escapes it, without slashes at its ends: what it is asked for by. */
  path: string;
  /** Its own id and those of the folders above, where the server tells ids. */
  ids?: readonly string[];
}

export const BASE_FOLDER: Folder = { key: '', path: '' };

/** A file or folder as a listing tells of it. What is not said was not told, and says nothing of a change. */
export interface DavEntry extends ReadProps {
  key: string;
  path: string;
  /** Key of the folder it lies in. */
  parent: string;
  /** The server is still at work on it. */
  processing?: true;
}

type Place = Pick<DavEntry, 'key' | 'path' | 'parent'>;

/** What was odd about a listing. None of it is an error. */
export interface Oddities {
  /** Hrefs that lead elsewhere, or are no names. */
  rejectedHrefs: number;
  /** Entries that were listed before, or carry their folder's own href. */
  repeated: number;
  absoluteHrefs: boolean;
  caseInsensitive: boolean;
}

/** The request target of a thing in a library. */
export function targetOf({ base }: Pick<DavConnection, 'base'>, path: string, folder: boolean): string {
  return `${base.path}${path}${folder && path !== '' ? '/' : ''}`;
}

export interface ReaderOptions {
  connection: DavConnection;
  folder: Folder;
  /** The path the listing came from, if that is another than was asked for. */
  target: string;
  /** One level, or all. */
  deep: boolean;
  /** Milliseconds since 1970. */
  now: number;
}

/** Makes entries of what a listing says, and keeps out what does not belong there. */
export class EntryReader {
  /** The folder itself, once it was listed as one. */
  self: ReadProps | undefined;
  /** The folder's own href stood there, and was no folder. */
  selfIsFile = false;
  /** What the server says instead of telling what a thing is. */
  readonly refused: { key: string; status: number }[] = [];
  /** The server ran out of something (507): the listing is not all there is. */
  insufficient = false;
  readonly odd: Oddities = { rejectedHrefs: 0, repeated: 0, absoluteHrefs: false, caseInsensitive: false };
  private readonly anchors: Anchors;
  /** Keys, as far as they differ. */
  private readonly seen = new Set<string>();
  private readonly depth: number;

  constructor(private readonly options: ReaderOptions) {
    this.anchors = new Anchors(anchorsOf(options));
    const { path } = options.folder;
    this.depth = path === '' ? 0 : path.split('/').length;
  }

  read(written: readonly WrittenEntry[]): DavEntry[] {
    return written.map((one) => this.entryOf(one)).filter((entry) => entry !== undefined);
  }

  private entryOf(written: WrittenEntry): DavEntry | undefined {
    if (written.status === 507) this.insufficient = true;
    const { href } = written;
    const name = href === undefined ? undefined : this.anchors.nameBesideLast(href);
    if (name !== undefined) return this.besideLast(name, written);
    const place = href === undefined ? undefined : this.anchors.read(href);
    const path = place && this.pathOf(place.segments);
    if (!place || path === undefined) return void this.odd.rejectedHrefs++;
    this.odd.absoluteHrefs ||= place.absolute;
    this.odd.caseInsensitive ||= place.byCase;
    if (place.segments.length === 0) return this.noteSelf(written, readProps(written.props, this.options.now));
    const names = place.segments.map(keyOfSegment);
    if (!this.isNew(names.join('/'))) return undefined;
    const { key } = this.options.folder;
    const parent = under(key, names.slice(0, -1).join('/'));
    return this.listed({ key: under(key, names.join('/')), path, parent }, written);
  }

  /** The same for what lies right in the folder, as nearly all does: much quicker. */
  private besideLast(segment: string, written: WrittenEntry): DavEntry | undefined {
    const { folder } = this.options;
    const [path, name] = [under(folder.path, segment), keyOfSegment(segment)];
    if (!isWithinBounds(path, this.depth + 1)) return void this.odd.rejectedHrefs++;
    this.odd.absoluteHrefs ||= this.anchors.isLastAbsolute;
    if (!this.isNew(name)) return undefined;
    return this.listed({ key: under(folder.key, name), path, parent: folder.key }, written);
  }

  /** Undefined for what does not belong here. */
  private pathOf(segments: readonly string[]): string | undefined {
    const { deep, folder } = this.options;
    if (!deep && segments.length > 1) return undefined;
    const path = under(folder.path, segments.join('/'));
    return isWithinBounds(path, this.depth + segments.length) ? path : undefined;
  }

  /** One server gives names it cannot write their folder's href; so only a folder is the folder. */
  private noteSelf({ status }: WrittenEntry, props: ReadProps): undefined {
    if (status !== undefined && status !== 507) this.refused.push({ key: this.options.folder.key, status });
    else if (status === 507) this.self ??= { folder: true };
    else if (this.self !== undefined || !props.folder) this.odd.repeated += 1;
    if (status === undefined && !props.folder) this.selfIsFile = true;
    if (status === undefined && props.folder) this.self ??= props;
  }

  /** `key`: below the folder. */
  private isNew(key: string): boolean {
    const before = this.seen.size;
    this.seen.add(key);
    if (this.seen.size === before) this.odd.repeated += 1;
    return this.seen.size > before;
  }

  private listed({ key, path, parent }: Place, written: WrittenEntry): DavEntry | undefined {
    if (written.status !== undefined) {
      if (written.status !== 507) this.refused.push({ key, status: written.status });
      return undefined;
    }
    const entry: DavEntry = withProps({ key, path, parent, folder: false }, written.props, this.options.now);
    if (written.processing) entry.processing = true;
    return entry;
  }

  /** How many things it lists below the folder, those it says nothing of included. */
  get count(): number {
    return this.seen.size;
  }
}

/** Names of the folder: the server's for it, and ours; where we were sent elsewhere, those of that place first. */
function anchorsOf({ connection, folder, target }: ReaderOptions): string[] {
  const { base, serverPath = base.path } = connection;
  const byServer = `${serverPath}${folder.path}`;
  if (withoutSlash(target) === withoutSlash(targetOf(connection, folder.path, true))) return [byServer, target];
  const inside = target.startsWith(base.path) ? [`${serverPath}${target.slice(base.path.length)}`] : [];
  return [...inside, byServer, target];
}

const withoutSlash = (path: string) => path.replace(/\/$/, '');

/** `below`: one name or several; none for the folder itself. */
function under(folder: string, below: string): string {
  if (folder === '' || below === '') return folder + below;
  return `${folder}/${below}`;
}
