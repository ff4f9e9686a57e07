import { createHash } from 'node:crypto';
import type { Challenge } from './challenges.js';

/** A Digest challenge we can answer (RFC 7616 with qop=auth). */
export interface DigestChallenge {
  realm: string;
  nonce: string;
  opaque: string | undefined;
  algorithm: keyof typeof HASHES;
  /** The last answer was right but for the age of its nonce. */
  stale: boolean;
}

const HASHES = { 'SHA-256': 'sha256', MD5: 'md5' } as const;
/** The strongest first. */
const ALGORITHMS = ['SHA-256', 'MD5'] as const;

/** The strongest of those that were offered, or undefined where none can be answered. */
export function strongestDigest(challenges: readonly Challenge[]): DigestChallenge | undefined {
  const offered = challenges.flatMap((challenge) => readDigest(challenge) ?? []);
  return ALGORITHMS.map((algorithm) => offered.find((one) => one.algorithm === algorithm)).find((one) => one);
}

function readDigest({ scheme, parameters }: Challenge): DigestChallenge | undefined {
  const [realm, nonce] = [parameters.get('realm'), parameters.get('nonce')];
  const named = (parameters.get('algorithm') ?? 'MD5').toUpperCase();
  const algorithm = ALGORITHMS.find((one) => one === named);
  const offersAuth = (parameters.get('qop') ?? '').split(',').some((one) => one.trim().toLowerCase() === 'auth');
  if (scheme !== 'digest' || !algorithm || !offersAuth || realm === undefined || nonce === undefined) return undefined;
  const stale = parameters.get('stale')?.toLowerCase() === 'true';
  return { realm, nonce, opaque: parameters.get('opaque'), algorithm, stale };
}

export interface DigestAnswer {
  username: string;
  password: string;
  method: string;
  /** The target of the request exactly as it goes out. */
  target: string;
  /** How often this nonce has been answered, this time included. */
  count: number;
  /** Made up by us. */
  clientNonce: string;
}

/** The Authorization header that answers a challenge. */
export function answerDigest(challenge: DigestChallenge, answer: DigestAnswer): string {
  const { realm, nonce, opaque, algorithm } = challenge;
  const { username, password, method, target, clientNonce } = answer;
  const hash = (text: string) => createHash(HASHES[algorithm]).update(text, 'utf8').digest('hex');
  const count = answer.count.toString(16).padStart(8, '0');
  const secret = hash(`${username}:${realm}:${password}`);
  const response = hash([secret, nonce, count, clientNonce, 'auth', hash(`${method}:${target}`)].join(':'));
  return [
    `Digest username=${quoted(username)}, realm=${quoted(realm)}, nonce=${quoted(nonce)}, uri=${quoted(target)}`,
    `algorithm=${algorithm}, response="${response}", qop=auth, nc=${count}, cnonce="${clientNonce}"`,
    ...(opaque === undefined ? [] : [`opaque=${quoted(opaque)}`]),
  ].join(', ');
}

/** Headers carry bytes: one character for each of the text's UTF-8. */
function quoted(text: string): string {
  return `"${Buffer.from(text, 'utf8').toString('latin1').replace(/["\\]/g, '\\$&')}"`;
}
