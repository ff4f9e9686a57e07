import { isWithin } from './is-within.js';

describe('the place of the navigation one is at', () => {
  it.each([
    ['/', '/', true],
    ['/books/7f3c', '/', true],
    ['/shelves', '/', false],
    ['/folders', '/folders', true],
    ['/folders/7f3c/scans', '/folders', true],
    ['/servers', '/folders', true],
    ['/servers/7f3c/syncs', '/folders', true],
    ['/audible/series', '/folders', true],
    ['/audibles', '/folders', false],
    ['/review/works', '/review', true],
    ['/settings', '/review', false],
  ] as const)('%s is within %s: %s', (pathname, place, expected) => {
    expect(isWithin(pathname, place)).toBe(expected);
  });
});
