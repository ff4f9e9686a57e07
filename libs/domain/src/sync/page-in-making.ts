/** What one row of a device's line comes to: where it stands, and what is told of it (perhaps nothing). */
export interface Entry<Item> {
  at: number;
  items: Item[];
}

/** What a page may come to at most. */
export interface PageLimits {
  items: number;
  /** Of JSON. */
  bytes: number;
  ms: number;
}

/** A page while entries are put on it, within its limits. */
export class PageInMaking<Item> {
  readonly items: Item[] = [];
  private bytes = 0;
  private readonly end: number;

  constructor(
    private readonly limits: PageLimits,
    private readonly now: () => number = Date.now,
  ) {
    this.end = now() + limits.ms;
  }

  /** How many more items there is room for. */
  get room(): number {
    return Math.max(0, this.limits.items - this.items.length);
  }

  /** True when it has taken so long that what is there had better go out. */
  get isLate(): boolean {
    return this.now() > this.end;
  }

  /** Puts as many entries on the page as fit, from the first on, one at least on an empty page. Gives how many. */
  take(entries: readonly Entry<Item>[]): number {
    let taken = 0;
    for (const { items } of entries) {
      const bytes = items.reduce((sum, item) => sum + Buffer.byteLength(JSON.stringify(item)), 0);
      const fits = items.length <= this.room && this.bytes + bytes <= this.limits.bytes;
      if (items.length > 0 && this.items.length > 0 && !fits) break;
      this.items.push(...items);
      this.bytes += bytes;
      taken++;
    }
    return taken;
  }
}
