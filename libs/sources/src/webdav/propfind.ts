import type { DavClient, DavConnection } from './dav-client.js';
import { DavError } from './dav-error.js';
import { judgeStatus } from './judge-status.js';
import { nextForListing, suggestedBase, type Destination } from './redirects.js';
import type { Carried, CarryLimits } from './transport.js';

export interface PropfindOrder {
  /** Path of the folder as it is to go out, with its slash. */
  target: string;
  depth: '0' | '1' | 'infinity';
  limits: CarryLimits;
  /** More properties than a listing needs. */
  also?: readonly string[];
  signal?: AbortSignal | undefined;
}

/** An answer to be read, and where it came from in the end. */
export interface PropfindAnswer {
  kind: 'listing';
  answer: Carried;
  at: Destination;
  /** It has moved there for good. */
  moved: boolean;
}
export type PropfindOutcome =
  PropfindAnswer | { kind: 'refused'; error: DavError; headers?: Carried['headers']; suggestedBase?: string };

const MOST_HOPS = 3;
const LISTED = ['d:resourcetype', 'd:getcontentlength', 'd:getlastmodified', 'd:getetag'];
export const NAMESPACES = 'xmlns:d="DAV:" xmlns:oc="http://owncloud.org/ns"';
const OF_OWNCLOUD = ['oc:fileid', 'oc:checksums'];

/**
 * Asks for a listing. A body is always sent: without one a server tells all it knows, which is slow. Redirects are followed
 * where nextForListing lets them be. What the server or the network refuses is an outcome; only aborts are thrown.
 */
export async function propfind(client: DavClient, order: PropfindOrder): Promise<PropfindOutcome> {
  let at: Destination = { origin: client.connection.base.origin, target: order.target };
  const seen = new Set<string>();
  let forGood = true;
  try {
    for (;;) {
      seen.add(`${at.origin}${at.target}`);
      const answer = await client.send({ ...at, ...requestOf(client, order) });
      const judged = judgeStatus(answer, client.timing.now());
      if (judged.kind === 'listing') return { kind: 'listing', answer, at, moved: forGood && seen.size > 1 };
      await answer.discard();
      if (judged.kind === 'refused') return { ...judged, headers: answer.headers };
      const next = nextForListing(judged.location, at, client.connection.base);
      if (!next || seen.size > MOST_HOPS || seen.has(`${next.origin}${next.target}`))
        return refusedRedirect(answer, suggestedBase(judged.location, at));
      forGood &&= judged.lasting;
      at = next;
    }
  } catch (error) {
    order.signal?.throwIfAborted();
    if (error instanceof DavError) return { kind: 'refused', error };
    throw error;
  }
}

function requestOf({ connection }: DavClient, { depth, limits, also = [], signal }: PropfindOrder) {
  const headers = {
    depth,
    'content-type': 'application/xml; charset=utf-8',
    accept: 'application/xml, text/xml;q=0.9',
  };
  return { method: 'PROPFIND' as const, headers, body: propfindBody(connection, also), limits, signal };
}

function propfindBody(connection: DavConnection, also: readonly string[]): string {
  const props = propsWanted(connection, also);
  return `<?xml version="1.0" encoding="utf-8"?>\n<d:propfind ${NAMESPACES}>${props}</d:propfind>`;
}

/** What a listing asks for, as a `prop` element with the prefixes of NAMESPACES. */
export function propsWanted({ ownCloud }: DavConnection, also: readonly string[] = []): string {
  const names = new Set([...LISTED, ...(ownCloud ? OF_OWNCLOUD : []), ...also]);
  return `<d:prop>${[...names].map((name) => `<${name}/>`).join('')}</d:prop>`;
}

function refusedRedirect({ status }: Carried, suggestion: string | undefined): PropfindOutcome {
  const error = new DavError('redirect_refused', { status });
  return { kind: 'refused', error, ...(suggestion !== undefined && { suggestedBase: suggestion }) };
}
