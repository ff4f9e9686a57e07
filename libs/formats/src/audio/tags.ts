/** No tag of a book is longer; a longer one is something else that was put into a text. */
const MAX_TEXT = 100_000;
const MAX_VALUES = 100;
const MAX_NAMES = 1000;

/**
 * The tags of an audio file under the names its format has for them ("TIT2", "©nam", "TITLE"). Free names, which
 * ID3 keeps in TXXX, MP4 in "----" and Vorbis everywhere, are one name in upper case: "SERIES-PART". A tag may
 * have several values.
 */
export class Tags {
  readonly #values = new Map<string, string[]>();

  add(name: string, value: string): void {
    const text = value.slice(0, MAX_TEXT);
    const values = this.#values.get(name) ?? [];
    if (text.trim() === '' || values.length >= MAX_VALUES) return;
    if (values.length === 0 && this.#values.size >= MAX_NAMES) return;
    this.#values.set(name, [...values, text]);
  }

  get isEmpty(): boolean {
    return this.#values.size === 0;
  }

  /** The values of the first of these tags that is there. */
  all(names: readonly string[]): readonly string[] {
    return names.map((name) => this.#values.get(name)).find((values) => values !== undefined) ?? [];
  }

  /** The values of all of these tags, in the order of the names. */
  every(names: readonly string[]): readonly string[] {
    return names.flatMap((name) => this.#values.get(name) ?? []);
  }

  first(names: readonly string[]): string | undefined {
    return this.all(names)[0];
  }
}

/** "series part" and "Series_Part" -> "SERIES-PART": taggers agree on words, not on what joins them. */
export function freeName(text: string): string {
  return text
    .trim()
    .toUpperCase()
    .replace(/[\s_-]+/g, '-');
}
