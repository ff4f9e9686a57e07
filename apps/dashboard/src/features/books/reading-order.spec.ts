import type { Format } from '@octavo/domain';
import { inReadingOrder } from './reading-order.js';

const file = (name: string, missing = false) => ({ name, missing, format: name.split('.').at(-1) as Format });
const ordered = (...files: ReturnType<typeof file>[]) => inReadingOrder(files).map(({ name }) => name);

describe('the order of a book’s files', () => {
  it('counts parts as people do', () => {
    expect(ordered(file('10.mp3'), file('2.mp3'), file('1.mp3'))).toEqual(['1.mp3', '2.mp3', '10.mp3']);
  });

  it('puts what is made for reading before what is drawn', () => {
    expect(ordered(file('a.pdf'), file('b.epub'))).toEqual(['b.epub', 'a.pdf']);
  });

  it('keeps the parts of one format together', () => {
    expect(ordered(file('1.mp3'), file('1.m4b'), file('2.mp3'))).toEqual(['1.m4b', '1.mp3', '2.mp3']);
  });

  it('puts what is missing last', () => {
    expect(ordered(file('a.epub', true), file('b.pdf'))).toEqual(['b.pdf', 'a.epub']);
  });
});
