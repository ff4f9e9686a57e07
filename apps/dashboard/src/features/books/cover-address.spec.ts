import { coverAddress, isSameCover } from './cover-address.js';

describe('the address of a sized cover', () => {
  it.each([
    ['/api/books/1/cover?v=9', '/api/books/1/cover?v=9&width=300&height=450'],
    ['/api/books/1/cover', '/api/books/1/cover?width=300&height=450'],
  ])('%s', (coverUrl, address) => {
    expect(coverAddress(coverUrl, 300, 450)).toBe(address);
  });
});

describe('two covers', () => {
  it.each([
    ['/api/books/1/cover?v=9', '/api/finds/2/cover?v=9', true],
    ['/api/books/1/cover?v=9', '/api/finds/2/cover?v=8', false],
    ['/api/books/1/cover', '/api/finds/2/cover', false],
    [null, '/api/finds/2/cover?v=9', false],
    [null, null, false],
  ])('%s and %s are one: %s', (one, other, same) => {
    expect(isSameCover(one, other)).toBe(same);
  });
});
