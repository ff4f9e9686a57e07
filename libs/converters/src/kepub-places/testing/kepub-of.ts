import { bytesAccess, type RandomAccess } from '@octavo/domain';
import { anEpub, type EpubBuilder } from '@octavo/testing';
import { epubToKepub } from '../../kepub/epub-to-kepub.js';
import { convertedBytes } from '../../testing/converter-contract.js';
import { KepubText } from '../kepub-text.js';

/** A book whose chapters hold these bodies: `chapter-1.xhtml` and so on in OEBPS. */
export function bookOf(bodies: readonly string[]): EpubBuilder {
  return bodies.reduce(
    (book, body, at) => book.withFile(`OEBPS/chapter-${at + 1}.xhtml`, xhtml(body)),
    anEpub().withChapters(bodies.length),
  );
}

export function xhtml(body: string): string {
  return `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title></head><body>${body}</body></html>`;
}

/** A book as our converter makes it, opened. */
export async function kepubOf(book: EpubBuilder): Promise<KepubText> {
  return KepubText.open(await kepubFile(book));
}

export async function kepubFile(book: EpubBuilder): Promise<RandomAccess> {
  return bytesAccess(await convertedBytes(epubToKepub, book.build()));
}
