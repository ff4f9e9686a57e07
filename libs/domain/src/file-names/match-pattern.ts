import type { FileNamePattern, PatternElement, Placeholder } from './compile-pattern.js';

/** What stands in a name where the placeholders of a pattern are. */
export type PatternMatch = Map<Placeholder, RegExpExecArray | string>;

/** In characters. What is looked into is remembered for every element and place, so both are bounded. */
const MAX_TEXT = 32_768;

type Found = readonly [field: Placeholder | '*', value: RegExpExecArray | string];

/**
 * The values of a pattern in a text, or undefined where it does not fit all of it. Time is linear in the text for a
 * given pattern: of no element and place is it asked twice whether the rest fits.
 */
export function matchPattern({ elements }: FileNamePattern, text: string): PatternMatch | undefined {
  if (text.length > MAX_TEXT) return undefined;
  const found = new Matching(elements, text).from(0, 0);
  if (found === undefined) return undefined;
  const match: PatternMatch = new Map();
  for (const [field, value] of found.reverse()) if (field !== '*') match.set(field, value);
  return match;
}

class Matching {
  /** For each element, the places from which the rest is known not to fit. */
  private readonly failed: Uint8Array[];
  /** For each text element, the earliest place of which every end up to the limit is known not to fit. */
  private readonly spent: ({ start: number; limit: number } | undefined)[] = [];

  constructor(
    private readonly elements: readonly PatternElement[],
    private readonly text: string,
  ) {
    this.failed = elements.map(() => new Uint8Array(text.length + 1));
  }

  /** The values of the elements from `at` on, last first. The depth of calls is the number of elements. */
  from(at: number, start: number): Found[] | undefined {
    const element = this.elements[at];
    const failed = this.failed[at];
    if (element === undefined || failed === undefined) return start === this.text.length ? [] : undefined;
    if (failed[start] === 1) return undefined;
    const found = this.matched(element, at, start);
    if (found === undefined) failed[start] = 1;
    return found;
  }

  private matched(element: PatternElement, at: number, start: number): Found[] | undefined {
    if (element.is === 'text') return this.spanned(element, at, start);
    if (element.is === 'literal') {
      return this.text.startsWith(element.text, start) ? this.from(at + 1, start + element.text.length) : undefined;
    }
    element.form.lastIndex = start;
    const value = element.form.exec(this.text);
    const rest = value === null ? undefined : this.from(at + 1, start + value[0].length);
    if (value !== null) rest?.push([element.field, value]);
    return rest;
  }

  /**
   * At least one character, and no slash. A place that failed was tried with every end up to the limit, so a later one
   * need not be: that is what keeps the whole linear.
   */
  private spanned(element: PatternElement & { is: 'text' }, at: number, start: number): Found[] | undefined {
    const slash = this.text.indexOf('/', start);
    const limit = slash < 0 ? this.text.length : slash;
    const spent = this.spent[at];
    if (spent?.limit === limit && start >= spent.start) return undefined;
    const step = element.greedy ? -1 : 1;
    for (let end = element.greedy ? limit : start + 1; end > start && end <= limit; end += step) {
      const rest = this.from(at + 1, end);
      if (rest === undefined) continue;
      rest.push([element.field, this.text.slice(start, end)]);
      return rest;
    }
    this.spent[at] = { start, limit };
    return undefined;
  }
}
