import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { placeOf, type AudibleCountry, type AudiblePlace } from './audible-places.js';

/** A request as it came, and what became of it. */
export interface AudibleSeen extends AudiblePlace {
  method: string;
  /** Path and query, byte for byte. */
  target: string;
  /** The query, taken apart. */
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: string;
  /** Milliseconds, by the clock the stand-in was given. */
  at: number;
  /** The name of the account it is of. */
  account?: string;
  /** What proves that, even where it was refused on command; nothing where nothing does. */
  by?: 'signature' | 'access token';
  /** The status it was answered with, or was to be. */
  status?: number;
}

/** A request as far as it is known before it is looked into. */
export interface RawRequest {
  method: string;
  target: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** Reads a request to its end. */
export async function readRequest(request: IncomingMessage): Promise<RawRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { method = '', url: target = '', headers } = request;
  return { method, target, headers, body: Buffer.concat(chunks).toString('utf8') };
}

/** The entry of the journal; `otherwise` is the store of paths and hosts without one. */
export function noted(request: RawRequest, at: number, otherwise: AudibleCountry): AudibleSeen {
  const { target, headers } = request;
  const query = new URLSearchParams(target.includes('?') ? target.slice(target.indexOf('?') + 1) : '');
  return { ...request, ...placeOf(target, headers.host, otherwise), query, at };
}
