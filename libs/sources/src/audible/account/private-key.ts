import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';

const MOST_CHARACTERS = 32_768;
const ARMOUR = /^-----BEGIN (?:RSA )?PRIVATE KEY-----(.*?)-----END (?:RSA )?PRIVATE KEY-----$/s;
/** Audible's have 2048; larger ones take long to prove. */
const [LEAST_BITS, MOST_BITS] = [1024, 4096];
const KINDS = ['pkcs1', 'pkcs8'] as const;

/**
 * A device's RSA key in the one form it is kept in: PKCS#1 PEM, lines of 64 characters, one line end at the end. Takes PEM
 * of PKCS#1 and PKCS#8, with lost line breaks or with `\n` written out, and the bare base64 of either. Undefined for
 * everything else, and for a key that does not sign what its own public half accepts.
 */
export function normalPrivateKey(text: string): string | undefined {
  if (text.length > MOST_CHARACTERS) return undefined;
  const spelled = text.replace(/\\r|\\n/g, '\n').trim();
  const body = (ARMOUR.exec(spelled)?.[1] ?? spelled).replace(/\s+/g, '');
  if (body.length < 100 || !/^[A-Za-z0-9+/]+={0,2}$/.test(body)) return undefined;
  const key = keyFrom(Buffer.from(body, 'base64'));
  return key && isSound(key) ? key.export({ type: 'pkcs1', format: 'pem' }).toString() : undefined;
}

function keyFrom(der: Buffer): KeyObject | undefined {
  for (const type of KINDS)
    try {
      return createPrivateKey({ key: der, format: 'der', type });
    } catch {
      continue; // The other kind, or no key.
    }
  return undefined;
}

function isSound(key: KeyObject): boolean {
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (key.asymmetricKeyType !== 'rsa' || bits < LEAST_BITS || bits > MOST_BITS) return false;
  const message = Buffer.from('octavo');
  try {
    return verify('sha256', message, createPublicKey(key), sign('sha256', message, key));
  } catch {
    return false;
  }
}
