import { Writable } from 'node:stream';
import { bytesAccess, type BookMetadata } from '@octavo/domain';
import { openEpub, readBook, ZipArchive } from '@octavo/formats';
import { titled } from '@octavo/testing';
import { embedMetadata } from '../embed-metadata.js';
import type { EmbedReport, EmbedRequest } from '../embedder.js';
import { saidOf, type Said } from '../said.js';
import { verifyEmbedded } from '../verify-embedded.js';

export interface Embedded {
  bytes: Buffer;
  report: EmbedReport;
}

/** A request that knows these fields and no others. */
export function asking(known: Partial<BookMetadata>, more: Partial<EmbedRequest> = {}): EmbedRequest {
  return { format: 'epub', metadata: { ...titled(''), ...known }, ...more };
}

/** What is written for a request, verified as its caller must. */
export async function embedded(book: Uint8Array, request: EmbedRequest): Promise<Embedded> {
  const result = await unverified(book, request);
  await verifyEmbedded(bytesAccess(book), bytesAccess(result.bytes), request);
  return result;
}

export async function unverified(book: Uint8Array, request: EmbedRequest): Promise<Embedded> {
  const chunks: Uint8Array[] = [];
  const out = new Writable({
    write: (chunk: Uint8Array, _encoding, done) => {
      chunks.push(chunk);
      done();
    },
  });
  const report = await embedMetadata(bytesAccess(book), request, out);
  return { bytes: Buffer.concat(chunks), report };
}

/** What our reader finds in a file. */
export async function saidIn(book: Uint8Array, name = 'book.epub'): Promise<Said> {
  return saidOf((await readBook(bytesAccess(book), name)).draft);
}

/** Each file with its unpacked bytes, in order. */
export async function filesIn(book: Uint8Array): Promise<[name: string, bytes: Buffer][]> {
  const archive = await ZipArchive.open(bytesAccess(book));
  const files: [string, Buffer][] = [];
  for (const entry of archive.entries) files.push([entry.name, Buffer.from(await archive.bytes(entry))]);
  return files;
}

export async function fileIn(book: Uint8Array, name: string): Promise<string> {
  const found = (await filesIn(book)).find(([one]) => one === name);
  if (!found) throw new Error(`there is no ${name}`);
  return found[1].toString();
}

/** The package document of an EPUB, decoded. */
export async function packageIn(book: Uint8Array): Promise<string> {
  return (await openEpub(bytesAccess(book))).text;
}
