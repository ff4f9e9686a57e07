import type { CoverImage } from '@octavo/domain';
import { coverImage } from '../images/cover-image.js';
import { BinaryScan, type FoundBinary } from './binary-scan.js';
import type { Fb2Front } from './front.js';
import type { MarkupStream } from './markup-stream.js';

/** In characters of markup text. The pictures stand at the end, behind all of the book's text. */
export const MAX_SCANNED = 128 * 1024 * 1024;

/**
 * The picture the cover page names, else the first that is called a cover. Reads on from where the description ended
 * and stops when it is found.
 */
export async function fb2Cover(
  stream: MarkupStream,
  { rest, encoding }: Fb2Front,
  id: string | undefined,
): Promise<{ cover?: CoverImage; warnings: string[] }> {
  const decoder = new TextDecoder(encoding);
  const scan = new BinaryScan(id, (tag) => decoder.decode(stream.bytesOf(tag)));
  scan.push(rest);
  while (!scan.done && stream.given < MAX_SCANNED) {
    const piece = await stream.next();
    if (piece === undefined) break;
    scan.push(piece);
  }
  const warnings = id === undefined || scan.wanted !== undefined ? [] : [`The cover "${id}" is not in the book.`];
  for (const binary of [scan.wanted, scan.likely]) {
    if (binary === undefined) continue;
    const found = await coverImage(binary.id, bytesOf(binary));
    if (typeof found !== 'string') return { cover: found, warnings };
    warnings.push(found);
  }
  return { warnings };
}

/** Some writers of XML escape the line ends, and the digits of "&#13;" would be taken for base64. */
function bytesOf({ base64 }: FoundBinary): Uint8Array {
  return Buffer.from(base64.replace(/&#?\w{1,8};/g, ''), 'base64');
}
