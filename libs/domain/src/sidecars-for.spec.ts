import { isSidecarName, sidecarsFor } from './sidecars-for.js';

describe('the sidecars of a book', () => {
  it.each<[string, string, string[], object]>([
    [
      'are calibre’s, beside one book in three formats',
      'Jane Austen/Emma (12)/Emma - Jane Austen.epub',
      ['Emma - Jane Austen.epub', 'Emma - Jane Austen.azw3', 'Emma - Jane Austen.pdf', 'cover.jpg', 'metadata.opf'],
      { opf: 'metadata.opf', cover: 'cover.jpg' },
    ],
    ['bear its name', 'Emma.epub', ['Emma.epub', 'Emma.opf', 'Emma.jpg'], { opf: 'Emma.opf', cover: 'Emma.jpg' }],
    [
      'that bear its name come before those of the folder',
      'Emma.epub',
      ['Emma.epub', 'cover.jpg', 'folder.jpg', 'metadata.opf', 'Emma.opf', 'Emma.webp'],
      { opf: 'Emma.opf', cover: 'Emma.webp' },
    ],
    ['may be a cover before a folder', 'Emma.epub', ['Emma.epub', 'folder.jpg', 'cover.png'], { cover: 'cover.png' }],
    ['may be a folder', 'Emma.epub', ['Emma.epub', 'Folder.JPG'], { cover: 'Folder.JPG' }],
    [
      'are preferred as JPEG, then PNG, then WebP',
      'Emma.epub',
      ['Emma.epub', 'cover.webp', 'cover.png', 'cover.jpeg'],
      { cover: 'cover.jpeg' },
    ],
    [
      'are found in any case',
      'EMMA.EPUB',
      ['EMMA.EPUB', 'emma.OPF', 'Cover.Jpg'],
      { opf: 'emma.OPF', cover: 'Cover.Jpg' },
    ],
    ['are found in either Unicode form', 'Zoë.epub', ['Zoë.epub', 'Zoe\u0308.opf'], { opf: 'Zoe\u0308.opf' }],
    [
      'of a KEPUB bear the name before both endings',
      'Emma.kepub.epub',
      ['Emma.kepub.epub', 'Emma.opf'],
      { opf: 'Emma.opf' },
    ],
    ['of an FB2 too', 'a/Emma.fb2.zip', ['Emma.fb2.zip', 'Emma.png'], { cover: 'Emma.png' }],
    [
      'are nobody’s where two books lie together',
      'Emma.epub',
      ['Emma.epub', 'Persuasion.epub', 'cover.jpg', 'metadata.opf'],
      {},
    ],
    [
      'that bear a name are its own even there',
      'Emma.epub',
      ['Emma.epub', 'Persuasion.epub', 'Emma.jpg', 'Persuasion.opf', 'metadata.opf'],
      { cover: 'Emma.jpg' },
    ],
    [
      'are the folder’s for each part of an audiobook',
      'Emma/02.mp3',
      ['01.mp3', '02.mp3', 'cover.jpg', 'metadata.opf'],
      { opf: 'metadata.opf', cover: 'cover.jpg' },
    ],
    [
      'are nobody’s where whole books to hear lie together',
      'Jane Austen/Emma.m4b',
      ['Emma.m4b', 'Persuasion.m4b', 'cover.jpg'],
      {},
    ],
    [
      'are nobody’s where parts of two books do',
      'A/Emma 01.mp3',
      ['Emma 01.mp3', 'Persuasion 01.mp3', 'cover.jpg'],
      {},
    ],
    [
      'are nobody’s where a book to read lies beside parts to hear',
      '01.mp3',
      ['01.mp3', '02.mp3', 'Emma.epub', 'cover.jpg'],
      {},
    ],
    [
      'are not kept from it by what a Mac leaves',
      'Emma.epub',
      ['Emma.epub', '._Emma.epub', '._cover.jpg', 'cover.jpg'],
      { cover: 'cover.jpg' },
    ],
    [
      'are not kept from it by other files',
      'Emma.epub',
      ['Emma.epub', 'notes.txt', 'Other.doc', 'cover.jpg'],
      { cover: 'cover.jpg' },
    ],
    ['are found where the book itself is not listed', 'Emma.epub', ['cover.jpg'], { cover: 'cover.jpg' }],
    ['are nobody’s where the book is not listed and another is', 'Emma.epub', ['Persuasion.epub', 'cover.jpg'], {}],
    ['are none', 'Emma.epub', ['Emma.epub', 'Emma.txt', 'back.jpg', 'content.opf', 'cover.gif', 'mycover.jpg'], {}],
  ])('%s', (_, path, names, sidecars) => {
    expect(sidecarsFor(path, names)).toEqual(sidecars);
    expect(sidecarsFor(path, [...names].reverse())).toEqual(sidecars);
  });

  it('are the same in every order, where names differ in case only', () => {
    const names = ['Emma.epub', 'cover.JPG', 'Cover.jpg'];
    expect(sidecarsFor('Emma.epub', names)).toEqual(sidecarsFor('Emma.epub', [...names].reverse()));
  });
});

describe('the name of a sidecar', () => {
  it.each([
    ['metadata.opf', true],
    ['Emma.OPF', true],
    ['cover.jpg', true],
    ['Emma - Jane Austen.webp', true],
    ['folder.jpeg', true],
    ['._cover.jpg', false],
    ['Emma.epub', false],
    ['cover.gif', false],
    ['opf', false],
    ['metadata.opf.bak', false],
  ])('is %s: %s', (name, is) => expect(isSidecarName(name)).toBe(is));
});
