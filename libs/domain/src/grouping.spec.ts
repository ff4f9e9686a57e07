import type { Format } from './book.js';
import { ebookGroupKey, formatRank, isAnotherForm, titlesAgree } from './grouping.js';

const form = (format: Format, title?: string) => (title === undefined ? { format } : { format, title });

describe('the files of one ebook', () => {
  it('share folder and name, in any case and Unicode form', () => {
    expect(ebookGroupKey('A/E\u0301mile')).toBe(ebookGroupKey('a/\u00e9MILE'));
    expect(ebookGroupKey('a/Emma')).not.toBe(ebookGroupKey('b/Emma'));
    expect(ebookGroupKey('a/Emma')).not.toBe(ebookGroupKey('a/Emma 2'));
  });

  it.each([
    ['an EPUB and a PDF of one title', form('pdf', 'Emma'), [form('epub', 'Emma')], true],
    ['an EPUB and a PDF whose titles differ in a subtitle', form('pdf', 'Emma: A Novel'), [form('epub', 'Emma')], true],
    ['a PDF that names no title', form('pdf'), [form('epub', 'Emma')], true],
    ['a third form', form('azw3', 'Emma'), [form('epub', 'Emma'), form('pdf', 'Emma')], true],
    ['an EPUB and its KEPUB', form('kepub', 'Emma'), [form('epub', 'Emma')], true],
    ['two EPUBs', form('epub', 'Emma'), [form('epub', 'Emma')], false],
    ['files that are only numbered', form('pdf', 'Persuasion'), [form('epub', 'Emma')], false],
    ['a third form of another title', form('azw3', 'Persuasion'), [form('epub', 'Emma'), form('pdf')], false],
    ['a book and its reading', form('m4b', 'Emma'), [form('epub', 'Emma')], false],
  ])('%s', (_, newcomer, forms, expected) => expect(isAnotherForm(newcomer, forms)).toBe(expected));

  it.each([
    ['The Left Hand of Darkness', 'Left Hand of Darkness, The', true],
    ['Pride and Prejudice', 'Pride & Prejudice', true],
    ['1984', '1984', true],
    ['Война и мир', 'Война и мир. Том 1', true],
    ['Dune', 'Dune Messiah', true],
    ['Emma', 'Persuasion', false],
    ['The Two Towers', 'The Return of the King', false],
    ['!!!', 'Emma', true],
  ])('%s and %s agree: %s', (a, b, expected) => expect(titlesAgree(a, b)).toBe(expected));

  it('are spoken for by the one made for reading', () => {
    expect((['pdf', 'mobi', 'epub'] as Format[]).sort((a, b) => formatRank(a) - formatRank(b))).toEqual([
      'epub',
      'mobi',
      'pdf',
    ]);
  });
});
