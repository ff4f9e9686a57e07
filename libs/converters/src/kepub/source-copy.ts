const FLUSH_AFTER = 65_536;

/** A place in the copy whose text is decided later. */
export interface Slot {
  readonly index: number;
}

/**
 * A text that is copied while it is read, with insertions, replacements and removals in source order. What is not named
 * is copied as it stands, so a page keeps its own quoting, line ends and references.
 */
export class SourceCopy {
  private readonly finished: string[] = [];
  private pieces: string[] = [];
  private copied = 0;

  constructor(private readonly source: string) {}

  /** True when anything but plain copying was asked for. */
  get changed(): boolean {
    return this.copied > 0 || this.pieces.length > 0 || this.finished.length > 0;
  }

  insert(at: number, text: string): void {
    this.replace(at, at, text);
  }

  replace(start: number, end: number, text: string): void {
    if (start > this.copied) this.pieces.push(this.source.slice(this.copied, start));
    if (text !== '') this.pieces.push(text);
    this.copied = end;
    if (this.pieces.length > FLUSH_AFTER) this.flush();
  }

  remove(start: number, end: number): void {
    this.replace(start, end, '');
  }

  reserve(at: number): Slot {
    this.insert(at, '');
    this.flush();
    return { index: this.finished.push('') - 1 };
  }

  fill(slot: Slot, text: string): void {
    this.finished[slot.index] = text;
  }

  finish(): string {
    this.replace(this.source.length, this.source.length, '');
    this.flush();
    return this.finished.join('');
  }

  /** Joins many small pieces early: a page of half a million spans would otherwise hold millions of strings. */
  private flush(): void {
    this.finished.push(this.pieces.join(''));
    this.pieces = [];
  }
}
