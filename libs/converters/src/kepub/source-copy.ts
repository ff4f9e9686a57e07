const MOST_NODES = 65_536;

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
  private part = '';
  private changes = 0;
  private copied = 0;

  constructor(private readonly source: string) {}

  /** True when anything but plain copying was asked for. */
  get changed(): boolean {
    return this.copied > 0 || this.part !== '' || this.finished.length > 0;
  }

  insert(at: number, text: string): void {
    this.replace(at, at, text);
  }

  replace(start: number, end: number, text: string): void {
    const between = start > this.copied ? this.source.slice(this.copied, start) : '';
    this.part += between + text;
    this.copied = end;
    if (++this.changes % MOST_NODES === 0) this.part = asOneText(this.part);
  }

  remove(start: number, end: number): void {
    this.replace(start, end, '');
  }

  reserve(at: number): Slot {
    this.insert(at, '');
    this.finished.push(this.part);
    this.part = '';
    return { index: this.finished.push('') - 1 };
  }

  fill(slot: Slot, text: string): void {
    this.finished[slot.index] = text;
  }

  finish(): string {
    this.replace(this.source.length, this.source.length, '');
    return this.finished.reduce((whole, part) => whole + part, '') + this.part;
  }
}

/**
 * A text that is added up is a tree to V8 until somebody reads it; joining makes it one. A page of half a million spans
 * would otherwise hold millions of nodes.
 */
function asOneText(text: string): string {
  return [text, ''].join('');
}
