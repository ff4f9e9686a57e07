import { bytesAccess } from '@octavo/domain';
import { openEpub } from '@octavo/formats';
import { promisify } from 'node:util';
import { deflateRaw } from 'node:zlib';

const deflate = promisify<Uint8Array, Uint8Array>(deflateRaw);

/** The least any converter must do: unpacks each page and packs it again. Gives the bytes of markup there are. */
export async function plainPass(book: Uint8Array): Promise<{ bytes: number; ms: number }> {
  const started = performance.now();
  const { archive, manifest } = await openEpub(bytesAccess(book));
  let bytes = 0;
  for (const { mediaType, entry } of manifest) {
    if (!entry || mediaType !== 'application/xhtml+xml') continue;
    const page = await archive.bytes(entry, 64 << 20);
    bytes += page.byteLength;
    await deflate(page);
  }
  return { bytes, ms: performance.now() - started };
}
