import type { RandomAccess } from '@octavo/domain';

/** Tags stand close together: a window holds most of them, and a cover that is larger is one range of its own. */
const WINDOW = 64 * 1024;
/** Whoever reads on from where a window ended gets twice as much, up to this: a cover in pages is few ranges, too. */
const MAX_WINDOW = 1024 * 1024;
/** How many windows are kept: the head, the tail and where the tags are. */
const KEPT = 4;
/** More than the tags of any honest file, its cover included. */
const MAX_BYTES = 32 * 1024 * 1024;

interface Window {
  start: number;
  bytes: Uint8Array;
}

/**
 * The same bytes for a parser that takes small steps: asked for in windows of 64 KiB and more, of which the last
 * four are kept, and never more than 32 MiB in all. Beyond that every range is empty, as if the file had ended, and
 * `exhausted` says so.
 */
export class WindowedAccess implements RandomAccess {
  readonly size: number;
  exhausted = false;
  #asked = 0;
  readonly #windows: Window[] = [];

  constructor(private readonly source: RandomAccess) {
    this.size = source.size;
  }

  async read(offset: number, length: number): Promise<Uint8Array> {
    const end = Math.min(offset + length, this.size);
    if (!(offset >= 0 && end > offset)) return new Uint8Array();
    const window = this.#windowOf(offset, end) ?? (await this.#ask(offset, end));
    return window.bytes.subarray(offset - window.start, end - window.start);
  }

  #windowOf(offset: number, end: number): Window | undefined {
    return this.#windows.find(({ start, bytes }) => start <= offset && end <= start + bytes.byteLength);
  }

  /** Near the end of the file the window reaches back, since tags there are read from the end. */
  async #ask(offset: number, end: number): Promise<Window> {
    const start = Math.min(offset, Math.max(0, this.size - WINDOW));
    const length = Math.min(Math.max(end - start, this.#ahead(start)), this.size - start);
    if (this.#asked + length > MAX_BYTES) {
      this.exhausted = true;
      return { start: offset, bytes: new Uint8Array() };
    }
    this.#asked += length;
    const window = { start, bytes: await this.source.read(start, length) };
    this.#windows.unshift(window);
    this.#windows.length = Math.min(this.#windows.length, KEPT);
    return window;
  }

  #ahead(start: number): number {
    const before = this.#windows.find(({ start: from, bytes }) => from <= start && start <= from + bytes.byteLength);
    return before === undefined ? WINDOW : Math.min(MAX_WINDOW, 2 * Math.max(WINDOW, before.bytes.byteLength));
  }
}
