import { addressBelow, mayFollow } from './may-follow.js';

describe('A download', () => {
  it.each([
    ['https://a.example/x', 'https://b.example/y', true],
    ['http://nas.lan:8000/x', 'http://nas.lan:8000/y', true],
    ['http://nas.lan:8000/x', 'https://b.example/y', true],
    ['http://nas.lan:8000/x', 'http://nas.lan/y', false],
    ['http://nas.lan/x', 'http://other.lan/y', false],
    ['https://a.example/x', 'http://a.example/x', false],
    ['https://a.example/x', 'file:///etc/passwd', false],
    ['https://a.example/x', 'ftp://a.example/x', false],
    ['file:///x', 'file:///x', false],
  ])('that began at %s goes on at %s: %s', (configured, next, follows) => {
    expect(mayFollow(new URL(configured), new URL(next))).toBe(follows);
  });

  it.each([
    ['https://a.example/v4', 'https://a.example/v4/kepubify'],
    ['https://a.example/v4/', 'https://a.example/v4/kepubify'],
    ['http://user:word@nas.lan:8000', 'http://user:word@nas.lan:8000/kepubify'],
    ['file:///tmp', undefined],
    ['nowhere', undefined],
    ['', undefined],
  ])('from below %j begins at %s', (base, address) => {
    expect(addressBelow(base, 'kepubify')?.href).toBe(address);
  });
});
