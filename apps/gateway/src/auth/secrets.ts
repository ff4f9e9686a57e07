import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, as text that is safe in headers, cookies and addresses. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** How a secret of ours is kept. It is random and long, so a plain digest is enough (unlike for passwords). */
export function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
