import type { Database, FoundFolder, ListedItem, SeenFolder } from '@octavo/database';

const AT_ONCE = 2_000;

/**
 * Writes down what is listed, many rows at a time and in the order in which it came: a folder that is noted as listed has
 * its items and folders noted.
 */
export class Staging {
  private items: ListedItem[] = [];
  private found: FoundFolder[] = [];
  private seen: SeenFolder[] = [];
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly scanId: string,
  ) {}

  addItem(item: ListedItem): void {
    this.items.push(item);
  }

  addFolder(folder: FoundFolder): void {
    this.found.push(folder);
  }

  noteFolder(folder: SeenFolder): void {
    this.seen.push(folder);
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
    const { sourceListings } = this.database;
    // The same path may come twice, in two attempts at its folder: one statement takes each once.
    for (let from = 0; from < items.length; from += AT_ONCE) {
      await sourceListings.stageItems(this.scanId, lastOfEach(items.slice(from, from + AT_ONCE)));
    }
    await sourceListings.foundFolders(this.scanId, found);
    await sourceListings.seenFolders(this.scanId, lastOfEach(seen));
  }
}

function lastOfEach<Row extends { path: string }>(rows: readonly Row[]): Row[] {
  const byPath = new Map(rows.map((row) => [row.path, row]));
  return byPath.size === rows.length ? [...rows] : [...byPath.values()];
}
