import { MOST_PATH_BYTES, MOST_SEGMENT_BYTES, MOST_SEGMENTS } from './limits.js';
import { bytesOfSegment } from './path-key.js';
import { standsAt } from './stands-at.js';

/** A name in which nothing needs a second look. */
const PLAIN = /^(?!\.{1,2}$)(?:[\w.~!$&'()*+,;=:@-]|%(?!2e|2f|00)[0-9a-f]{2}){1,1024}$/i;

/** What an href turned out to mean. */
export interface HrefRead {
  /** Below the folder that was asked, escaped as the server wrote them; none for the folder itself. */
  segments: string[];
  /** A whole address; its host counts for nothing, since behind a proxy it is often an inner one. */
  absolute: boolean;
  /** It lies below the folder only if capitals are small letters. */
  byCase: boolean;
}

/** Where something lay, up to its name, and what that meant. */
interface LastRead {
  href: string;
  above: readonly string[];
  absolute: boolean;
}

/** Paths under which one folder is known: as the server names it, as we ask for it. */
export class Anchors {
  private readonly exact: readonly (readonly string[])[];
  private readonly folded: readonly (readonly string[])[];
  /** Where the last thing lay: most others lie beside it. */
  private last: LastRead | undefined;

  /** The first is trusted most; relative hrefs begin at the last. */
  constructor(private readonly paths: readonly string[]) {
    this.exact = paths.map((path) => (segmentsOf(path) ?? []).map(bytesOfSegment));
    this.folded = this.exact.map((segments) => segments.map(fold));
  }

  /**
   * An href as a place below the folder; undefined for what lies elsewhere, climbs, or is no name of a file. Nothing an
   * href names is ever connected to, and nothing of it but single segments gets into a request.
   */
  read(href: string): HrefRead | undefined {
    const { last } = this;
    const name = plainNameBeside(last, href);
    if (last && name !== undefined) return { segments: [...last.above, name], absolute: last.absolute, byCase: false };
    const all = segmentsOfHref(href, this.paths.at(-1) ?? '/');
    const read = all && this.below(all, /^\s*https?:/i.test(href));
    // The last name did not count, so for those beside it the answer is the same.
    const [begin, end] = nameIn(href);
    if (
      read &&
      !read.byCase &&
      PLAIN.test(href.slice(begin, end)) &&
      this.exact.every((anchor) => anchor.length < all.length)
    )
      this.last = { href: href.slice(0, begin), above: read.segments.slice(0, -1), absolute: read.absolute };
    return read;
  }

  /** The one segment that `read` would give, where it is plain to see: what is asked for lies where the last thing did. */
  nameBesideLast(href: string): string | undefined {
    return this.last?.above.length === 0 ? plainNameBeside(this.last, href) : undefined;
  }

  get isLastAbsolute(): boolean {
    return this.last?.absolute ?? false;
  }

  private below(all: string[], absolute: boolean): HrefRead | undefined {
    const bytes = all.map(bytesOfSegment);
    const exact = this.exact.find((anchor) => begins(bytes, anchor));
    const anchor = exact ?? this.folded.find((one) => begins(bytes.map(fold), one));
    if (!anchor) return undefined;
    const segments = all.slice(anchor.length);
    return bytes.slice(anchor.length).every(isName) ? { segments, absolute, byCase: exact === undefined } : undefined;
  }
}

/** A name that needs no second look, of what lies where the last thing did. */
function plainNameBeside(last: LastRead | undefined, href: string): string | undefined {
  if (last === undefined || !standsAt(href, last.href, 0)) return undefined;
  const name = href.slice(last.href.length, href.endsWith('/') ? -1 : undefined);
  return PLAIN.test(name) ? name : undefined;
}

/** Where the last name begins and ends: a slash at the end says nothing. */
function nameIn(href: string): [number, number] {
  const end = href.endsWith('/') ? href.length - 1 : href.length;
  return [href.lastIndexOf('/', end - 1) + 1, end];
}

/** The path an href names, with slashes at both ends; undefined for what is none. `from` is where a relative one begins. */
export function readHrefPath(href: string, from: string): string | undefined {
  const segments = segmentsOfHref(href, from);
  return segments && `/${segments.map((segment) => `${segment}/`).join('')}`;
}

function segmentsOfHref(href: string, from: string): string[] | undefined {
  const text = href.trim();
  const scheme = /^[a-z][a-z0-9+.-]*:\/\//i.exec(text)?.[0].toLowerCase();
  if (scheme !== undefined && scheme !== 'http://' && scheme !== 'https://') return undefined;
  const path = text.replace(/^(?:https?:)?\/\/[^/]*/i, '');
  return segmentsOf(path.startsWith('/') || path !== text ? path : `${from}${path}`);
}

/**
 * A path taken apart: without empty and `.` segments, `..` resolved, also where they are escaped. What must not stand bare
 * in a path is escaped (some servers leave `#` and `?` in names as they are). Undefined where it climbs above the root or
 * is too long to be true.
 */
export function segmentsOf(path: string): string[] | undefined {
  if (path.length > 3 * MOST_PATH_BYTES) return undefined;
  const segments: string[] = [];
  for (const segment of escapeStray(path).split('/')) {
    const plain = segment.replace(/%2e/gi, '.');
    if (plain === '' || plain === '.') continue;
    if (plain !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return segments;
}

/** Whether a place, escaped, and so many names deep, is not too deep and not too long for any file system. */
export function isWithinBounds(path: string, depth: number): boolean {
  const isShort = path.length <= MOST_PATH_BYTES || bytesOfSegment(path).length <= MOST_PATH_BYTES;
  return isShort && depth <= MOST_SEGMENTS;
}

/** Of bytes as characters. */
function isName(bytes: string): boolean {
  return !/[/\0]/.test(bytes) && bytes !== '.' && bytes !== '..' && bytes.length <= MOST_SEGMENT_BYTES;
}

function escapeStray(path: string): string {
  const whole = /%(?![0-9a-f]{2})/i.test(path) ? path.replace(/%(?![0-9a-f]{2})/gi, '%25') : path;
  return whole.replace(/[^\x21-\x7e]|[#?\\]/gu, (letter) =>
    [...Buffer.from(letter)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
  );
}

function begins(segments: readonly string[], start: readonly string[]): boolean {
  return start.every((segment, at) => segments[at] === segment);
}

/** Of bytes as characters: what they spell in UTF-8, in small letters. */
function fold(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('utf8').toLowerCase();
}
