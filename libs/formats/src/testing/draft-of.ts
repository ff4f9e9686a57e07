import { bytesAccess, type BookDraft } from '@octavo/domain';
import { anEpub, type EpubBuilder } from '@octavo/testing';
import { readBook } from '../readers.js';

/** What is read of a book whose <metadata> holds this. */
export async function draftOf(metadata: string, manifest = ''): Promise<BookDraft> {
  return draftFrom(
    anEpub().withOpf(
      `<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="uid">
       <metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">${metadata}</metadata>
       <manifest>${manifest}</manifest><spine/></package>`,
    ),
  );
}

export async function draftFrom(epub: EpubBuilder): Promise<BookDraft> {
  return (await readBook(bytesAccess(epub.build()), 'book.epub')).draft;
}
