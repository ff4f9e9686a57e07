import { type Format, FORMATS } from '@octavo/domain';
import { formatWords, kindWords } from './format-words.js';

describe('a format in words', () => {
  it('is something of its own for every format', () => {
    expect(new Set(FORMATS.map(formatWords)).size).toBe(FORMATS.length);
  });

  it.each<[Format[], string | undefined]>([
    [['epub'], undefined],
    [['kepub'], undefined],
    [['fb2'], undefined],
    [['pdf'], 'PDF'],
    [['pdf', 'epub'], undefined],
    [['cbz'], 'Comic'],
    [['azw3', 'pdf'], 'Kindle'],
    [['m4b'], 'Audiobook'],
    [['mp3', 'mp3'], 'Audiobook'],
    [[], undefined],
  ])('of %j a card says %s', (formats, words) => {
    expect(kindWords(formats)).toBe(words);
  });

  it('says something of every format but those made for reading', () => {
    const silent = FORMATS.filter((format) => kindWords([format]) === undefined);
    expect(silent).toEqual(['epub', 'kepub', 'fb2']);
  });
});
