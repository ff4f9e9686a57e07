import type { BookMetadata } from '@octavo/domain';
import { anEpub } from '@octavo/testing';
import type { EmbedReport, EmbedRequest } from '../embedder.js';
import type { Said } from '../said.js';
import { asking, embedded, packageIn, saidIn } from './embedded.js';

/** What every package must have. */
export const MANDATORY =
  '<dc:identifier id="uid">urn:x:1</dc:identifier><dc:title>Emma</dc:title><dc:language>en</dc:language>';

export interface PackageParts {
  version?: string;
  /** Attributes of the root. */
  root?: string;
  /** Attributes of the metadata; by default the namespaces of both kinds of fields. */
  section?: string;
}

const NAMESPACES = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf"';

/** A package document around this metadata. */
export function packageOf(metadata: string, { version = '3.0', root = '', section = NAMESPACES }: PackageParts = {}) {
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="${version}" unique-identifier="uid"${root}>
<metadata ${section}>${metadata}</metadata>
<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="c1" href="chapter-1.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="c1"/></spine>
</package>`;
}

/** A book with this package document. */
export function bookOf(opf: string | Uint8Array): Uint8Array {
  return anEpub().withFile('OEBPS/content.opf', opf).build();
}

export interface Written {
  /** What stands between the metadata's tags. */
  metadata: string;
  said: Said;
  report: EmbedReport;
  bytes: Buffer;
}

/** What becomes of this metadata when a request is written into it, verified and read back. */
export async function written(
  metadata: string,
  known: Partial<BookMetadata>,
  { version = '3.0', ...more }: PackageParts & Partial<EmbedRequest> = {},
): Promise<Written> {
  const { bytes, report } = await embedded(bookOf(packageOf(metadata, { version, ...more })), asking(known, more));
  const inside = /<metadata[^>]*>([\s\S]*)<\/metadata>/.exec(await packageIn(bytes))?.[1] ?? 'no metadata';
  return { metadata: inside, said: await saidIn(bytes), report, bytes };
}
