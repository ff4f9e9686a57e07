import { anEpub } from '@octavo/testing';
import { readerContract } from '../testing/reader-contract.js';
import { epubReader, kepubReader } from './epub-reader.js';

const book = () => anEpub().titled('Emma').by('Jane Austen').inSeries('Novels', '4').withCover().withChapters(3);

readerContract('EPUB', epubReader, () => ({ bytes: book().build(), name: 'Jane Austen/Emma.epub' }));
readerContract('EPUB 2', epubReader, () => ({ bytes: book().version('2.0').build(), name: 'Emma.epub' }));
readerContract('KEPUB', kepubReader, () => ({ bytes: book().build(), name: 'Jane Austen/Emma.kepub.epub' }));
