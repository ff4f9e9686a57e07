import type { RandomAccess } from '@octavo/domain';
import { ZipArchive } from '@octavo/formats';
import { misread } from './agreement.js';
import { archiveComment } from './archive-comment.js';
import type { EmbedRequest } from './embedder.js';
import { embedderFor } from './embedders.js';
import { MOST_ENTRIES } from './limits.js';
import { checkEntries } from './same-entries.js';
import { spoilt } from './spoilt.js';

/**
 * What must hold before a file that embedMetadata wrote takes the original's place: it opens, has the same entries to
 * the byte except those meant to change, is the same book (identifier, manifest, spine; pages of a comic), and our own
 * reader finds in it what was asked for, except the fields the report calls left. Throws 'conversion.failed' otherwise,
 * and what opening either file throws; once aborted, the signal's reason.
 */
export async function verifyEmbedded(
  original: RandomAccess,
  result: RandomAccess,
  request: EmbedRequest,
  signal?: AbortSignal,
): Promise<void> {
  signal?.throwIfAborted();
  const embedder = embedderFor(request.format);
  const plan = await embedder.plan(original, request);
  await checkEntries(plan, await ZipArchive.open(result, { entries: MOST_ENTRIES }), signal);
  const comments = await Promise.all([archiveComment(original), archiveComment(result)]);
  if (Buffer.compare(...comments) !== 0) throw spoilt('has lost the comment of its archive');
  const wrong = misread(plan, await embedder.readBack(original, result, request));
  if (wrong.length > 0) throw spoilt(`does not say what it should (${wrong.join(', ')})`);
  signal?.throwIfAborted();
}
