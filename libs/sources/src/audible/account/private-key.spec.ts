import { createPrivateKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { normalPrivateKey } from './private-key.js';
import { PRIVATE_KEY, PUBLIC_KEY } from './testing/vectors.js';

const key = createPrivateKey(PRIVATE_KEY);
const pkcs8 = key.export({ type: 'pkcs8', format: 'pem' }).toString();
const base64 = (type: 'pkcs1' | 'pkcs8') => key.export({ type, format: 'der' }).toString('base64');

describe('the private key of a device', () => {
  it.each([
    ['PKCS#1 PEM', PRIVATE_KEY],
    ['PKCS#1 PEM without its last line break', PRIVATE_KEY.trimEnd()],
    ['PKCS#8 PEM', pkcs8],
    ['bare PKCS#1', base64('pkcs1')],
    ['bare PKCS#8', base64('pkcs8')],
    ['bare PKCS#8 in lines', base64('pkcs8').replace(/.{76}/g, '$&\r\n')],
    ['PEM with line breaks written out', PRIVATE_KEY.replaceAll('\n', '\\n')],
    ['PEM with Windows line breaks written out', PRIVATE_KEY.replaceAll('\n', '\\r\\n')],
    ['PEM without line breaks', PRIVATE_KEY.replaceAll('\n', '')],
    ['PEM with spaces for line breaks', ` ${PRIVATE_KEY.replaceAll('\n', ' ')} `],
    ['PEM with Windows line breaks', PRIVATE_KEY.replaceAll('\n', '\r\n')],
  ])('is taken as %s', (_form, text) => expect(normalPrivateKey(text)).toBe(PRIVATE_KEY));

  it.each([
    ['nothing', ''],
    ['words', 'my key'],
    ['a public key', PUBLIC_KEY],
    ['a PEM of nothing', '-----BEGIN RSA PRIVATE KEY-----\n-----END RSA PRIVATE KEY-----\n'],
    ['half a key', PRIVATE_KEY.slice(0, 900)],
    ['a key without its end', base64('pkcs1').slice(0, -200)],
    ['base64 of something else', Buffer.alloc(1200, 7).toString('base64')],
    [
      'a key of another kind',
      generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    ],
    [
      'a short key',
      generateKeyPairSync('rsa', { modulusLength: 512 }).privateKey.export({ type: 'pkcs1', format: 'pem' }).toString(),
    ],
    ['far too much', 'A'.repeat(5_000_000)],
  ])('is not %s', (_what, text) => expect(normalPrivateKey(text)).toBeUndefined());

  it('is one that signs for its public half, whatever is damaged in it', () => {
    const der = key.export({ type: 'pkcs1', format: 'der' });
    const message = Buffer.from('message');
    for (let place = 0; place < der.length; place += 31) {
      const copy = Buffer.from(der);
      copy[place] = (copy[place] ?? 0) ^ 0x10;
      const read = normalPrivateKey(copy.toString('base64'));
      const inModulus = place > 20 && place < 260;
      if (inModulus) expect(read).toBeUndefined();
      if (read !== undefined) expect(verify('sha256', message, PUBLIC_KEY, sign('sha256', message, read))).toBe(true);
    }
  });
});
