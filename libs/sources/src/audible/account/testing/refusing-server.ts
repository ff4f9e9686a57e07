import { verify } from 'node:crypto';
import type { Authority, Unauthorised } from '../../authority.js';
import { ADP_TOKEN, PUBLIC_KEY } from './vectors.js';

/** Judges requests as Audible does: signatures by the device's public key, tokens by a list of those that are good. */
export class RefusingServer {
  readonly seen: Readonly<Record<string, string>>[] = [];
  readonly goodTokens = new Set<string>();
  acceptsSignatures = true;
  /** So many of the next requests are refused whatever they carry. */
  refusesNext = 0;
  /** Targets nobody may see, however they ask. */
  readonly forbidden = new Set<string>();

  /** Whether a request is let in. */
  answer({ method, target, body }: Unauthorised, headers: Readonly<Record<string, string>>): boolean {
    this.seen.push(headers);
    if (this.refusesNext-- > 0 || this.forbidden.has(target)) return false;
    const token = headers['x-amz-access-token'];
    if (token !== undefined) return this.goodTokens.has(token);
    const signature = headers['x-adp-signature'] ?? '';
    const colon = signature.indexOf(':');
    const text = [method, target, signature.slice(colon + 1), body, ADP_TOKEN].join('\n');
    const bytes = Buffer.from(signature.slice(0, colon), 'base64');
    return this.acceptsSignatures && verify('sha256', Buffer.from(text), PUBLIC_KEY, bytes);
  }

  /** Sends a request as a client does: again for as long as the authority says so. How often it was sent, and whether it was let in. */
  async send(authority: Authority, target: string): Promise<{ sent: number; accepted: boolean }> {
    const request: Unauthorised = { method: 'GET', target, body: '' };
    for (let sent = 1; sent <= 50; sent += 1) {
      const headers = await authority.headersFor(request);
      await Promise.resolve();
      const accepted = this.answer(request, headers);
      await Promise.resolve();
      if (accepted) authority.accepted(headers);
      if (accepted || !(await authority.refused(headers))) return { sent, accepted };
    }
    throw new Error('it is asked for ever');
  }

  /** How each request was authorised. */
  get ways(): string[] {
    return this.seen.map((headers) => headers['x-amz-access-token'] ?? 'signed');
  }
}
