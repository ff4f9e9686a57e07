import type { AnnotationBody } from './annotation-update.js';

/** GET api/v3/content/{id}/annotations. A device takes all pages together for everything there is. */
export interface AnnotationsPage {
  annotations: AnnotationBody[];
  nextPageOffsetToken: string | null;
}

const PREFIX = 'oct1.';

/** A page of what is kept, in the order of the ids; `more` says whether others follow the last of these. */
export function annotationsPage(kept: readonly { id: string; body: AnnotationBody }[], more: boolean): AnnotationsPage {
  const last = kept.at(-1);
  return {
    annotations: kept.map(({ body }) => body),
    nextPageOffsetToken: more && last ? PREFIX + Buffer.from(last.id).toString('base64url') : null,
  };
}

/**
 * The id after which a page is asked for; undefined for the first page. In which parameter a device sends the token is
 * not known to us, so any that holds one of ours counts.
 */
export function pageAfter(query: Readonly<Record<string, unknown>>): string | undefined {
  const token = Object.values(query)
    .flat()
    .find((value): value is string => typeof value === 'string' && value.startsWith(PREFIX));
  const id = token && Buffer.from(token.slice(PREFIX.length), 'base64url').toString('utf8').replaceAll('\0', '');
  return id === '' ? undefined : id;
}
