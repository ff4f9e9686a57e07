import type { DavClient } from './dav-client.js';
import { DavError } from './dav-error.js';
import { BASE_FOLDER, EntryReader, type DavEntry } from './entries.js';
import { judgeStatus } from './judge-status.js';
import { DEEP_LIMITS, LISTING_LIMITS } from './limits.js';
import { readMultistatus, type WrittenEntry } from './multistatus.js';
import { NAMESPACES, propfind, propsWanted } from './propfind.js';
import type { CarryLimits } from './transport.js';

/** What became of a question for changes. */
export type ChangesOutcome =
  /** All that changed was handed over; the next question begins at `token`. */
  | { kind: 'listed'; token: string }
  /** The server knows the token no longer, or does not do this after all: walk, and begin without one. */
  | { kind: 'refused' }
  | { kind: 'failed'; error: DavError };

export interface ChangesOptions {
  /** Where the last question ended; without one everything is told. */
  token?: string;
  /** Things that are new or have changed, and keys of things that went. Provisional until the outcome is `listed`. */
  onChanges(entries: DavEntry[], gone: string[]): void | Promise<void>;
  limits?: CarryLimits;
  signal?: AbortSignal | undefined;
}

/** What RFC 6578 §3.8 has a server say to a token that is too old, and others to the report itself. */
const REFUSALS = new Set([400, 403, 405, 409, 412, 415, 501]);
const MOST_PAGES = 10_000;

/**
 * Asks a server that offers it for what changed below the base (RFC 6578). Where it tells a part at a time (507 for the
 * base), it is asked for the next. Throws only once aborted, or what `onChanges` throws.
 */
export async function listChanges(client: DavClient, options: ChangesOptions): Promise<ChangesOutcome> {
  const seen = new Set<string>();
  let { token = '' } = options;
  try {
    while (seen.size < MOST_PAGES && !seen.has(token)) {
      seen.add(token);
      const page = await askPage(client, token, options);
      if (page === 'refused') return { kind: 'refused' };
      if (!page.more) return { kind: 'listed', token: page.token };
      token = page.token;
    }
    return { kind: 'failed', error: new DavError('malformed_response') };
  } catch (error) {
    options.signal?.throwIfAborted();
    if (error instanceof DavError) return { kind: 'failed', error };
    throw error;
  }
}

/**
 * Where changes from now on begin: the base's own sync-token (RFC 6578 §4). Undefined where the server does not say, or
 * not now. Throws only once aborted.
 */
export async function presentToken(client: DavClient, signal?: AbortSignal): Promise<string | undefined> {
  const order = { target: client.connection.base.path, depth: '0' as const, limits: LISTING_LIMITS, signal };
  const asked = await propfind(client, { ...order, also: ['d:sync-token'] });
  if (asked.kind === 'refused') return undefined;
  let token: string | undefined;
  try {
    for await (const entries of readMultistatus(asked.answer.body))
      token ??= entries[0]?.props.text['sync-token']?.trim();
  } catch (error) {
    signal?.throwIfAborted();
    if (!(error instanceof DavError)) throw error;
    return undefined;
  }
  return token === '' ? undefined : token;
}

async function askPage(client: DavClient, token: string, options: ChangesOptions) {
  const { connection, timing } = client;
  const { base } = connection;
  const { limits = DEEP_LIMITS, signal } = options;
  const headers = { depth: '0', 'content-type': 'application/xml; charset=utf-8' };
  const request = { origin: base.origin, target: base.path, method: 'REPORT' as const, headers };
  const answer = await client.send({ ...request, body: reportBody(client, token), limits, signal });
  const judged = judgeStatus(answer, timing.now());
  if (judged.kind !== 'listing') {
    await answer.discard();
    if (REFUSALS.has(answer.status)) return 'refused';
    throw judged.kind === 'refused' ? judged.error : new DavError('redirect_refused', { status: answer.status });
  }
  const reader = new EntryReader({ connection, folder: BASE_FOLDER, target: base.path, deep: true, now: timing.now() });
  const reading = readMultistatus(answer.body);
  try {
    for (let step = await reading.next(); ; step = await reading.next()) {
      if (step.done) return concluded(reader, step.value.syncToken);
      await handOver(reader, step.value, options);
    }
  } finally {
    await reading.return({ syncToken: undefined });
  }
}

async function handOver(reader: EntryReader, written: readonly WrittenEntry[], options: ChangesOptions) {
  const before = reader.refused.length;
  const entries = reader.read(written);
  const gone = reader.refused.slice(before).filter(({ status }) => isGone(status));
  if (entries.length + gone.length > 0)
    await options.onChanges(
      entries,
      gone.map(({ key }) => key),
    );
}

const isGone = (status: number) => status === 404 || status === 410;

/** A thing that is neither told of nor gone is a change we would never hear of again. */
function concluded({ refused, insufficient }: EntryReader, token: string | undefined) {
  const unclear = refused.some(({ status }) => !isGone(status));
  if (unclear || token === undefined || token.trim() === '') throw new DavError('malformed_response');
  return { token: token.trim(), more: insufficient };
}

function reportBody({ connection }: DavClient, token: string): string {
  const escaped = token.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const wanted = `<d:sync-token>${escaped}</d:sync-token><d:sync-level>infinite</d:sync-level>${propsWanted(connection)}`;
  return `<?xml version="1.0" encoding="utf-8"?>\n<d:sync-collection ${NAMESPACES}>${wanted}</d:sync-collection>`;
}
