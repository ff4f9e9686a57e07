import { createHash } from 'node:crypto';
import { foreignToken, type ForeignToken } from './foreign-token.js';

/** How far a device has come on its version line. */
export interface SyncToken {
  /** What it knew when this sync began. */
  since: number;
  /** How far this sync has come; never before `since`. */
  cursor: number;
}

/** What a token of ours is made from. */
export interface OurToken extends SyncToken {
  /** The device's id, of which the token carries a tag. */
  device: string;
  /** Which of the device's lines the positions are on; a new line is begun to make it start again. */
  line: number;
}

export type DecodedSyncToken =
  | { kind: 'ours'; line: number; since: number; cursor: number }
  | { kind: 'none' }
  | ({ kind: 'foreign' } & ForeignToken);

const PREFIX = 'oct1';
const NUMBER = /^(?:0|[1-9a-z][0-9a-z]{0,10})$/;

/** `oct1.<device tag>.<line>.<since>.<cursor>`, numbers in base 36: at most 49 characters, safe in a header and a URL. */
export function encodeSyncToken({ device, line, since, cursor }: OurToken): string {
  return [PREFIX, deviceTag(device), ...[line, since, cursor].map((number) => number.toString(36))].join('.');
}

/**
 * What a device's `x-kobo-synctoken` says. Never throws, whatever the header holds. `none`: there is no token.
 * `foreign`: it is another server's, another device's or damaged, and the device has to start again; where a store
 * token is wrapped in it, that is handed on.
 */
export function decodeSyncToken(header: string | undefined, device: string): DecodedSyncToken {
  if (header === undefined || header.trim() === '') return { kind: 'none' };
  const ours = ourToken(header, device);
  return ours ? { kind: 'ours', ...ours } : { kind: 'foreign', ...foreignToken(header) };
}

function ourToken(header: string, device: string): Omit<OurToken, 'device'> | undefined {
  const [prefix, tag, ...numbers] = header.slice(0, 100).split('.');
  if (prefix !== PREFIX || tag !== deviceTag(device)) return undefined;
  if (numbers.length !== 3 || !numbers.every((text) => NUMBER.test(text))) return undefined;
  const [line = -1, since = -1, cursor = -1] = numbers.map((text) => Number.parseInt(text, 36));
  const sound = [line, since, cursor].every((number) => Number.isSafeInteger(number)) && since <= cursor;
  return sound ? { line, since, cursor } : undefined;
}

function deviceTag(device: string): string {
  return createHash('sha256').update(device).digest('base64url').slice(0, 8);
}
