import { z } from 'zod';
import { readContentId } from './content-id.js';
import { type ContentStanding, highlightsAreKnown } from './local-highlights.js';

/** A content that a device asks after, and the version of its annotations that the device has. */
export interface HeldContent {
  id: string;
  /** As the device wrote it, for the answer. */
  named: string;
  etag: string | undefined;
}

/** What is kept of a content, seen from one device. */
export interface KeptContent extends ContentStanding {
  /** The same as long as no other device of the user changed anything; empty where none ever did. */
  fingerprint: string;
  /** Whether there are drawings among the annotations: of those we have the frame and not the strokes. */
  drawings: boolean;
}

const MOST = 2_000;
const ETAG = /^(?:W\/)?"?oct1-(\w+)"?$/;

const Held = z.object({ ContentId: z.string(), etag: z.string().max(200_000).optional().catch(undefined) });

/** The body of POST api/v3/content/checkforchanges; what names no content is left out, and what follows 2,000. */
export function readHeldContents(body: unknown): HeldContent[] {
  if (!Array.isArray(body)) return [];
  return body.slice(0, MOST).flatMap((element) => {
    const held = Held.safeParse(element);
    const id = held.success ? readContentId(held.data.ContentId) : undefined;
    return held.success && id !== undefined ? [{ id, named: held.data.ContentId, etag: held.data.etag }] : [];
  });
}

/**
 * The ETag of a content's annotations for one device, which the device keeps and sends back as it is (measured on one).
 * It speaks only of what other devices did: a device's own updates leave it as it is, so that nothing it sent is a reason
 * to fetch everything again.
 */
export function contentEtag(fingerprint: string): string {
  return `W/"oct1-${fingerprint || 'none'}"`;
}

/**
 * The contents whose annotations a device is to fetch again, as it named them. What is named here is fetched, and what
 * is fetched replaces what the device has, so only books of ours are named, all of whose highlights are known, and
 * without drawings, which nobody could give back. The device must hold a version of ours that is out of date: that
 * version proves that it once took our list for all there is, and has told us of every change since.
 *
 * No other version proves anything. It is what the server that was last asked gave out, not what the device says it
 * has: the store's, a list of annotation ids, does not name what was made since, and `W/"0"` (the store had none) or
 * none at all (never fetched) may stand for a book that is full of highlights.
 */
export function changedContents(
  held: readonly HeldContent[],
  kept: ReadonlyMap<string, KeptContent>,
  since: Date,
): string[] {
  const changed = held.filter(({ id, etag }) => {
    const content = kept.get(id);
    if (!content || content.drawings || !highlightsAreKnown(content, since)) return false;
    return ETAG.test(etag ?? '') && versionOf(etag) !== versionOf(contentEtag(content.fingerprint));
  });
  return [...new Set(changed.map(({ named }) => named))];
}

const versionOf = (etag: string | undefined) => ETAG.exec(etag ?? '')?.[1];
