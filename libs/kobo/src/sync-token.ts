import type { SyncPosition } from '@octavo/domain';
import { createHash } from 'node:crypto';
import { foreignToken, type ForeignToken } from './foreign-token.js';
import { decodePosition, encodePosition } from './sync-position-code.js';

/** What a token of ours says. */
export interface SyncToken {
  /** Which of the device's lines the positions are on; a new line is begun to make it start again. */
  line: number;
  position: SyncPosition;
  /** Where the device stood by its own word, if `position` was only assumed when the token was given. */
  origin?: SyncPosition;
  /** The number under which the store's own token is kept. */
  storeCursor?: bigint;
}

export type DecodedSyncToken = ({ kind: 'ours' } & SyncToken) | { kind: 'none' } | ({ kind: 'foreign' } & ForeignToken);

const PREFIX = 'oct2';
const NUMBER = /^(?:0|[1-9a-z][0-9a-z]{0,10})$/;

/**
 * `oct2.<device tag>.<line>.<position>[.o<origin>][.x<store cursor>]`, numbers in base 36: some 30 characters as a rule,
 * 110 at most, safe in a header and a URL. `device` is the device's id, of which the token carries a tag.
 */
export function encodeSyncToken(device: string, { line, position, origin, storeCursor }: SyncToken): string {
  return [
    PREFIX,
    deviceTag(device),
    line.toString(36),
    encodePosition(position),
    ...(origin ? [`o${encodePosition(origin)}`] : []),
    ...(storeCursor === undefined ? [] : [`x${storeCursor.toString(36)}`]),
  ].join('.');
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

const LONGEST = 200;

function ourToken(header: string, device: string): SyncToken | undefined {
  if (header.length > LONGEST) return undefined;
  const [prefix, tag, line = '', at = '', ...more] = header.split('.');
  if (prefix !== PREFIX || tag !== deviceTag(device) || !NUMBER.test(line)) return undefined;
  const position = decodePosition(at);
  const origin = more.find((part) => part.startsWith('o'));
  const store = more.find((part) => part.startsWith('x'))?.slice(1);
  const from = origin && decodePosition(origin.slice(1));
  if (!position || (origin && !from) || (store !== undefined && !NUMBER.test(store))) return undefined;
  return {
    line: Number.parseInt(line, 36),
    position,
    ...(from && { origin: from }),
    ...(store !== undefined && { storeCursor: BigInt(Number.parseInt(store, 36)) }),
  };
}

function deviceTag(device: string): string {
  return createHash('sha256').update(device).digest('base64url').slice(0, 8);
}
