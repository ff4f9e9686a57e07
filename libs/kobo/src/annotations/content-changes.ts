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
 * The ETag of a content's annotations for one device. It speaks only of what other devices did: a device's own updates
 * leave it as it is, so that nothing it sent is a reason to fetch everything again.
 */
export function contentEtag(fingerprint: string): string {
  return `W/"oct1-${fingerprint || 'none'}"`;
}

/**
 * The contents whose annotations a device is to fetch again, as it named them. What is named here is fetched, and what
 * is fetched replaces what the device has; so only books of ours are named, all of whose highlights are known and of
 * which the device holds a version of ours that is out of date. Without a version, or with another server's, nothing
 * tells what the device has.
 */
export function changedContents(
  held: readonly HeldContent[],
  kept: ReadonlyMap<string, KeptContent>,
  since: Date,
): string[] {
  const changed = held.filter(({ id, etag }) => {
    const content = kept.get(id);
    if (!content?.ours || !highlightsAreKnown(content, since)) return false;
    return ETAG.test(etag ?? '') && versionOf(etag) !== versionOf(contentEtag(content.fingerprint));
  });
  return [...new Set(changed.map(({ named }) => named))];
}

const versionOf = (etag: string | undefined) => ETAG.exec(etag ?? '')?.[1];
