import type { Markup } from '../markup/markup.js';

/**
 * Ids for new elements. None is used or as much as mentioned in the text: an id that something refers to in vain must
 * not come to life, least of all the one that names the book.
 */
export class NewIds {
  private readonly taken = new Set<string>();
  private readonly counts = new Map<string, number>();

  constructor({ elements }: Markup) {
    for (const { tag } of elements) {
      for (const value of Object.values(tag.attributes)) this.taken.add(value.trim().replace(/^#/, ''));
    }
  }

  /** "subtitle", else "subtitle-2" and so on. */
  next(base: string): string {
    let count = this.counts.get(base) ?? 0;
    let id: string;
    do {
      count += 1;
      id = count === 1 ? base : `${base}-${count}`;
    } while (this.taken.has(id));
    this.counts.set(base, count);
    return id;
  }
}
