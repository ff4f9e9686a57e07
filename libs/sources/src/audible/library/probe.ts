import type { AudibleClient } from '../audible-client.js';
import { AudibleError } from '../audible-error.js';
import { LIBRARY_PATH, libraryQuery } from './query.js';
import { readPage } from './read-page.js';

/** Whether an account's library in a shop can be read. */
export type LibraryProbe =
  /** `total`: how many titles it holds, where the server says so. */
  { kind: 'readable'; total?: number } | { kind: 'failed'; error: AudibleError };

/** Asks for one title, which tells the size of the library. Throws only once aborted. */
export async function probeLibrary(client: AudibleClient, signal?: AbortSignal): Promise<LibraryProbe> {
  try {
    const query = libraryQuery({ groups: 'product_attrs', pageSize: 1, sort: '-PurchaseDate' });
    const { json, headers } = await client.get(LIBRARY_PATH, query, signal);
    const { rows, total } = readPage(json, headers);
    // Some servers told nought whatever there was.
    if (total === undefined || total < rows.length) return { kind: 'readable' };
    return { kind: 'readable', total };
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof AudibleError) return { kind: 'failed', error };
    throw error;
  }
}
