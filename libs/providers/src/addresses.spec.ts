import { addressOf, baseOf, pictureAddress } from './addresses.js';
import { fullSize, withFullSizes } from './full-size.js';

const HOSTS = ['goodreads.com', 'media-amazon.com'];

describe('an address', () => {
  it('has its parameters, without those that are not given', () => {
    expect(addressOf('https://x.test', '/a', { q: 'ä & b', none: undefined, empty: '' })).toBe(
      'https://x.test/a?q=%C3%A4+%26+b',
    );
    expect(addressOf('https://x.test', '/a')).toBe('https://x.test/a');
  });

  it('begins with the one that is set', () => {
    expect(baseOf({ baseUrl: 'http://127.0.0.1:1/x//' }, 'https://own.test')).toBe('http://127.0.0.1:1/x');
    expect(baseOf({}, 'https://own.test')).toBe('https://own.test');
  });
});

describe("a picture's address", () => {
  it.each([
    ['https://m.media-amazon.com/a.jpg', 'https://m.media-amazon.com/a.jpg'],
    ['http://m.media-amazon.com/a.jpg', 'https://m.media-amazon.com/a.jpg'],
    ['//m.media-amazon.com/a.jpg', 'https://m.media-amazon.com/a.jpg'],
    ['/assets/a.jpg', 'https://goodreads.com/assets/a.jpg'],
    ['https://media-amazon.com.evil.test/a.jpg', undefined],
    ['https://evilmedia-amazon.com/a.jpg', undefined],
    ['https://user@m.media-amazon.com/a.jpg', undefined],
    ['https://m.media-amazon.com:8443/a.jpg', undefined],
    ['https://127.0.0.1/a.jpg', undefined],
    ['ftp://m.media-amazon.com/a.jpg', undefined],
    ['data:image/png;base64,AAAA', undefined],
    ['javascript:alert(1)', undefined],
    ['https://[', undefined],
    ['', undefined],
    [`https://m.media-amazon.com/${'a'.repeat(3000)}`, undefined],
  ])('%.50s is %s', (text, address) => expect(pictureAddress(text, HOSTS, {})).toBe(address));

  it('is on the host that is set, and on no other', () => {
    const settings = { baseUrl: 'http://127.0.0.1:8080/stub' };
    expect(pictureAddress('http://127.0.0.1:8080/a.jpg', HOSTS, settings)).toBe('http://127.0.0.1:8080/a.jpg');
    expect(pictureAddress('/a.jpg', HOSTS, settings)).toBe('http://127.0.0.1:8080/a.jpg');
    for (const other of [
      'https://m.media-amazon.com/a.jpg',
      'http://127.0.0.1:8081/a.jpg',
      'https://127.0.0.1:8080/a.jpg',
    ])
      expect(pictureAddress(other, HOSTS, settings)).toBeUndefined();
  });

  it.each([
    ['https://m.test/I/91EpHNSPFnL._SL1500_.jpg', 'https://m.test/I/91EpHNSPFnL.jpg'],
    ['https://m.test/books/1l/2767052._SX98_.jpg', 'https://m.test/books/1l/2767052.jpg'],
    ['https://m.test/I/51a+b-c._BO1,204,203,200_PIsitb,35,-76_.png', 'https://m.test/I/51a+b-c.png'],
    ['https://m.test/I/51abc.jpg', 'https://m.test/I/51abc.jpg'],
  ])('%s in full size is %s', (small, full) => expect(fullSize(small)).toBe(full));

  it('is tried in full size first', () => {
    expect(withFullSizes(['https://m.test/a._SL9_.jpg', 'https://m.test/b.jpg'])).toEqual([
      'https://m.test/a.jpg',
      'https://m.test/a._SL9_.jpg',
      'https://m.test/b.jpg',
    ]);
    expect(withFullSizes([])).toBeUndefined();
  });
});
