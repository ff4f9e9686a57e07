import { mobiText } from './mobi-text.js';

describe('a text of a MOBI header', () => {
  it.each<[string, number[], number, string]>([
    ['UTF-8', [0xc3, 0xa9], 65001, 'é'],
    ['UTF-8 under the name of 1252', [0xc3, 0xa9], 1252, 'é'],
    ['windows-1252', [0xe9, 0x96], 1252, 'é–'],
    ['windows-1251', [0xd2, 0xee, 0xec], 1251, 'Том'],
    ['Shift JIS', [0x96, 0x7b], 932, '本'],
    ['a code page that nobody knows', [0xe9], 4711, 'é'],
    ['UTF-8 cut in the middle of a letter', [0x61, 0xc3], 65001, 'a'],
    ['padding', [0x20, 0x61, 0, 0], 65001, 'a'],
    ['nothing', [], 65001, ''],
  ])('is read from %s', (_, bytes, codePage, text) => expect(mobiText(Uint8Array.from(bytes), codePage)).toBe(text));
});
