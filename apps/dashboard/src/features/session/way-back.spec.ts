import { wayBack } from './way-back.js';

describe('the way back after signing in', () => {
  it.each(['/', '/devices', '/?q=emma', '/books/1?x=%2F'])('leads to a page of this site: %s', (from) => {
    expect(wayBack(from)).toBe(from);
  });

  it.each([
    undefined,
    '',
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    'devices',
  ])('leads to the library instead of %s', (from) => {
    expect(wayBack(from)).toBe('/');
  });
});
