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
  const flippedBit = (bit: number) => {
    const [keyId, payload = ''] = sealed.split('.');
    const bytes = Buffer.from(payload, 'base64url');
    bytes[bit >> 3]! ^= 1 << (bit & 7);
    return `${keyId}.${bytes.toString('base64url')}`;
  };
  const BITS = 8 * Buffer.from(sealed.split('.')[1]!, 'base64url').length;

  it('stays closed with any one bit of nonce, content or tag changed', () => {
    expect(BITS).toBe(8 * (12 + 'secret'.length + 16));
    for (let bit = 0; bit < BITS; bit++) {
      expect(() => box.open(flippedBit(bit), ABOUT)).toThrow(expect.objectContaining({ code: 'secret.cannot-open' }));
    }
  });

  it.each([
    ['with another key', new SecretBox(newKey()), sealed, ABOUT],
    ["as another's", box, sealed, 'store_cursor of somebody else'],
    ['cut off', box, sealed.slice(0, -4), ABOUT],
    ['with a tag that is too short to prove anything', box, sealed.slice(0, 30), ABOUT],
    ['with nothing in it', box, sealed.split('.')[0]!, ABOUT],
    ['as plain text', box, 'secret', ABOUT],
    ['as nothing', box, '', ABOUT],
  ])('stays closed %s', (_how, opener, text, about) => {
    expect(() => opener.open(text, about)).toThrow(expect.objectContaining({ code: 'secret.cannot-open' }));
  });
});

describe('a box with several keys', () => {
  const [older, oldest] = [newKey(), newKey()];
  const several = new SecretBox(key, older, oldest);

  it('seals with the first and opens with all', () => {
    expect(box.open(several.seal('x', ABOUT), ABOUT)).toBe('x');
    for (const one of [key, older, oldest]) expect(several.open(new SecretBox(one).seal(one, ABOUT), ABOUT)).toBe(one);
    expect(() => several.open(new SecretBox(newKey()).seal('x', ABOUT), ABOUT)).toThrow('another key');
    expect(() => several.open(new SecretBox(older).seal('x', ABOUT), 'somebody else')).toThrow('what was encrypted');
  });

  it('tells with which of them a text was sealed', () => {
    const ages = [key, older, oldest, newKey()].map((one) => several.ageOf(new SecretBox(one).seal('x', ABOUT)));
    expect([...ages, several.ageOf(''), several.ageOf('plain')]).toEqual([
      ...['current', 'older', 'older', 'unknown'],
      ...['unknown', 'unknown'],
    ]);
  });
});

describe('a box whose keys change while it is in use', () => {
  it('opens what a newer key sealed, seals with it, and goes on opening what one sealed that went', () => {
    let now = [key];
    const running = SecretBox.reading(() => now, key);
    const before = running.seal('before', ABOUT);
    const newer = newKey();
    const byOther = new SecretBox(newer).seal('after', ABOUT);
    expect(() => running.open(byOther, ABOUT)).toThrow('another key');
    now = [newer, key];
    expect(running.open(byOther, ABOUT)).toBe('after');
    now = [newer];
    const after = running.seal('x', ABOUT);
    expect(new SecretBox(newer).open(after, ABOUT)).toBe('x');
    expect(running.open(before, ABOUT)).toBe('before');
    expect([running.ageOf(before), running.ageOf(after)]).toEqual(['older', 'current']);
  });

  it('seals with a newer key before it has met a text of it', () => {
    let now = [key];
    const running = SecretBox.reading(() => now, key);
    running.seal('before', ABOUT);
    const newer = newKey();
    now = [newer, key];
    expect(new SecretBox(newer).open(running.seal('after', ABOUT), ABOUT)).toBe('after');
  });

  it('keeps those it has while nobody can tell what they are', () => {
    const running = SecretBox.reading(() => [], key);
    expect(box.open(running.seal('x', ABOUT), ABOUT)).toBe('x');
    expect(() => running.open(new SecretBox(newKey()).seal('x', ABOUT), ABOUT)).toThrow('another key');
  });
});
