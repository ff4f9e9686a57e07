import fc from 'fast-check';
import { decodeXml } from './decode-xml.js';

const utf16 = (text: string, bigEndian: boolean) => {
  const bytes = Buffer.from(text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};
const utf32 = (text: string, littleEndian: boolean) =>
  Buffer.concat(
    [...text].map((letter) => {
      const bytes = Buffer.alloc(4);
      if (littleEndian) bytes.writeUInt32LE(letter.codePointAt(0) ?? 0);
      else bytes.writeUInt32BE(letter.codePointAt(0) ?? 0);
      return bytes;
    }),
  );
const says = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?><a>Brontë</a>`;

describe('decoding XML', () => {
  it.each([
    ['UTF-8 that says nothing', Buffer.from('<a>Brontë</a>'), 'utf-8'],
    ['UTF-8 with a byte order mark', Buffer.from('\ufeff<a>Brontë</a>'), 'utf-8'],
    ['UTF-16 little endian with a mark', utf16('\ufeff<a>Brontë</a>', false), 'utf-16le'],
    ['UTF-16 big endian with a mark', utf16('\ufeff<a>Brontë</a>', true), 'utf-16be'],
    ['UTF-16 little endian without one', utf16(says('utf-16'), false), 'utf-16le'],
    ['UTF-16 big endian without one', utf16(says('utf-16'), true), 'utf-16be'],
    ['UTF-32 little endian', utf32('\ufeff<a>Brontë</a>', true), 'utf-32le'],
    ['UTF-32 big endian', utf32('\ufeff<a>Brontë</a>', false), 'utf-32be'],
    ['Latin-1 that says so', Buffer.from(says('ISO-8859-1'), 'latin1'), 'iso-8859-1'],
    ['UTF-8 that says it is Latin-1', Buffer.from(says('ISO-8859-1')), 'utf-8'],
    ['UTF-8 that says it is UTF-16', Buffer.from(says('utf-16')), 'utf-8'],
    ['Latin-1 that says it is UTF-8', Buffer.from(says('utf-8'), 'latin1'), 'windows-1252'],
    ['Latin-1 that says nothing', Buffer.from('<a>Brontë</a>', 'latin1'), 'windows-1252'],
    ['an encoding nobody knows', Buffer.from(says('ebcdic-x')), 'utf-8'],
    [
      'a mark that lies',
      Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from('<a>Brontë</a>', 'latin1')]),
      'windows-1252',
    ],
  ])('reads %s', (_, bytes, encoding) => {
    const decoded = decodeXml(bytes);
    expect(decoded.text).toContain('<a>Brontë</a>');
    expect(decoded.encoding).toBe(encoding);
  });

  it('reads other scripts in the encodings they say', () => {
    const cyrillic = Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="windows-1251"?><a>'),
      Buffer.from([0xcc, 0xe8, 0xf0]),
      Buffer.from('</a>'),
    ]);
    expect(decodeXml(cyrillic).text).toContain('<a>Мир</a>');
    const japanese = Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="Shift_JIS"?><a>'),
      Buffer.from([0x96, 0x7b]),
      Buffer.from('</a>'),
    ]);
    expect(decodeXml(japanese).text).toContain('<a>本</a>');
  });

  it('drops what stands before the markup and the characters XML forbids', () => {
    expect(decodeXml(Buffer.from('\n\n  <?xml version="1.0"?>\n<a>x\u0001\u000b\ufffe\uffffy\tz</a>')).text).toBe(
      '<?xml version="1.0"?>\n<a>xy\tz</a>',
    );
  });

  it('takes any bytes, and gives UTF-8 text back as it was', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => expect(typeof decodeXml(bytes).text).toBe('string')),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) =>
        expect(decodeXml(Buffer.from(`<a>${text}</a>`)).text).toBe(`<a>${text}</a>`),
      ),
    );
  });
});
