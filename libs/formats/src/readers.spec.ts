import { bytesAccess, formatOfName } from '@octavo/domain';
import { anEpub } from '@octavo/testing';
import { readBook, readerFor } from './readers.js';

const format = (bytes: Uint8Array, name: string) => readerFor(bytes.subarray(0, 80), name)?.format;
const epub = anEpub().titled('Emma').build();
const withoutMimetype = anEpub().without('mimetype').build();

describe('the reader of a file', () => {
  it.each([
    ['an EPUB', epub, 'a/b/Emma.epub', 'epub'],
    ['an EPUB by another name', epub, 'Emma.zip', 'epub'],
    ['an EPUB without a mimetype, by its name', withoutMimetype, 'Emma.EPUB', 'epub'],
    ['a KEPUB, by its name', epub, 'Emma.kepub.epub', 'kepub'],
    ['a KEPUB by its short name', withoutMimetype, 'Emma.kepub', 'kepub'],
    ['a damaged EPUB, so that it can be told so', new Uint8Array(80), 'Emma.epub', 'epub'],
    ['a zip that is called a comic', withoutMimetype, 'Emma.cbz', 'cbz'],
    ['no zip by another name', withoutMimetype, 'Emma.zip', undefined],
    ['a PDF that is called an EPUB', Buffer.from('%PDF-1.7'), 'Emma.epub', 'pdf'],
    ['no text', Buffer.from('Emma Woodhouse, handsome'), 'Emma.txt', undefined],
  ])('knows %s', (_, bytes, name, expected) => expect(format(bytes, name)).toBe(expected));

  it('reads what it knows', async () => {
    const book = await readBook(bytesAccess(epub), 'Emma.kepub.epub');
    expect(book).toMatchObject({ format: 'kepub', draft: { title: 'Emma' } });
  });

  it('refuses what nobody knows, and what is nothing', async () => {
    await expect(readBook(bytesAccess(Buffer.from('x')), 'x.txt')).rejects.toMatchObject({
      code: 'format.unsupported',
    });
    await expect(readBook(bytesAccess(new Uint8Array()), 'x.epub')).rejects.toMatchObject({ code: 'file.empty' });
  });
});

describe('the name of a file', () => {
  it.each([
    ['Emma.epub', 'epub'],
    ['EMMA.EPUB', 'epub'],
    ['Emma.kepub.epub', 'kepub'],
    ['Emma.kepub', 'kepub'],
    ['Emma.epub.part', undefined],
    ['epub', undefined],
  ])('%s promises %s', (name, format) => expect(formatOfName(name)).toBe(format));
});
