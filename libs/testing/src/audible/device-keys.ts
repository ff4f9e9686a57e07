import { generateKeyPairSync, type KeyObject } from 'node:crypto';

export interface DeviceKeys {
  publicKey: KeyObject;
  privateKey: KeyObject;
}

const made = new Map<number, DeviceKeys>();

/** The n-th pair of RSA keys of this process: made when first asked for, since that takes a while, and then kept. */
export function deviceKeys(number: number): DeviceKeys {
  const known = made.get(number);
  if (known) return known;
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  made.set(number, keys);
  return keys;
}

/** The private key as iPhones are given it: PEM of PKCS #1. */
export function pemOf({ privateKey }: DeviceKeys): string {
  return privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
}

/** The private key as Android devices are given it: PKCS #8 in base64, without armour. */
export function bareBase64Of({ privateKey }: DeviceKeys): string {
  return privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64');
}
