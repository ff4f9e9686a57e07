import { schemesOffered } from './authorize.js';
import type { DavClient, DavConnection } from './dav-client.js';
import { DavError } from './dav-error.js';
import { BASE_FOLDER } from './entries.js';
import { readHrefPath } from './href.js';
import { LISTING_LIMITS } from './limits.js';
import { listFolder } from './list-folder.js';
import { readMultistatus, type WrittenEntry } from './multistatus.js';
import { propfind, type PropfindAnswer, type PropfindOutcome } from './propfind.js';
import { readProps } from './props.js';
import { factsOf, type ServerFacts } from './server-facts.js';

export type ProbeOutcome =
  | { kind: 'usable'; facts: ServerFacts }
  | {
      kind: 'unusable';
      error: DavError;
      /** Ways of signing in that it offers, where it let nobody in. */
      wants?: string[];
      /** The address to set instead, on the same host. */
      suggestedBase?: string;
    };

type Refused = Extract<PropfindOutcome, { kind: 'refused' }>;

const CURIOUS = ['oc:fileid', 'oc:id', 'oc:data-fingerprint', 'd:supported-report-set'];

/**
 * Finds out whether an address is a library that can be read, and what its server is like: the base alone, then the base
 * with what is in it. Only the credentials' own way of signing in is tried, and once. Throws only once aborted.
 */
export async function probe(client: DavClient, signal?: AbortSignal): Promise<ProbeOutcome> {
  const asked = await askBase(client, CURIOUS, signal);
  if (asked.kind === 'refused') return unusable(client.connection, await unlessFile(client, asked, signal));
  let first = await firstEntry(asked, signal);
  if (first instanceof DavError && first.reason === 'malformed_response') {
    // One server answers with broken XML where it is asked for properties it has not heard of.
    const again = await askBase(client, [], signal);
    if (again.kind === 'refused') return unusable(client.connection, again);
    first = await firstEntry(again, signal);
  }
  if (first instanceof DavError) return { kind: 'unusable', error: first };
  return withListing(client, { first, asked, signal });
}

function askBase(client: DavClient, also: readonly string[], signal?: AbortSignal) {
  return propfind(client, { target: client.connection.base.path, depth: '0', limits: LISTING_LIMITS, also, signal });
}

/** Apache calls the name of a file with a slash behind it a bad request; without the slash it tells that it is a file. */
async function unlessFile(client: DavClient, refused: Refused, signal?: AbortSignal): Promise<Refused> {
  const target = client.connection.base.path.slice(0, -1);
  if (refused.error.status !== 400 || target === '') return refused;
  const asked = await propfind(client, { target, depth: '0', limits: LISTING_LIMITS, signal });
  const first = asked.kind === 'refused' ? asked.error : await firstEntry(asked, signal);
  return first instanceof DavError && first.reason === 'not_a_collection' ? { kind: 'refused', error: first } : refused;
}

/** The base as it tells of itself; whatever else a server lists at depth 0 is left alone. */
async function firstEntry({ answer }: PropfindAnswer, signal?: AbortSignal): Promise<WrittenEntry | DavError> {
  let first: WrittenEntry | undefined;
  try {
    for await (const [entry] of readMultistatus(answer.body)) first ??= entry;
  } catch (error) {
    signal?.throwIfAborted();
    if (!(error instanceof DavError)) throw error;
    return error;
  }
  if (!first) return new DavError('malformed_response');
  if (first.status !== undefined)
    return new DavError(first.status === 404 ? 'not_found' : 'auth_failed', { status: first.status });
  return readProps(first.props, 0).folder ? first : new DavError('not_a_collection');
}

interface Begun {
  first: WrittenEntry;
  asked: PropfindAnswer;
  signal: AbortSignal | undefined;
}

async function withListing(client: DavClient, { first, asked, signal }: Begun): Promise<ProbeOutcome> {
  const { connection, timing } = client;
  const path = readHrefPath(first.href ?? '', connection.base.path);
  const serverPath = path ?? connection.base.path;
  const learned = client.learning({ serverPath });
  const listed = await listFolder(learned, BASE_FOLDER, { onEntries: () => undefined, signal });
  if (listed.kind !== 'complete' && listed.kind !== 'partial')
    return { kind: 'unusable', error: listed.kind === 'skipped' ? new DavError('malformed_response') : listed.error };
  const headers = { ...asked.answer.headers, ...(await optionsOf(client, signal)) };
  return {
    kind: 'usable',
    facts: factsOf({ connection, first, asked, headers, serverPath, count: listed.count, now: timing.now() }),
  };
}

/** Its headers only say more of what is known already; a server that does not answer it is none the worse. */
async function optionsOf(client: DavClient, signal?: AbortSignal): Promise<Readonly<Record<string, string>>> {
  const { base } = client.connection;
  try {
    const at = { origin: base.origin, target: base.path };
    const answer = await client.send({ ...at, method: 'OPTIONS', limits: LISTING_LIMITS, signal });
    await answer.discard();
    return answer.status < 300 ? answer.headers : {};
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof DavError) return {};
    throw error;
  }
}

function unusable({ credentials }: DavConnection, refused: Refused): ProbeOutcome {
  const { error, headers, suggestedBase } = refused;
  const wants = error.status === 401 ? schemesOffered(headers?.['www-authenticate']) : [];
  const offers = wants.includes(credentials.scheme);
  return {
    kind: 'unusable',
    error: atBase(error, wants.length > 0 && !offers && credentials.scheme !== 'none'),
    ...(wants.length > 0 && { wants }),
    ...(suggestedBase !== undefined && { suggestedBase }),
  };
}

/** What a refusal means where it is the base that is refused. */
function atBase(error: DavError, otherScheme: boolean): DavError {
  const { status } = error;
  if (otherScheme) return new DavError('auth_scheme_unsupported', { status });
  return error.reason === 'forbidden' ? new DavError('auth_failed', { status }) : error;
}
