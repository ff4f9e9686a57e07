import { pageText } from './page-text.js';

describe('The text of a page', () => {
  it.each<[string, Uint8Array, string]>([
    ['UTF-8', Buffer.from('<p>é</p>'), '<p>é</p>'],
    ['UTF-16 with a mark', Buffer.from('\ufeff<p>é</p>', 'utf16le'), '<p>é</p>'],
    ['Latin 1, as declared', Buffer.from('<?xml version="1.0" encoding="iso-8859-1"?><p>\xe9</p>', 'latin1'), 'é'],
    ['windows-1252, for want of better', Buffer.from('<p>\x93a\x94</p>', 'latin1'), '“a”'],
    ['what its meta says', Buffer.from('<meta charset="windows-1251"/><p>\xe6</p>', 'latin1'), 'ж'],
    [
      'what its other meta says',
      Buffer.from('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r"><p>\xd6</p>', 'latin1'),
      'ж',
    ],
    ['UTF-8, whatever its meta says', Buffer.from('<meta charset="windows-1251"/><p>ж</p>'), 'ж'],
    ['what it can be, when its meta names nothing', Buffer.from('<meta charset="klingon"/>\xe9', 'latin1'), 'é'],
  ])('is read as %s', (_name, bytes, expected) => {
    expect(pageText(bytes)).toContain(expected);
  });

  it('never holds half a surrogate pair', () => {
    const utf32 = Buffer.from([0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0, 0, 0xd8, 0, 0]);
    expect(pageText(utf32).isWellFormed()).toBe(true);
  });
});
