import { filesOfDrop, MOST_BOOKS, MOST_ENTRIES, type Transfer } from './files-of-drop.js';

type Tree = { [name: string]: Tree | null };
const AT_ONCE = 100;

const file = (name: string) => new File([], name);

/** An entry as browsers give it: a folder's reader gives a hundred at a time. */
function entry(name: string, tree: Tree | null): FileSystemEntry {
  if (tree === null)
    return { name, isFile: true, isDirectory: false, file: (give: (f: File) => void) => give(file(name)) } as never;
  const createReader = () => {
    const left = Object.entries(tree).map(([child, below]) => entry(child, below));
    return { readEntries: (give: (entries: FileSystemEntry[]) => void) => give(left.splice(0, AT_ONCE)) };
  };
  return { name, isFile: false, isDirectory: true, createReader } as never;
}

const dropped = (tree: Tree): Transfer => ({
  items: Object.entries(tree).map(([name, below]) => ({
    kind: 'file',
    getAsFile: () => file(name),
    webkitGetAsEntry: () => entry(name, below),
  })),
});
const names = async (transfer: Transfer) => {
  const { books, others } = await filesOfDrop(transfer);
  return { books: books.map(({ name }) => name), others };
};

describe('a drop', () => {
  it('gives the books in folders however deep, and says nothing of what else is in them', async () => {
    const tree = {
      'Emma.epub': null,
      'notes.txt': null,
      Austen: { 'cover.jpg': null, 'Persuasion.epub': null, Early: { 'Lady Susan.epub': null } },
    };
    expect(await names(dropped(tree))).toEqual({
      books: ['Emma.epub', 'Persuasion.epub', 'Lady Susan.epub'],
      others: ['notes.txt'],
    });
  });

  it('leaves hidden files alone', async () => {
    const tree = { Books: { '._Emma.epub': null, '.trash': { 'Old.epub': null }, 'Emma.epub': null } };
    expect((await names(dropped(tree))).books).toEqual(['Emma.epub']);
  });

  it('reads a folder to its end, though the browser gives it in parts', async () => {
    const many = Object.fromEntries(Array.from({ length: 250 }, (_, index) => [`${index}.epub`, null]));
    expect((await names(dropped({ Books: many }))).books).toHaveLength(250);
  });

  it('takes no more than belongs through a browser, and says so', async () => {
    const books = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`${index}.epub`, null]));
    for (const drop of [{ Books: books(MOST_BOOKS + 50) }, books(MOST_BOOKS + 50)]) {
      const { books: taken, cut } = await filesOfDrop(dropped(drop));
      expect(taken).toHaveLength(MOST_BOOKS);
      expect(cut).toBe(true);
    }
    expect((await filesOfDrop(dropped({ Books: books(MOST_BOOKS) }))).cut).toBe(false);
  });

  it('does not walk the whole system, and says so', async () => {
    const crowd = Object.fromEntries(Array.from({ length: MOST_ENTRIES + 1 }, (_, index) => [`${index}.log`, null]));
    expect(await filesOfDrop(dropped({ var: crowd }))).toEqual({ books: [], others: [], cut: true });
  });

  it('fails where a folder cannot be read', async () => {
    const closed = {
      ...entry('Books', {}),
      createReader: () => ({
        readEntries: (_give: unknown, fail: (error: Error) => void) => fail(new Error('closed')),
      }),
    };
    const items = [{ kind: 'file', getAsFile: () => null, webkitGetAsEntry: () => closed as never }];
    await expect(filesOfDrop({ items })).rejects.toThrow('closed');
  });

  it('takes files of browsers and pages that know no folders, and no text', async () => {
    const items = [
      { kind: 'file', getAsFile: () => file('Emma.epub'), webkitGetAsEntry: () => null },
      { kind: 'file', getAsFile: () => file('Dune.epub') },
      { kind: 'string', getAsFile: () => null },
    ];
    expect((await names({ items })).books).toEqual(['Emma.epub', 'Dune.epub']);
  });

  it('is taken out of the drop before anything is waited for', () => {
    let gone = false;
    const items = [
      {
        kind: 'file',
        getAsFile: () => (gone ? null : file('a.epub')),
        webkitGetAsEntry: () => (gone ? null : entry('a.epub', null)),
      },
    ];
    const taken = names({ items });
    gone = true;
    return expect(taken).resolves.toEqual({ books: ['a.epub'], others: [] });
  });
});
