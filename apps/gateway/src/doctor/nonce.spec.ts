import { isFresh, newNonce, proofFor } from './nonce.js';

const NOW = new Date('2026-11-21T12:00:00Z');
const after = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

describe("the doctor's nonce", () => {
  const nonce = newNonce('key', NOW);

  it.each([
    ['at once', nonce, 'key', 0, true],
    ['after 59 seconds', nonce, 'key', 59, true],
    ['after a minute', nonce, 'key', 60, false],
    ['before it was made', nonce, 'key', -1, false],
    ['with another database’s key', nonce, 'other', 0, false],
    ['with another expiry', nonce.replace(/^./, 'z'), 'key', 0, false],
    ['with a changed signature', nonce.replace(/.$/, (c) => (c === '0' ? '1' : '0')), 'key', 0, false],
    ['when it is garbage', 'garbage', 'key', 0, false],
    ['when it is empty', '', 'key', 0, false],
    ['when it is huge', '1-'.repeat(100_000), 'key', 0, false],
  ])('%s', (_when, text, key, seconds, fresh) => expect(isFresh(text, key, after(seconds))).toBe(fresh));

  it('is another one each time, and so is its proof', () => {
    const other = newNonce('key', NOW);
    expect(other).not.toBe(nonce);
    expect(proofFor(other, 'key')).not.toBe(proofFor(nonce, 'key'));
    expect(proofFor(nonce, 'key')).not.toBe(proofFor(nonce, 'other'));
    expect(proofFor(nonce, 'key')).not.toContain(nonce.split('-')[2]);
  });
});
