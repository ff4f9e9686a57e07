import fc from 'fast-check';
import { repairedText } from './repaired-text.js';

const asLatin1 = (text: string, encoding: 'utf8' | 'utf16le') => Buffer.from(text, encoding).toString('latin1');
const bigEndian = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('latin1');

describe('a text of a PDF', () => {
  it.each([
    ['stays what it is', 'Emma', 'Emma'],
    ['stays what it is with accents', 'Brontë, Ébène', 'Brontë, Ébène'],
    ['stays what it is in other scripts', 'Война и мир', 'Война и мир'],
    ['is read from octal escapes', '\\376\\377\\000E\\000m\\000m\\000a', 'Emma'],
    ['is read from UTF-16 taken for Latin-1', `þÿ${bigEndian('Émma')}`, 'Émma'],
    ['is read from UTF-16 of the other order', `ÿþ${asLatin1('Émma', 'utf16le')}`, 'Émma'],
    ['is read from UTF-16 without a mark', bigEndian('Emma by Jane'), 'Emma by Jane'],
    ['is read from UTF-16 without a mark, of the other order', asLatin1('Emma by Jane', 'utf16le'), 'Emma by Jane'],
    ['is read from UTF-8 taken for PDFDocEncoding', 'Ã\u0089mile ZolaÂ©', 'Émile Zola©'],
    ['is read from UTF-8 with bytes that stand for marks', 'donâ•Žt', 'don\u2019t'],
    ['loses single zeros', 'Em\0ma, a novel in three volumes\0', 'Emma, a novel in three volumes'],
  ])('%s', (_, text, expected) => expect(repairedText(text)).toBe(expected));

  it('keeps every honest text', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z ,.'éèüßñ]{0,40}$/u), (text) => {
        fc.pre(!/[ÃÂ]/.test(text));
        expect(repairedText(text)).toBe(text);
      }),
    );
  });

  it('never fails, and leaves no zeros', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) =>
        expect(repairedText(text)).not.toContain('\0'),
      ),
    );
  });
});
