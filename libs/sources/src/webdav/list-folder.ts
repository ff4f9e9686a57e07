import type { DavClient } from './dav-client.js';
import { DavError, type DavReason } from './dav-error.js';
import { EntryReader, targetOf, type DavEntry, type Folder, type Oddities } from './entries.js';
import { LISTING_LIMITS, LONGEST_WAIT_SEC, MOST_ENTRIES_LISTED } from './limits.js';
import { readMultistatus } from './multistatus.js';
import { propfind, type PropfindAnswer } from './propfind.js';
import type { ReadProps } from './props.js';
import { readDate } from './dates.js';
import { pauseAfter } from '../timing.js';
import type { CarryLimits } from './transport.js';
import { partialReasons, type FolderBefore, type PartialReason } from './truncation.js';

/** Entries of one folder. They count only if the folder's outcome says that this attempt did. */
export interface EntryBatch {
  folder: Folder;
  attempt: number;
  entries: DavEntry[];
}

interface Told {
  /** The attempt whose entries are the listing. */
  attempt: number;
  /** Things in the folder. */
  count: number;
  /** The folder as it lists itself. */
  self: ReadProps | undefined;
  odd: Oddities;
  /** Things the server lists without saying what they are; the first hundred. */
  refused: { key: string; status: number }[];
  /** By the server's clock. */
  date: Date | undefined;
}

/** What became of one folder. */
export type FolderOutcome = { folder: Folder } & (
  | ({ kind: 'complete' } & Told)
  /** What it lists is there; what it does not list may be there too. */
  | ({ kind: 'partial'; reasons: PartialReason[] } & Told)
  | { kind: 'failed'; error: DavError }
  /** The server knows no such folder. */
  | { kind: 'gone'; error: DavError }
  /** The server wants to be left alone for longer than one waits. Seconds. */
  | { kind: 'waiting'; error: DavError; retryAfter: number }
  /** Not asked: it lies in itself, or too deep. */
  | { kind: 'skipped'; reason: 'recursion' | 'too_deep' }
);

export interface ListFolderOptions {
  onEntries(batch: EntryBatch): void | Promise<void>;
  /** Every failed attempt, before it is known what becomes of the folder. */
  onTrouble?(error: DavError): void;
  before?: FolderBefore | undefined;
  /** As many things as the server gives of a folder, where that is known. */
  pageCaps?: readonly number[] | undefined;
  limits?: CarryLimits | undefined;
  mostEntries?: number | undefined;
  signal?: AbortSignal | undefined;
}

const MOST_IN_BATCH = 2000;
const MOST_REFUSED_TOLD = 100;

/**
 * Lists one folder, with up to three more attempts for what may pass. Everything a server can do is an outcome; it throws
 * only once aborted, or what `onEntries` throws.
 */
export async function listFolder(
  client: DavClient,
  folder: Folder,
  options: ListFolderOptions,
): Promise<FolderOutcome> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await tryOnce(client, folder, attempt, options);
    if (outcome.kind !== 'failed') return outcome;
    const { error } = outcome;
    options.onTrouble?.(error);
    if (error.reason === 'not_found' && folder.key !== '') return { ...outcome, kind: 'gone' };
    const retryAfter = error.retryAfter;
    if (error.passing && retryAfter !== undefined && retryAfter > LONGEST_WAIT_SEC)
      return { ...outcome, kind: 'waiting', retryAfter };
    const pause = error.passing ? pauseAfter(attempt, client.timing, retryAfter) : undefined;
    if (pause === undefined) return outcome;
    await client.timing.sleep(pause, options.signal);
  }
}

async function tryOnce(
  client: DavClient,
  folder: Folder,
  attempt: number,
  options: ListFolderOptions,
): Promise<FolderOutcome> {
  const { limits = LISTING_LIMITS, signal } = options;
  const target = targetOf(client.connection, folder.path, true);
  const asked = await propfind(client, { target, depth: '1', limits, signal });
  if (asked.kind === 'refused') return { kind: 'failed', folder, error: asked.error };
  try {
    return await readListing(client, folder, { asked, attempt, options });
  } catch (error) {
    signal?.throwIfAborted();
    if (!(error instanceof DavError)) throw error;
    return { kind: 'failed', folder, error };
  }
}

interface Attempt {
  asked: PropfindAnswer;
  attempt: number;
  options: ListFolderOptions;
}

async function readListing(client: DavClient, folder: Folder, { asked, attempt, options }: Attempt) {
  const { connection, timing } = client;
  const { answer, at } = asked;
  const reader = new EntryReader({ connection, folder, target: at.target, deep: false, now: timing.now() });
  let waiting: DavEntry[] = [];
  for await (const written of readMultistatus(answer.body, options.mostEntries ?? MOST_ENTRIES_LISTED, client.shapes)) {
    waiting.push(...reader.read(written));
    if (waiting.length < MOST_IN_BATCH) continue;
    await options.onEntries({ folder, attempt, entries: waiting });
    waiting = [];
  }
  if (waiting.length > 0) await options.onEntries({ folder, attempt, entries: waiting });
  return concluded(reader, folder, { asked, attempt, options });
}

function concluded(reader: EntryReader, folder: Folder, { asked, attempt, options }: Attempt): FolderOutcome {
  const { headers } = asked.answer;
  const { self, odd, count, insufficient } = reader;
  if (!self && reader.selfIsFile && count === 0)
    return { kind: 'failed', folder, error: new DavError('not_a_collection') };
  const own = reader.refused.find(({ key }) => key === folder.key);
  if (!self && own && count === 0)
    return { kind: 'failed', folder, error: new DavError(ownReason(own.status), { status: own.status }) };
  const refused = reader.refused.slice(0, MOST_REFUSED_TOLD);
  const date = readDate(headers['date'] ?? '');
  const told: Told = { attempt, count, self, odd, refused, date };
  const listed = { count, etag: self?.etag, modified: self?.modified, hasSelf: self !== undefined, insufficient };
  const reasons = partialReasons(
    { ...listed, refused: reader.refused.length, link: headers['link'] },
    options.before,
    options.pageCaps,
  );
  return reasons.length === 0 ? { kind: 'complete', folder, ...told } : { kind: 'partial', folder, reasons, ...told };
}

function ownReason(status: number): DavReason {
  return status === 404 || status === 410 ? 'not_found' : status < 500 ? 'forbidden' : 'server_error';
}
