/** So many parts become one: an array of them is many times their size. */
const MOST_PARTS = 65_536;

/** A place in the copy whose text is decided later. */
export interface Slot {
  readonly index: number;
}

/**
 * A text that is copied while it is read, with insertions, replacements and removals in source order. What is not named
 * is copied as it stands, so a page keeps its own quoting, line ends and references.
 */
export class SourceCopy {
  private readonly parts: string[] = [];
  /** Where the parts begin that may still become one. */
  private loose = 0;
  private copied = 0;

  constructor(private readonly source: string) {}

  insert(at: number, text: string): void {
    this.replace(at, at, text);
  }

  replace(start: number, end: number, text: string): void {
    if (start > this.copied) this.parts.push(this.source.slice(this.copied, start));
    if (text !== '') this.parts.push(text);
    this.copied = end;
    if (this.parts.length - this.loose > MOST_PARTS) this.join();
  }

  remove(start: number, end: number): void {
    this.replace(start, end, '');
  }

  reserve(at: number): Slot {
    this.insert(at, '');
    this.loose = this.parts.push('');
    return { index: this.loose - 1 };
  }

  fill(slot: Slot, text: string): void {
    this.parts[slot.index] = text;
  }

  /** The copy with `before` in front of it. Joined at once: a text added up bit by bit takes several times as long to read. */
  finish(before = ''): string {
    this.replace(this.source.length, this.source.length, '');
    this.parts.unshift(before);
    return this.parts.join('');
  }

  private join(): void {
    this.loose = this.parts.push(this.parts.splice(this.loose).join(''));
  }
}
