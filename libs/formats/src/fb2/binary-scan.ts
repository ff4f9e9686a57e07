import type { MarkupText } from './markup-stream.js';

export interface FoundBinary {
  id: string;
  /** With the line ends it was written with. */
  base64: string;
}

/** In characters: 30 MiB of picture. */
const MAX_BASE64 = 44 * 1024 * 1024;
/** In characters. Ids are short, and the type is the only other attribute. */
const MAX_TAG = 2000;
const MAX_BINARIES = 20_000;
const LIKELY = /cover/i;

/**
 * Looks for one <binary> in a text that is pushed piece by piece, and holds at most two of them: the wanted one, and
 * for want of it the first whose id sounds like a cover.
 */
export class BinaryScan {
  wanted: FoundBinary | undefined;
  likely: FoundBinary | undefined;
  /** What was pushed and not yet looked at: the start of a tag. */
  #carry: MarkupText = '';
  #collecting: { id: string; parts: string[]; length: number } | undefined;
  #seen = 0;

  /** `decoded` gives what a tag says; ids need not be ASCII. */
  constructor(
    private readonly id: string | undefined,
    private readonly decoded: (tag: MarkupText) => string,
  ) {}

  /** True when there is nothing more to look for. */
  get done(): boolean {
    const found = this.id === undefined ? this.likely : this.wanted;
    return found !== undefined || this.#seen > MAX_BINARIES;
  }

  push(piece: MarkupText): void {
    const text = this.#carry + piece;
    this.#carry = '';
    let at = 0;
    while (at < text.length && !this.done)
      at = this.#collecting === undefined ? this.#seek(text, at) : this.#collect(text, at);
  }

  /** To the next tag, and what follows it. */
  #seek(text: MarkupText, from: number): number {
    const tag = /<(?:[\w.-]{1,20}:)?binary\s/gi;
    tag.lastIndex = from;
    const start = tag.exec(text)?.index;
    if (start === undefined) return this.#keep(text, Math.max(from, text.length - 32));
    const end = text.indexOf('>', start);
    if (end < 0 && text.length - start < MAX_TAG) return this.#keep(text, start);
    if (end < 0) return start + 1;
    this.#seen++;
    const id = idOf(this.decoded(text.slice(start, end + 1)));
    const isWanted = this.id !== undefined && id === this.id;
    const isLikely = this.likely === undefined && LIKELY.test(id);
    if (isWanted || isLikely) this.#collecting = { id, parts: [], length: 0 };
    return end + 1;
  }

  #keep(text: MarkupText, from: number): number {
    this.#carry = text.slice(from);
    return text.length;
  }

  /** To the end of the binary, or of the text. One that is too long is passed over. */
  #collect(text: MarkupText, from: number): number {
    const binary = this.#collecting;
    if (binary === undefined) return from;
    const closing = text.indexOf('<', from);
    const end = closing < 0 ? text.length : closing;
    binary.length += end - from;
    binary.parts.push(text.slice(from, end));
    if (binary.length > MAX_BASE64) this.#collecting = undefined;
    else if (closing >= 0) this.#finish(binary.id, binary.parts.join(''));
    return end;
  }

  #finish(id: string, base64: string): void {
    this.#collecting = undefined;
    if (id === this.id) this.wanted = { id, base64 };
    else this.likely = { id, base64 };
  }
}

function idOf(tag: string): string {
  return /\sid\s*=\s*(["'])(.*?)\1/is.exec(tag)?.[2]?.trim() ?? '';
}
