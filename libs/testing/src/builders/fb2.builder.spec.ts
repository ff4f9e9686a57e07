import { SaxesParser } from 'saxes';
import { anFb2, FB2_ENCODINGS } from './fb2.builder.js';

describe('an FB2 from the builder', () => {
  it('is well-formed, and escapes what it is given', () => {
    const book = anFb2().titled('A & "B" <c>').by({ first: 'D', last: 'E & F' }).inSeriesWithin('G & H', 'I', '1');
    const faults: string[] = [];
    const parser = new SaxesParser({ xmlns: true });
    parser.on('error', (error) => faults.push(error.message));
    parser.write(book.withPublishInfo('<year>1815</year>').withCover().xml()).close();
    expect(faults).toEqual([]);
  });

  it.each(FB2_ENCODINGS)('is encoded in %s', (encoding) => {
    const book = anFb2().titled('Пикник').encodedAs(encoding);
    expect(new TextDecoder(encoding).decode(book.build())).toBe(book.xml());
  });

  it('refuses what an encoding does not have', () => {
    expect(() => anFb2().titled('本').encodedAs('koi8-r').build()).toThrow(RangeError);
  });
});
