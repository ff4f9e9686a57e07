import { Injectable } from '@nestjs/common';
import { Database } from '@octavo/database';
import { formatOfName, isSidecarName, nameOf } from '@octavo/domain';
import { BASE_FOLDER, type DavClient, type DavEntry, listDeep, proveDeep, type ReadProps } from '@octavo/sources';
import { isIgnored, LEAVE_ALONE } from '@octavo/storage';
import type { ToList } from './list-source.js';
import { proofFolder } from './proof-folder.js';
import { foundRow } from './rows-of-listing.js';
import { Staging } from './staging.js';

/** What one answer with a whole tree held. */
export interface ListedAtOnce {
  folders: number;
  entries: number;
  ignored: number;
}

/** Lists whole trees with one request, from servers that have been proven to do so. */
@Injectable()
export class ListAtOnce {
  constructor(private readonly database: Database) {}

  /** Undefined where the server did not, or what it gave cannot be believed: nothing is written down then. */
  async list({ client, scan, connection, signal }: ToList): Promise<ListedAtOnce | undefined> {
    const known = await this.database.sourceFolders.of(connection.libraryId);
    const staging = new Staging(this.database, scan.id);
    const tree = new Tree(staging);
    const outcome = await listDeep(client, BASE_FOLDER, {
      signal,
      filledBefore: known.filter(({ count }) => count > 0).length,
      onEntries: (entries) => tree.take(entries),
    });
    if (outcome.kind !== 'listed' || tree.leavesAlone) {
      await staging.flush();
      await this.database.sourceListings.clear(scan.id);
      return undefined;
    }
    tree.conclude(outcome.self, outcome.date ?? null);
    await staging.flush();
    return { folders: tree.folders.size, entries: outcome.count, ignored: tree.ignored };
  }

  /**
   * Proves on some of its folders whether a server lists whole trees, for the next time; where none of them shows it, it is
   * asked again then.
   */
  async prove(
    libraryId: string,
    scanId: string,
    { client, signal }: { client: DavClient; signal: AbortSignal },
  ): Promise<void> {
    const folder = proofFolder(await this.database.sourceListings.counts(scanId));
    const proof = folder ? await proveDeep(client, folder, signal) : 'unproved';
    if (proof !== 'unproved') await this.database.connections.remember(libraryId, { deep: proof });
  }
}

/** A tree as it comes, in whatever order. */
class Tree {
  readonly folders = new Map<string, { entry?: DavEntry; count: number }>([['', { count: 0 }]]);
  ignored = 0;
  /** Somebody asked us to leave a folder alone; a walk knows how. */
  leavesAlone = false;

  constructor(private readonly staging: Staging) {}

  async take(entries: readonly DavEntry[]): Promise<void> {
    for (const entry of entries) {
      this.count(entry);
      // What lies in a folder that is ignored is ignored with it.
      if (entry.key.split('/').some(isIgnored)) this.leaveOut(entry);
      else if (!entry.folder) this.takeFile(entry);
    }
    await this.staging.flushIfMuch();
  }

  private count(entry: DavEntry): void {
    const parent = this.folders.get(entry.parent) ?? { count: 0 };
    this.folders.set(entry.parent, { ...parent, count: parent.count + 1 });
    if (entry.folder) this.folders.set(entry.key, { count: this.folders.get(entry.key)?.count ?? 0, entry });
  }

  private leaveOut({ key, folder }: DavEntry): void {
    if (nameOf(key) === LEAVE_ALONE) this.leavesAlone = true;
    if (!folder) this.ignored += 1;
  }

  private takeFile(entry: DavEntry): void {
    const name = nameOf(entry.key);
    if (formatOfName(name) === undefined && !isSidecarName(name)) this.ignored += 1;
    else this.staging.addFile(entry, 1);
  }

  /** `base` is what the base says of itself. */
  conclude(base: ReadProps, date: Date | null): void {
    for (const [key, { entry, count }] of this.folders) {
      const isLeftOut = key !== '' && key.split('/').some(isIgnored);
      const { etag = null, modified = null } = key === '' ? base : (entry ?? {});
      this.staging.noteFolder({
        ...foundRow({ key, path: entry?.path ?? '' }),
        ...{ outcome: isLeftOut ? 'ignored' : 'complete', attempt: 1, count, date, detail: null },
        ...{ etag, modified },
      });
    }
  }
}
