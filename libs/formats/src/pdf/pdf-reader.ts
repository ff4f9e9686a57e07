import { type BookDraft, emptyDraft, formatOfName, type RandomAccess } from '@octavo/domain';
import type { FormatReader } from '../format-reader.js';
import { sniff } from '../sniff.js';
import { readCover } from './cover.js';
import { undecodedPacket } from './metadata/xmp-packet.js';
import { readMetadata } from './metadata/read-metadata.js';
import { openPdf } from './open-pdf.js';
import type { OpenedPdf } from './opened-pdf.js';
import { printedIsbn } from './text-pages.js';

/** In milliseconds. */
const MAX_TIME = 10_000;

export const pdfReader: FormatReader = {
  format: 'pdf',
  recognises: (head, name) => isPdf(head, formatOfName(name) === 'pdf'),
  read: readPdf,
};

/** The header may stand behind other bytes, and a damaged file has none: then the name counts. */
function isPdf(head: Uint8Array, named: boolean): boolean {
  const kind = sniff(head);
  return kind === 'pdf' || (named && kind === undefined);
}

/** Metadata, cover and ISBN, from one opening of the file. A file that needs a password gives the lock alone. */
async function readPdf(source: RandomAccess, name: string): Promise<BookDraft> {
  const pdf = await openPdf(source);
  if (typeof pdf === 'string') return { ...emptyDraft(), layout: 'fixed', drm: pdf };
  try {
    const { draft, warnings } = await described(pdf, name);
    const { cover, warnings: coverWarnings } = await readCover(pdf);
    const hasIsbn = draft.identifiers.some(({ scheme }) => scheme === 'isbn');
    const isbn = hasIsbn ? undefined : await printedIsbn(pdf);
    const printed = isbn === undefined ? [] : [{ scheme: 'isbn', value: isbn }];
    return {
      ...draft,
      identifiers: [...printed, ...draft.identifiers],
      cover,
      warnings: [...warnings, ...draft.warnings, ...coverWarnings],
    };
  } finally {
    await pdf.close();
  }
}

async function described(pdf: OpenedPdf, name: string): Promise<{ draft: BookDraft; warnings: string[] }> {
  const warnings: string[] = [];
  const warn = (reason: string) => warnings.push(`The metadata cannot be read: ${reason}`);
  const found = await pdf.attempt(MAX_TIME, () => metadataOf(pdf), warn);
  const draft = readMetadata({ info: {}, xmp: undefined, ...found, pages: await pagesOf(pdf), name });
  return { draft, warnings };
}

/** Of a page tree that leads nowhere pdf.js says it has one page. */
async function pagesOf(pdf: OpenedPdf): Promise<number> {
  const first = await pdf.attempt(
    MAX_TIME,
    () => pdf.document.getPage(1),
    () => undefined,
  );
  return first === undefined ? 0 : pdf.document.numPages;
}

async function metadataOf({ document, source }: OpenedPdf): Promise<{ info: object; xmp: string | undefined }> {
  const { info, metadata } = await document.getMetadata();
  const raw: unknown = metadata?.getRaw();
  return { info, xmp: typeof raw === 'string' ? raw : undecodedPacket(source.seen) };
}
