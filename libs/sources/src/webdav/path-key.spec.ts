import { keyOfSegment } from './path-key.js';

describe('the key of a name', () => {
  it.each([
    ['a%20b', 'a b'],
    ['a b', 'a b'],
    ['caf%c3%a9', 'café'],
    ['caf%C3%A9', 'café'],
    ['cafe%CC%81', 'cafe\u0301'],
    ['%2520', '%20'],
    ['a+b', 'a+b'],
    ['%F0%9F%93%9A', '📚'],
    ['%EF%BB%BFa', '\ufeffa'],
    ['caf%e9', 'pct:caf%E9'],
    ['caf%E9%20x', 'pct:caf%E9%20x'],
    ['pct:caf%25E9', 'pct:pct%3Acaf%25E9'],
    ['%C0%AF', 'pct:%C0%AF'],
    ['100%zz', 'pct:100%25zz'],
  ])('written %s is %s', (segment, key) => expect(keyOfSegment(segment)).toBe(key));

  it('differs for names that differ in form or case alone', () => {
    expect(keyOfSegment('e%CC%81')).not.toBe(keyOfSegment('%C3%A9'));
    expect(keyOfSegment('A')).not.toBe(keyOfSegment('a'));
  });
});
