import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** An examination takes ten seconds; what was overheard from it opens nothing afterwards. */
const FRESH_MS = 60_000;

/** `<expiry>-<random>-<signature>`, safe in a path. Every gateway that knows the key takes it until it expires. */
export function newNonce(key: string, now: Date): string {
  const said = `${(now.getTime() + FRESH_MS).toString(36)}-${randomBytes(8).toString('hex')}`;
  return `${said}-${signature(key, `nonce ${said}`)}`;
}

/** True for a nonce that was signed with this key less than a minute ago. Takes any text. */
export function isFresh(nonce: string, key: string, now: Date): boolean {
  const [, said, expiry, signed] = /^(([0-9a-z]{1,12})-[0-9a-f]{16})-([0-9a-f]{64})$/.exec(nonce) ?? [];
  if (said === undefined || expiry === undefined || signed === undefined) return false;
  const left = Number.parseInt(expiry, 36) - now.getTime();
  return left > 0 && left <= FRESH_MS && isSame(signed, signature(key, `nonce ${said}`));
}

/** What only a gateway of the same database can answer to a nonce. */
export function proofFor(nonce: string, key: string): string {
  return signature(key, `answer ${nonce}`);
}

const signature = (key: string, text: string) => createHmac('sha256', key).update(text).digest('hex');
const isSame = (a: string, b: string) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
