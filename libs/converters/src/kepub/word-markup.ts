import type { Place } from './xml-listener.js';
import type { SourceCopy } from './source-copy.js';

/** [extra] Elements Word leaves behind, <o:p> and smart tags, are of no meaning outside it. */
export function isWordMarkup(name: string): boolean {
  return name === 'o:p' || name.startsWith('st1:');
}

/**
 * Takes Word's elements out of a copy when they hold nothing but white space, comments and one another. Whether they do
 * is known only at their end, so nothing is written meanwhile.
 */
export class EmptyWordMarkup {
  /** Where the elements begin that are open and empty so far, outermost first. */
  private starts: number[] = [];
  /** What to change inside them if they stay: empty elements, text to be cleaned. */
  private waitingChanges: { place: Place; markup: string }[] = [];

  constructor(private readonly copy: SourceCopy) {}

  get waiting(): boolean {
    return this.starts.length > 0;
  }

  opened(start: number): void {
    this.starts.push(start);
  }

  /** Text of no content stands in them. */
  blank(place: Place, markup: string): void {
    this.waitingChanges.push({ place, markup });
  }

  closed(end: number): void {
    const start = this.starts.pop();
    if (start === undefined) return;
    while ((this.waitingChanges.at(-1)?.place.start ?? -1) > start) this.waitingChanges.pop();
    this.waitingChanges.push({ place: { start, end }, markup: '' });
    if (!this.waiting) this.write();
  }

  /** What is open now is not empty. */
  filled(): void {
    if (!this.waiting) return;
    this.starts = [];
    this.write();
  }

  private write(): void {
    for (const { place, markup } of this.waitingChanges) this.copy.replace(place.start, place.end, markup);
    this.waitingChanges = [];
  }
}
