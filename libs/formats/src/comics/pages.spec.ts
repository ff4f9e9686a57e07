import fc from 'fast-check';
import { pagesIn } from './pages.js';

const file = (name: string) => ({ name, size: 1, directory: false, encrypted: false });
const order = (...names: string[]) => pagesIn(names.map(file)).map(({ name }) => name);

describe('the pages of a comic', () => {
  it.each([
    ['by number, not by letter', ['10.png', '9.png', '1.png'], ['1.png', '9.png', '10.png']],
    ['whatever their case', ['B.png', 'a.png', 'C.PNG'], ['a.png', 'B.png', 'C.PNG']],
    [
      'folder by folder, folders by number as well',
      ['ch10/1.jpg', 'ch2/2.jpg', 'ch2/1.jpg'],
      ['ch2/1.jpg', 'ch2/2.jpg', 'ch10/1.jpg'],
    ],
    ['without letting a folder into another', ['a b/1.jpg', 'a/2.jpg', 'a/1.jpg'], ['a/1.jpg', 'a/2.jpg', 'a b/1.jpg']],
    ['a page before its double', ['01-02.jpg', '01.jpg', '01a.jpg'], ['01.jpg', '01-02.jpg', '01a.jpg']],
    [
      'with numbers of any length',
      ['1e400.jpg', `${'9'.repeat(400)}.jpg`, '2.jpg'],
      ['1e400.jpg', '2.jpg', `${'9'.repeat(400)}.jpg`],
    ],
  ])('are in order: %s', (_, given, expected) => expect(order(...given)).toEqual(expected));

  it('are pictures of any kind, and nothing else', () => {
    const pages = ['1.jpg', '2.jpeg', '3.PNG', '4.webp', '5.gif', '6.avif', '7.bmp', '8.jxl', '9.jp2'];
    expect(order(...pages, 'a.txt', 'ComicInfo.xml', 'b.jpg.exe')).toEqual(pages);
  });

  it.each(['__MACOSX/1.jpg', 'a/__MACOSX/1.jpg', '.1.jpg', 'a/._1.jpg', '.trash/1.jpg'])('are not %s', (name) => {
    expect(order(name)).toEqual([]);
  });

  it('are no folders and not empty', () => {
    expect(
      pagesIn([
        { ...file('a.png'), directory: true },
        { ...file('b.png'), size: 0 },
      ]),
    ).toEqual([]);
  });

  it('are in the same order, however the archive has them', () => {
    const part = fc.stringMatching(/^[a-cA-C0-2 _-]{1,4}$/);
    const path = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => `${parts.join('/')}.png`);
    const twoOrders = fc
      .uniqueArray(path, { maxLength: 12 })
      .chain((names) => fc.tuple(fc.constant(names), fc.shuffledSubarray(names, { minLength: names.length })));
    fc.assert(fc.property(twoOrders, ([one, other]) => expect(order(...one)).toEqual(order(...other))));
  });
});
