const SPAN_ID = /^kobo\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})$/;
const AT_FIRST = 64;

/** Paragraph and segment. */
type SpanNumber = readonly [number, number];

/** "kobo.12.3" as numbers; undefined for any other id. */
export function spanNumber(id: string): SpanNumber | undefined {
  const [, paragraph, segment] = SPAN_ID.exec(id) ?? [];
  return paragraph === undefined ? undefined : [Number(paragraph), Number(segment)];
}

/**
 * The spans of one page in order, by number and by the place of their first letter among the letters of the page; packed,
 * because a book may have half a million.
 */
export class SpanTable {
  count = 0;
  /** Letters on the page. */
  length = 0;
  private rows = new Uint32Array(3 * AT_FIRST);

  /** Where the last span begins. */
  get lastStart(): number {
    return this.startOf(this.count - 1);
  }

  add([paragraph, segment]: SpanNumber, start: number): void {
    const at = 3 * this.count;
    if (at === this.rows.length) {
      const larger = new Uint32Array(2 * at);
      larger.set(this.rows);
      this.rows = larger;
    }
    this.rows.set([start, paragraph, segment], at);
    this.count += 1;
  }

  end(length: number): void {
    this.length = length;
    this.rows = this.rows.slice(0, 3 * this.count);
  }

  startOf(span: number): number {
    return this.rows[3 * span]!;
  }

  /** "kobo.12.3". */
  idOf(span: number): string {
    return `kobo.${this.rows[3 * span + 1]}.${this.rows[3 * span + 2]}`;
  }

  /** The first span of this id; undefined when there is none. */
  find(id: string): number | undefined {
    const [paragraph, segment] = spanNumber(id) ?? [];
    for (let span = 0; span < this.count; span += 1) {
      if (this.rows[3 * span + 1] === paragraph && this.rows[3 * span + 2] === segment) return span;
    }
    return undefined;
  }

  /** The span that holds a letter; the first or the last for what lies outside. The page must have spans. */
  spanAt(letter: number): number {
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.startOf(middle) <= letter) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
