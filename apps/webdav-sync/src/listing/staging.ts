import type { Database, FoundFolder, ListedItem, SeenFolder } from '@octavo/database';
import { randomInt } from 'node:crypto';

const AT_ONCE = 4_000;
/** No folder is listed so often in one go. */
const MOST_ATTEMPTS = 16;

/**
 * Writes down what is listed, many rows at a time and in the order in which it came: a folder that is noted as listed has
 * its items and folders noted. Whoever writes counts attempts from a number of its own, so that what somebody left half
 * written, or writes beside us since he does not know yet that it is not his turn, is never taken for ours.
 */
export class Staging {
  private readonly firstAttempt = randomInt(2 ** 26) * MOST_ATTEMPTS;
  private items: ListedItem[] = [];
  private found: FoundFolder[] = [];
  private seen: SeenFolder[] = [];
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly scanId: string,
  ) {}

  addItem(item: ListedItem): void {
    this.items.push({ ...item, attempt: this.firstAttempt + item.attempt });
  }

  addFolder(folder: FoundFolder): void {
    this.found.push(folder);
  }

  noteFolder(folder: SeenFolder): void {
    this.seen.push({ ...folder, attempt: this.firstAttempt + folder.attempt });
  }

  /** Waits only where much has to be written. */
  async flushIfMuch(): Promise<void> {
    if (this.items.length + this.found.length + this.seen.length >= AT_ONCE) await this.flush();
  }

  flush(): Promise<void> {
    this.writing = this.writing.then(() => this.write());
    return this.writing;
  }

  private async write(): Promise<void> {
    const { items, found, seen } = this;
    [this.items, this.found, this.seen] = [[], [], []];
    // A folder may come twice, ignored and listed, or found and listed: one statement takes each once.
    const folders = [...new Map([...found, ...seen].map((folder) => [folder.path, folder])).values()];
    await this.database.stageListing(this.scanId, { items, folders });
  }
}
