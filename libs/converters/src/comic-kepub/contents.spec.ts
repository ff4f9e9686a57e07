import { contentsOf } from './contents.js';

const pages = (...names: string[]) => names.map((name, place) => ({ name, place }));

describe('the table of contents', () => {
  it('is the bookmarks of the record, in the order of the pages', () => {
    const bookmarks = [
      { page: 2, title: 'Two' },
      { page: 0, title: 'Cover' },
      { page: 0, title: 'Cover again' },
      { page: 1, title: ' \n ' },
    ];
    expect(contentsOf(pages('a', 'b', 'c'), bookmarks, 'Zot!')).toEqual([
      { title: 'Cover', page: 1 },
      { title: 'Two', page: 3 },
    ]);
  });

  it('leads past pages that were left out', () => {
    const kept = [
      { name: 'a', place: 0 },
      { name: 'd', place: 3 },
      { name: 'e', place: 4 },
    ];
    const bookmarks = [
      { page: 1, title: 'Lost' },
      { page: 2, title: 'Kept' },
      { page: 4, title: 'Last' },
      { page: 9, title: 'Nowhere' },
    ];
    expect(contentsOf(kept, bookmarks, 'Zot!')).toEqual([
      { title: 'Kept', page: 2 },
      { title: 'Last', page: 3 },
    ]);
  });

  it('is the folders where there are several', () => {
    expect(contentsOf(pages('Zot/1 In/a', 'Zot/1 In/b', 'Zot/2 Out/a', 'z'), [], 'Zot!')).toEqual([
      { title: '1 In', page: 1 },
      { title: '2 Out', page: 3 },
      { title: 'Page 4', page: 4 },
    ]);
  });

  it('is one line for a comic in one piece', () => {
    expect(contentsOf(pages('Zot/a', 'Zot/b'), [], 'Zot!')).toEqual([{ title: 'Zot!', page: 1 }]);
  });
});
