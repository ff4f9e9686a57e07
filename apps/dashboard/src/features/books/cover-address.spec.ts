import { coverAddress } from './cover-address.js';

describe('the address of a sized cover', () => {
  it.each([
    ['/api/books/1/cover?v=9', '/api/books/1/cover?v=9&width=300&height=450'],
    ['/api/books/1/cover', '/api/books/1/cover?width=300&height=450'],
  ])('%s', (coverUrl, address) => {
    expect(coverAddress(coverUrl, 300, 450)).toBe(address);
  });
});
