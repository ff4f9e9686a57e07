import { type Database, type FoundFolder, ListedItems, type SeenFolder } from '@octavo/database';
import type { DavEntry } from '@octavo/sources';
import { randomInt } from 'node:crypto';
import { itemRow } from './rows-of-listing.js';

const AT_ONCE = 10_000;
/** No folder is listed so often in one go. */
const MOST_ATTEMPTS = 16;

/**
 * Writes down what is listed, many rows at a time and in the order in which it came: a folder that is noted as listed has
 * its items and folders noted. Whoever writes counts attempts from a number of its own, so that what somebody left half
 * written, or writes beside us since he does not know yet that it is not his turn, is never taken for ours.
 */
export class Staging {
  private readonly firstAttempt = randomInt(2 ** 26) * MOST_ATTEMPTS;
  private items: ListedItems;
  private found: FoundFolder[] = [];
  private seen: SeenFolder[] = [];
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly scanId: string,
  ) {
    this.items = new ListedItems(scanId);
  }

  /** `attempt`: of all listings of its folder the one it came in. */
  addFile(entry: DavEntry, attempt: number): void {
    this.items.add(itemRow(entry, this.firstAttempt + attempt));
  }

  addFolder(folder: FoundFolder): void {
    this.found.push(folder);
  }

  noteFolder(folder: SeenFolder): void {
    this.seen.push({ ...folder, attempt: this.firstAttempt + folder.attempt });
  }

  /** Waits while much is being written: to read on meanwhile takes longer on the whole, and heaps up what is read. */
  async flushIfMuch(): Promise<void> {
    if (this.items.count + this.found.length + this.seen.length >= AT_ONCE) await this.flush();
    await this.writing;
  }

  flush(): Promise<void> {
    this.writing = this.writing.then(() => this.write());
    return this.writing;
  }

  private async write(): Promise<void> {
    const { items, found, seen } = this;
    [this.items, this.found, this.seen] = [new ListedItems(this.scanId), [], []];
    // A folder may come twice, ignored and listed, or found and listed: one statement takes each once.
    const folders = [...new Map([...found, ...seen].map((folder) => [folder.path, folder])).values()];
    await this.database.stageListing(this.scanId, { items, folders });
  }
}
