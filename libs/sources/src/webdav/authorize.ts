import { randomBytes } from 'node:crypto';
import type { BaseUrl } from './base-url.js';
import { readChallenges } from './challenges.js';
import { answerDigest, strongestDigest, type DigestChallenge } from './digest.js';

/** How one signs in. The way is stored with the secret, and no other is ever used: a server cannot talk us into one. */
export type Credentials =
  | { scheme: 'none' }
  | { scheme: 'basic' | 'digest'; username: string; password: string }
  | { scheme: 'bearer'; token: string };

/** What was asked of whom, as far as signing in depends on it. */
export interface ToAuthorize {
  method: string;
  origin: string;
  target: string;
}

/** Signs requests to one server, and to no other. */
export class Authorizer {
  private challenge: DigestChallenge | undefined;
  private count = 0;

  constructor(
    private readonly credentials: Credentials,
    private readonly base: BaseUrl,
    private readonly makeNonce = () => randomBytes(12).toString('hex'),
  ) {}

  /** The Authorization header; undefined where there is none, or none may be sent. */
  headerFor(request: ToAuthorize): string | undefined {
    if (!this.isOwn(request.origin)) return undefined;
    const { credentials } = this;
    if (credentials.scheme === 'basic')
      return `Basic ${Buffer.from(`${credentials.username}:${credentials.password}`, 'utf8').toString('base64')}`;
    if (credentials.scheme === 'bearer') return `Bearer ${credentials.token}`;
    return credentials.scheme === 'digest' ? this.digest(credentials, request) : undefined;
  }

  /**
   * Whether to ask once more after a 401: only with Digest, where the first answer brings the challenge and a nonce grows
   * old. `sent` is the header of the request that was refused.
   */
  mayRetry(sent: string | undefined, wwwAuthenticate: string | undefined, origin: string): boolean {
    if (this.credentials.scheme !== 'digest' || !this.isOwn(origin)) return false;
    const challenge = strongestDigest(readChallenges(wwwAuthenticate));
    if (!challenge) return false;
    const known = this.challenge;
    if (challenge.nonce !== known?.nonce) [this.challenge, this.count] = [challenge, 0];
    // Another request may have been refused, and have learned the new nonce, while this one was under way.
    const usedAnother = known !== undefined && sent !== undefined && !sent.includes(known.nonce);
    return sent === undefined || challenge.stale || usedAnother;
  }

  private digest(credentials: { username: string; password: string }, { method, target }: ToAuthorize) {
    if (!this.challenge) return undefined;
    this.count += 1;
    return answerDigest(this.challenge, {
      ...credentials,
      method,
      target,
      count: this.count,
      clientNonce: this.makeNonce(),
    });
  }

  /** The server itself, or the same server by https where it was given by http and sent us there. */
  private isOwn(origin: string): boolean {
    const { origin: own } = this.base;
    return origin === own || (/^http:\/\/(?:\[[^\]]*\]|[^:]*)$/.test(own) && origin === own.replace('http:', 'https:'));
  }
}

/** Which ways of signing in a server offers, by their names in lower case. */
export function schemesOffered(wwwAuthenticate: string | undefined): string[] {
  return [...new Set(readChallenges(wwwAuthenticate).map(({ scheme }) => scheme))];
}
