import type { DavClient } from './dav-client.js';
import { parentOf } from './descent.js';
import type { Folder } from './entries.js';
import { listFolder } from './list-folder.js';

/** A whole level that goes away while it is walked is asked for so often, and then left for the next walk. */
const MOST_LISTINGS = 25;

/**
 * A server that says "not found" of a folder it has just listed may be mistaken: a proxy with half its servers down says
 * so too. The folder is gone once the one above is listed whole again, without it.
 */
export class GoneCheck {
  private listings = 0;
  private last: { parent: string; keys: ReadonlySet<string> } | undefined;

  constructor(
    private readonly client: DavClient,
    private readonly signal: AbortSignal,
  ) {}

  async isSure(folder: Folder): Promise<boolean> {
    const parent = parentOf(folder);
    if (this.last?.parent === parent.key && !this.last.keys.has(folder.key)) return true;
    if (this.listings >= MOST_LISTINGS) return false;
    this.listings += 1;
    const keys = await this.keysIn(parent);
    if (keys) this.last = { parent: parent.key, keys };
    return keys !== undefined && !keys.has(folder.key);
  }

  private async keysIn(parent: Folder): Promise<Set<string> | undefined> {
    let found = { attempt: 0, keys: new Set<string>() };
    const outcome = await listFolder(this.client, parent, {
      signal: this.signal,
      onEntries: ({ attempt, entries }) => {
        if (attempt !== found.attempt) found = { attempt, keys: new Set() };
        for (const { key } of entries) found.keys.add(key);
      },
    });
    if (outcome.kind !== 'complete') return undefined;
    return outcome.attempt === found.attempt ? found.keys : new Set();
  }
}
