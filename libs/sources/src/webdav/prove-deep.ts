import type { DavClient } from './dav-client.js';
import { listDeep } from './deep.js';
import type { Folder } from './entries.js';
import { walk } from './walk.js';

/**
 * Whether a server can list a whole tree at once. Several answer, and tell one level only; so it is proved against a walk.
 * `unproved`: this folder shows nothing (too flat, too large, not listed whole), or the request failed; another time.
 */
export type DeepProof = 'proven' | 'refused' | 'clamped' | 'unproved';

const MOST_ENTRIES = 2000;

/**
 * Lists a folder of at least two levels and fewer than 2000 things at once, walks it, and compares the two. A server that
 * refuses is not walked.
 */
export async function proveDeep(client: DavClient, folder: Folder, signal?: AbortSignal): Promise<DeepProof> {
  const listed = new Set<string>();
  const outcome = await listDeep(client, folder, {
    onEntries: (entries) => entries.forEach(({ key }) => listed.add(key)),
    mostEntries: MOST_ENTRIES,
    ...(signal && { signal }),
  });
  if (outcome.kind === 'refused' || outcome.kind === 'clamped') return outcome.kind;
  if (outcome.kind !== 'listed') return 'unproved';
  const walked = await keysByWalk(client, folder, signal);
  if (!walked || !hasLevels(walked, folder)) return 'unproved';
  if (listed.size === walked.size && [...walked].every((key) => listed.has(key))) return 'proven';
  return outcome.deepest <= 1 || listed.size < walked.size ? 'clamped' : 'unproved';
}

async function keysByWalk(client: DavClient, folder: Folder, signal?: AbortSignal): Promise<Set<string> | undefined> {
  const keys = new Set<string>();
  const end = await walk(client, {
    from: [folder],
    mostEntries: MOST_ENTRIES - 1,
    onEntries: ({ entries }) => entries.forEach(({ key }) => keys.add(key)),
    onFolder: () => undefined,
    ...(signal && { signal }),
  });
  return end.kind === 'complete' && end.counters.skipped === 0 ? keys : undefined;
}

function hasLevels(keys: ReadonlySet<string>, { key }: Folder): boolean {
  const above = key === '' ? 0 : key.split('/').length;
  return [...keys].some((one) => one.split('/').length - above >= 2);
}
