import type { AnnotationBody } from './annotation-update.js';

/** GET api/v3/content/{id}/annotations. A device takes all pages together for everything there is. */
export interface AnnotationsPage {
  annotations: AnnotationBody[];
  nextPageOffsetToken: string | null;
}

/** Where a page goes on: after which annotation, and which fingerprint the list had when its first page was read. */
export interface PageStart {
  after: string;
  fingerprint: string;
}

const TOKEN = /^oct1\.(\w{0,64})\.([\w-]+)$/;

/** A page of what is kept, in the order of the ids; `more` says whether others follow the last of these. */
export function annotationsPage(
  kept: readonly { id: string; body: AnnotationBody }[],
  { more, fingerprint }: { more: boolean; fingerprint: string },
): AnnotationsPage {
  const last = kept.at(-1);
  return {
    annotations: kept.map(({ body }) => body),
    nextPageOffsetToken: more && last ? `oct1.${fingerprint}.${Buffer.from(last.id).toString('base64url')}` : null,
  };
}

/**
 * Where the page that is asked for goes on; undefined for the first page. In which parameter a device sends the token is
 * not known to us, so any that holds one of ours counts.
 */
export function pageStart(query: Readonly<Record<string, unknown>>): PageStart | undefined {
  for (const value of Object.values(query).flat()) {
    const [, fingerprint, id] = (typeof value === 'string' && TOKEN.exec(value)) || [];
    const after = id && Buffer.from(id, 'base64url').toString('utf8').replaceAll('\0', '');
    if (after && fingerprint !== undefined) return { after, fingerprint };
  }
  return undefined;
}

/** How many annotations a page is to hold: as many as `limit` of the query says (devices say 100), `most` at most. */
export function pageLimit({ limit }: Readonly<Record<string, unknown>>, most: number): number {
  const asked = typeof limit === 'string' && /^\d{1,9}$/.test(limit) ? Number(limit) : 0;
  return asked > 0 ? Math.min(asked, most) : most;
}
