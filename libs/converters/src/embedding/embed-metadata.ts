import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { RandomAccess } from '@octavo/domain';
import { writeArchive } from '../archive/archive-writer.js';
import { packAhead } from '../archive/pack-ahead.js';
import { archiveComment, withComment } from './archive-comment.js';
import { filesOf } from './copy-archive.js';
import type { EmbedReport, EmbedRequest } from './embedder.js';
import { embedderFor } from './embedders.js';

/**
 * Writes a copy of a book that says what the library knows of it. Only what holds the metadata is written anew (the
 * package document, ComicInfo.xml, a cover that was given); everything else is copied as it is packed, in its order. The
 * book stays the one it was: its identifier, its pages and their order are never touched. Equal input gives equal
 * bytes, and a second time changes nothing.
 *
 * `out` is ended after the last byte and destroyed on failure. Throws DomainError 'format.unsupported' for formats that
 * cannot be written into, signed books and covers of no use, 'format.encrypted' for locked ones, 'file.empty',
 * 'file.unreadable', 'archive.bomb' and 'archive.climbs-out' for broken or hostile ones, 'request.invalid' for a cover
 * that is no picture, 'conversion.failed' for what cannot be written without harm; once aborted, the signal's reason.
 * verifyEmbedded belongs behind it, before the copy takes the book's place.
 */
export async function embedMetadata(
  source: RandomAccess,
  request: EmbedRequest,
  out: Writable,
  signal?: AbortSignal,
): Promise<EmbedReport> {
  try {
    signal?.throwIfAborted();
    const plan = await embedderFor(request.format).plan(source, request);
    const archive = writeArchive(packAhead(filesOf(plan)));
    await pipeline(withComment(archive, await archiveComment(source)), out, { signal });
    return plan.report;
  } catch (error) {
    out.destroy();
    signal?.throwIfAborted();
    throw error;
  }
}
