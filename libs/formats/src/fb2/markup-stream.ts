import { TextDecoder } from 'node:util';
import type { Blocks } from './unpacked-blocks.js';

/**
 * Text in which only the markup can be relied on, which is ASCII: one character for each byte, or for each two in
 * UTF-16. What encoding a book is in shows when its description is decoded, and that must first be found.
 */
export type MarkupText = string;

/** A file as markup text, piece by piece, once. Its first block must hold at least the two bytes of a byte order mark. */
export class MarkupStream {
  /** Characters given so far. */
  given = 0;
  #encoding: 'utf-16le' | 'utf-16be' | undefined;
  #decoder: TextDecoder | undefined;

  constructor(private readonly blocks: Blocks) {}

  /** Undefined at the end. */
  async next(): Promise<MarkupText | undefined> {
    const { value } = await this.blocks.next();
    if (value === undefined) return undefined;
    if (this.given === 0) this.#encoding = wideEncoding(value);
    if (this.#encoding !== undefined) this.#decoder ??= new TextDecoder(this.#encoding, { ignoreBOM: true });
    const text = this.#decoder?.decode(value, { stream: true }) ?? latin1(value);
    this.given += text.length;
    return text;
  }

  /** Bytes from elsewhere in the file, which begin at a whole character. */
  textOf(bytes: Uint8Array): MarkupText {
    return this.#encoding === undefined ? latin1(bytes) : new TextDecoder(this.#encoding).decode(bytes);
  }

  /** The bytes behind a text of this file; UTF-16 always in little-endian. */
  bytesOf(text: MarkupText): Uint8Array {
    return Buffer.from(text, this.#encoding === undefined ? 'latin1' : 'utf16le');
  }

  /** Lets go of the file. */
  async close(): Promise<void> {
    await this.blocks.return();
  }
}

/** By the byte order mark, or by the zero beside the first "<". */
function wideEncoding([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c) ? 'utf-16be' : undefined;
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
