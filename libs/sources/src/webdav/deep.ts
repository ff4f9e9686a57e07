import type { DavClient } from './dav-client.js';
import { readDate } from './dates.js';
import { DavError } from './dav-error.js';
import { EntryReader, targetOf, type DavEntry, type Folder } from './entries.js';
import { DEEP_LIMITS, MOST_ENTRIES_LISTED } from './limits.js';
import { readMultistatus } from './multistatus.js';
import { propfind, type PropfindAnswer } from './propfind.js';
import type { ReadProps } from './props.js';
import type { CarryLimits } from './transport.js';

/** What became of one request for a whole tree (Depth infinity). */
export type DeepOutcome =
  | {
      kind: 'listed';
      count: number;
      /** How many folders hold something. */
      filled: number;
      deepest: number;
      /** The folder itself. */
      self: ReadProps;
      /** By the server's clock. */
      date?: Date;
    }
  /** The server does not do it: it says so, or it tells less than before. */
  | { kind: 'refused' | 'clamped' }
  /** Something was left out, or nothing was learned; a walk will tell. */
  | { kind: 'partial' }
  | { kind: 'failed'; error: DavError };

export interface DeepOptions {
  /** Provisional until the outcome is `listed`. */
  onEntries(entries: DavEntry[]): void | Promise<void>;
  /** How many folders held something the last time; a fifth fewer are not believed. */
  filledBefore?: number;
  limits?: CarryLimits;
  mostEntries?: number;
  signal?: AbortSignal | undefined;
}

/** Apache, nginx and lighttpd forbid it, others call it a condition that does not hold, or a bad request. */
const REFUSALS = new Set([400, 403, 405, 412, 501]);

/**
 * Lists a folder and all below it with one request; for servers that have been proved to do so (proveDeep). There is no
 * second attempt: whatever is not `listed` is a reason to walk. Throws only once aborted, or what `onEntries` throws.
 */
export async function listDeep(client: DavClient, folder: Folder, options: DeepOptions): Promise<DeepOutcome> {
  const { limits = DEEP_LIMITS, signal } = options;
  const target = targetOf(client.connection, folder.path, true);
  const asked = await propfind(client, { target, depth: 'infinity', limits, signal });
  if (asked.kind === 'refused')
    return REFUSALS.has(asked.error.status ?? 0) ? { kind: 'refused' } : { kind: 'failed', error: asked.error };
  try {
    return await readDeep(client, folder, asked, options);
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof DavError) return { kind: 'failed', error };
    throw error;
  }
}

async function readDeep(client: DavClient, folder: Folder, { answer, at }: PropfindAnswer, options: DeepOptions) {
  const { connection, timing } = client;
  const reader = new EntryReader({ connection, folder, target: at.target, deep: true, now: timing.now() });
  const filled = new Set<string>();
  let deepest = 0;
  for await (const written of readMultistatus(answer.body, options.mostEntries ?? MOST_ENTRIES_LISTED)) {
    const entries = reader.read(written);
    for (const { parent, path } of entries) {
      filled.add(parent);
      deepest = Math.max(deepest, levelsBelow(folder, path));
    }
    if (entries.length > 0) await options.onEntries(entries);
  }
  if (!reader.self || reader.insufficient || reader.refused.length > 0) return { kind: 'partial' as const };
  if (isShrunk(filled.size, options.filledBefore)) return { kind: 'clamped' as const };
  const date = readDate(answer.headers['date'] ?? '');
  const { count, self } = reader;
  return { kind: 'listed' as const, count, filled: filled.size, deepest, self, ...(date && { date }) };
}

function levelsBelow(folder: Folder, path: string): number {
  return path.split('/').length - (folder.path === '' ? 0 : folder.path.split('/').length);
}

function isShrunk(filled: number, before: number | undefined): boolean {
  return before !== undefined && filled < before * 0.8;
}
