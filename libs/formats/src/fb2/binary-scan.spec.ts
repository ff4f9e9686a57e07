import fc from 'fast-check';
import { BinaryScan } from './binary-scan.js';

const TEXT = `text <p>binary</p> <binarys id="a">no</binarys> <binary id="cover-small" content-type="x">AA\nBB</binary>
<x:BINARY content-type='image/png'
  id = 'wanted'>CCCC
DDDD</x:BINARY><binary id="cover-large">EE</binary>`;

function scanned(id: string | undefined, pieces: readonly string[]): BinaryScan {
  const scan = new BinaryScan(id, (tag) => tag);
  for (const piece of pieces) scan.push(piece);
  return scan;
}

describe('the search for a binary', () => {
  it('finds the wanted one, and one that is called a cover', () => {
    const scan = scanned('wanted', [TEXT]);
    expect(scan.wanted).toEqual({ id: 'wanted', base64: 'CCCC\nDDDD' });
    expect(scan.likely).toEqual({ id: 'cover-small', base64: 'AA\nBB' });
    expect(scan.done).toBe(true);
  });

  it('keeps the first of those that are called a cover', () => {
    expect(scanned('lost', [TEXT]).likely?.id).toBe('cover-small');
  });

  it('finds the same however the text is cut into pieces', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 30 }), (lengths) => {
        const pieces: string[] = [];
        for (let at = 0, turn = 0; at < TEXT.length; turn++) {
          const length = lengths[turn % lengths.length] ?? 1;
          pieces.push(TEXT.slice(at, at + length));
          at += length;
        }
        const scan = scanned('wanted', pieces);
        expect(scan.wanted?.base64).toBe('CCCC\nDDDD');
        expect(scan.likely?.base64).toBe('AA\nBB');
      }),
    );
  });

  it('is done with the first that is called a cover when none is wanted', () => {
    expect(scanned(undefined, ['<binary id="Cover.jpg">AA</binary>']).done).toBe(true);
    expect(scanned(undefined, ['<binary id="discworld.jpg">AA</binary>']).done).toBe(false);
  });

  it('does not take a part for the whole', () => {
    expect(scanned('wanted', ['<binary id="wanted">AAAA']).wanted).toBeUndefined();
  });

  it('goes on after a tag that never ends, and after one that is too long', () => {
    const found = '<binary id="wanted">AA</binary>';
    expect(scanned('wanted', [`<binary ${'x'.repeat(5000)} `, found]).wanted).toBeDefined();
    expect(scanned('wanted', [`<binary ${'x'.repeat(5000)}>`, found]).wanted).toBeDefined();
  });

  it('passes over one that is too large for a picture', () => {
    const mebibyte = 'A'.repeat(1024 * 1024);
    const pieces = ['<binary id="wanted">', ...Array.from({ length: 46 }, () => mebibyte), '</binary>'];
    const scan = scanned('wanted', [...pieces, '<binary id="cover">AA</binary>']);
    expect(scan.wanted).toBeUndefined();
    expect(scan.likely).toBeDefined();
  });

  it('gives up after more binaries than a book has', () => {
    expect(scanned('wanted', ['<binary id="x">'.repeat(20_001)]).done).toBe(true);
  });
});
