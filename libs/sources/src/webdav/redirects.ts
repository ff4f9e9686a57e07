import type { BaseUrl } from './base-url.js';
import { segmentsOf } from './href.js';
import { bytesOfSegment } from './path-key.js';

/** Where a request goes. */
export interface Destination {
  origin: string;
  /** Escaped as it is to go out. */
  target: string;
}

/** A Location header as an address, its escapes as they were written; undefined for what is none that is asked. */
export function readLocation(location: string, from: Destination): Destination | undefined {
  const text = location.trim().replace(/#.*$/s, '');
  const url = URL.parse(text, `${from.origin}${from.target}`);
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return undefined;
  const written = /^(?:(?:https?:)?\/\/[^/?]*)?(\/.*)$/is.exec(text)?.[1];
  const sound = written !== undefined && /^[\x21-\x7e]+$/.test(written);
  return { origin: url.origin, target: sound ? written : `${url.pathname}${url.search}` };
}

/**
 * Whether a listing may go on elsewhere, and where: on the same host, with http turned into https at most, at the same
 * path with or without its slash, or within the library. A server behind a proxy that speaks TLS for it often sends us to
 * http; that is taken for the address we know.
 */
export function nextForListing(location: string, from: Destination, base: BaseUrl): Destination | undefined {
  const next = readLocation(location, from);
  if (!next || next.target.includes('?')) return undefined;
  const origin = sameServer(next.origin, from.origin, base.origin);
  if (origin === undefined || !isNearby(next.target, from.target, base.path)) return undefined;
  return { origin, target: next.target };
}

/** Whether a download may go on elsewhere: anywhere, but never from https to http. */
export function nextForFile(location: string, from: Destination): Destination | undefined {
  const next = readLocation(location, from);
  return next && from.origin.startsWith('https:') && next.origin.startsWith('http:') ? undefined : next;
}

/** The address to set instead, where a server on the same host says it lies elsewhere. */
export function suggestedBase(location: string, from: Destination): string | undefined {
  const next = readLocation(location, from);
  if (!next || next.target.includes('?')) return undefined;
  const [there, here] = [new URL(next.origin), new URL(from.origin)];
  const lessSafe = here.protocol === 'https:' && there.protocol === 'http:';
  if (there.hostname !== here.hostname || lessSafe) return undefined;
  return `${next.origin}${next.target.replace(/\/*$/, '/')}`;
}

function sameServer(next: string, from: string, own: string): string | undefined {
  if (next === from || next === own) return next;
  const [there, here] = [new URL(next), new URL(from)];
  if (there.hostname !== here.hostname) return undefined;
  const plain = there.protocol === 'http:' && (there.port === '' || there.port === here.port);
  if (here.protocol === 'https:' && plain) return from;
  return here.protocol === 'http:' && here.port === '' && there.protocol === 'https:' && there.port === ''
    ? next
    : undefined;
}

function isNearby(next: string, from: string, base: string): boolean {
  if (next.replace(/\/$/, '') === from.replace(/\/$/, '')) return true;
  const [there, library] = [segmentsOf(next)?.map(bytesOfSegment), segmentsOf(base)?.map(bytesOfSegment)];
  return !!there && !!library && library.every((segment, at) => there[at] === segment);
}
