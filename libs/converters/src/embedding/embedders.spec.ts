import { bytesAccess, FORMATS, type BookMetadata } from '@octavo/domain';
import { aComic, anEpub, pngCover, titled } from '@octavo/testing';
import type { EmbedRequest } from './embedder.js';
import { canEmbed, embedders } from './embedders.js';
import { asking, unverified } from './testing/embedded.js';
import { embedderContract } from './testing/embedder-contract.js';
import { verifyEmbedded } from './verify-embedded.js';

const KNOWN: BookMetadata = {
  ...titled('Die Königin & "der" König'),
  description: '<p>One &amp; <i>two</i>.</p>\n<p>Three<br />lines</p>',
  publisher: "O'Reilly & Sons",
  publishedDate: '1999-04',
  language: 'de',
  subjects: ['Fantasy & Magic', 'History'],
  contributors: [
    { name: 'Jane Q. Public', role: 'author' },
    { name: 'Łukasz Żółw', role: 'translator' },
    { name: 'Penny Ciller', role: 'penciller' },
  ],
  series: [{ name: 'Saga of Ä', number: '1.5' }],
  identifiers: [
    { scheme: 'isbn', value: '9780441478125' },
    { scheme: 'goodreads', value: '18423' },
    { scheme: 'asin', value: 'B0015T963C' },
  ],
};
const IN_EPUB: BookMetadata = {
  ...KNOWN,
  subtitle: 'A Tale, Retold',
  subjects: ['Fantasy & Magic', 'History, old'],
  contributors: [
    { name: 'Jane Q. Public', role: 'author', sortName: 'Public, Jane Q.' },
    ...KNOWN.contributors.slice(1),
  ],
  identifiers: [
    ...KNOWN.identifiers,
    { scheme: 'doi', value: '10.1000/182' },
    { scheme: 'uri', value: 'https://a.b/c' },
  ],
};
const IN_EPUB_3: BookMetadata = {
  ...IN_EPUB,
  pageCount: 321,
  series: [...KNOWN.series, { name: 'Other Saga' }],
};
const COVER = { bytes: pngCover({ seed: 9 }), mediaType: 'image/png' };
const MORE: Pick<EmbedRequest, 'sortTitle' | 'cover'> = { sortTitle: 'Königin & König, Die', cover: COVER };

const book = () => anEpub().titled('Emma').by('Jane Austen', 'A. Nother').withCover().withChapters(3);
const REWRITTEN = ['OEBPS/content.opf', 'OEBPS/cover.png'];

embedderContract(
  'EPUB 3',
  { name: 'book.epub', bytes: book().inSeries('Highbury', '2').build(), rewritten: REWRITTEN },
  { format: 'epub', metadata: IN_EPUB_3, ...MORE },
);
embedderContract(
  'EPUB 2',
  { name: 'book.epub', bytes: book().version('2.0').inSeries('Highbury').build(), rewritten: REWRITTEN },
  { format: 'epub', metadata: IN_EPUB, ...MORE },
);
embedderContract(
  'KEPUB',
  { name: 'book.kepub.epub', bytes: book().build(), rewritten: REWRITTEN },
  { format: 'kepub', metadata: IN_EPUB_3, ...MORE },
);
embedderContract(
  'CBZ with a record',
  {
    name: 'comic.cbz',
    bytes: aComic().titled('Zot!').inSeries('Zot', '1').by('Scott McCloud').build(),
    rewritten: ['ComicInfo.xml'],
  },
  {
    format: 'cbz',
    metadata: { ...KNOWN, pageCount: 3, series: [...KNOWN.series, { name: 'Other', number: 'Annual 1' }] },
  },
);
embedderContract(
  'CBZ without one',
  { name: 'comic.cbz', bytes: aComic().build(), rewritten: ['ComicInfo.xml'] },
  { format: 'cbz', metadata: KNOWN },
);

describe('the embedders', () => {
  it('are there for the formats whose files can be written into', () => {
    expect(Object.keys(embedders).sort()).toEqual(['cbz', 'epub', 'kepub']);
    expect(FORMATS.filter(canEmbed)).toEqual(['epub', 'kepub', 'cbz']);
  });

  it.each(FORMATS.filter((format) => !canEmbed(format)))('refuse %s', async (format) => {
    const [bytes, request] = [anEpub().build(), asking({ title: 'A' }, { format })];
    const problem = {
      code: 'format.unsupported',
      detail: `Metadata cannot be written into ${format.toUpperCase()} files.`,
    };
    await expect(unverified(bytes, request)).rejects.toMatchObject(problem);
    await expect(verifyEmbedded(bytesAccess(bytes), bytesAccess(bytes), request)).rejects.toMatchObject(problem);
  });
});
