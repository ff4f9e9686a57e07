import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { SecretBox } from './secret-box.js';

const newKey = () => randomBytes(32).toString('base64');
const key = newKey();
const box = new SecretBox(key);
const ABOUT = 'store_cursor 01a1fdd2';

describe('a sealed secret', () => {
  it('is opened by whoever has the key and knows whose it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (secret, about) => {
        expect(new SecretBox(key).open(box.seal(secret, about), about)).toBe(secret);
      }),
    );
  });

  it('is another text each time and shows nothing of the secret', () => {
    const [one, two] = [box.seal('token'.repeat(9), ABOUT), box.seal('token'.repeat(9), ABOUT)];
    expect(one).not.toBe(two);
    expect(Buffer.from(one.split('.')[1]!, 'base64url').includes('token')).toBe(false);
  });

  it('names its key without telling it', () => {
    const [keyId] = box.seal('x', ABOUT).split('.');
    expect(new SecretBox(key).seal('y', ABOUT).split('.')[0]).toBe(keyId);
    expect(new SecretBox(newKey()).seal('x', ABOUT).split('.')[0]).not.toBe(keyId);
  });

  const sealed = box.seal('secret', ABOUT);
  const flipped = (at: number) => {
    const [keyId, payload = ''] = sealed.split('.');
    const bytes = Buffer.from(payload, 'base64url');
    bytes[at < 0 ? bytes.length + at : at]! ^= 1;
    return `${keyId}.${bytes.toString('base64url')}`;
  };

  it.each([
    ['with another key', new SecretBox(newKey()), sealed, ABOUT],
    ["as another's", box, sealed, 'store_cursor of somebody else'],
    ['with another nonce', box, flipped(0), ABOUT],
    ['with other content', box, flipped(13), ABOUT],
    ['with another tag', box, flipped(-1), ABOUT],
    ['cut off', box, sealed.slice(0, -4), ABOUT],
    ['with a tag that is too short to prove anything', box, sealed.slice(0, 30), ABOUT],
    ['with nothing in it', box, sealed.split('.')[0]!, ABOUT],
    ['as plain text', box, 'secret', ABOUT],
    ['as nothing', box, '', ABOUT],
  ])('stays closed %s', (_how, opener, text, about) => {
    expect(() => opener.open(text, about)).toThrow(expect.objectContaining({ code: 'secret.cannot-open' }));
  });
});
