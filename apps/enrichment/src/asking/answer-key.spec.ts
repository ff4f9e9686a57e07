import type { Request } from '@octavo/providers';
import { answerKey } from './answer-key.js';

interface Other {
  market?: string;
  kind?: Request['kind'];
  language?: string;
}

const key = (url: string, { market = 'de', kind = 'book', language = '' }: Other = {}) =>
  answerKey('amazon', market, { url, kind, ...(language !== '' && { headers: { 'accept-language': language } }) });
const PAGE = 'https://www.amazon.de/s?k=Dune&i=stripbooks';

describe('what an answer is kept under', () => {
  it('is one for the ways to write one address', () => {
    const others = ['https://WWW.AMAZON.de/s?k=Dune&i=stripbooks', 'https://www.amazon.de/s?i=stripbooks&k=Dune#top'];
    for (const other of others) expect(key(other)).toBe(key(PAGE));
    expect(key('https://www.amazon.de/s?k=a+b')).toBe(key('https://www.amazon.de/s?k=a%20b'));
    expect(key(PAGE, { market: 'DE' })).toBe(key(PAGE));
  });

  it('is another for another provider, shop, kind, address and language', () => {
    const keys = [
      key(PAGE),
      answerKey('goodreads', 'de', { url: PAGE, kind: 'book' }),
      answerKey('amazon', undefined, { url: PAGE, kind: 'book' }),
      key(PAGE, { market: 'com' }),
      key(PAGE, { kind: 'search' }),
      key(`${PAGE}&x=1`),
      key('https://www.amazon.de/S?k=Dune&i=stripbooks'),
      key(PAGE, { language: 'ja' }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('fits into an index however long the address is, and tells long ones apart', () => {
    const long = `https://www.amazon.de/s?k=${'%E4%B8%89'.repeat(400)}`;
    expect(key(long).length).toBeLessThan(1_200);
    expect(key(`${long}1`)).not.toBe(key(`${long}2`));
  });

  it('is there for what is no address', () => expect(key('no address')).toContain('no address'));
});
