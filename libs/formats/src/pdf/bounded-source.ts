import { DomainError, type RandomAccess } from '@octavo/domain';

/** Of one file, in bytes: what a first page with its pictures and a dozen pages of text need, and far more. */
const MAX_READ = 64 * 1024 * 1024;
/**
 * A range pdf.js asks for is a multiple of this. It reads ahead to every page on the first level of the page tree, so
 * in a scanned book of a thousand pages this much is read a thousand times.
 */
export const CHUNK = 16 * 1024;
/** A file of no more is read at once. */
const TAIL = 64 * 1024;
/** Of what is read first, so that it can be searched for what pdf.js does not tell. */
const MAX_SEEN = 4 * 1024 * 1024;

interface Range {
  offset: number;
  bytes: Uint8Array;
}

/** The file as pdf.js may see it: no more than so many bytes in all. Both its ends are read at once and kept. */
export class BoundedSource {
  /** What the source itself failed with; there is nothing more to read then, and it is let through. */
  failure: { error: unknown } | undefined;
  /** The first ranges that were read, in the order they were. */
  readonly #seen: Range[] = [];
  #left = MAX_READ;
  #seenBytes = 0;

  private constructor(private readonly source: RandomAccess) {}

  /** Throws 'file.empty', and what the source throws. */
  static async over(source: RandomAccess): Promise<BoundedSource> {
    if (source.size === 0) throw new DomainError('file.empty', 'The file has no bytes.');
    const bounded = new BoundedSource(source);
    const start = Math.floor(Math.max(0, source.size - TAIL) / CHUNK) * CHUNK;
    await bounded.read(start, source.size - start);
    if (start > 0) await bounded.read(0, CHUNK);
    return bounded;
  }

  get size(): number {
    return this.source.size;
  }

  /** What was read so far, up to a few megabytes; the end of the file first, then its beginning. */
  get seen(): readonly Uint8Array[] {
    return this.#seen.map(({ bytes }) => bytes);
  }

  /** The last 64 KiB or a little more, or all of a smaller file. */
  get tail(): Uint8Array {
    return this.seen[0] ?? new Uint8Array();
  }

  /** The first bytes, no fewer than the header may stand behind. */
  get head(): Uint8Array {
    return this.seen[1] ?? this.tail;
  }

  /** True where all bytes of the file may still be read. */
  get mayBeReadWhole(): boolean {
    return this.size <= this.#left;
  }

  /** Bytes of the caller's own. Throws 'file.unreadable' beyond the limit or the file, and what the source throws. */
  async read(offset: number, length: number): Promise<Uint8Array> {
    const kept = this.#seen.find((range) => offset >= range.offset && offset + length <= endOf(range));
    if (kept !== undefined)
      return new Uint8Array(kept.bytes.subarray(offset - kept.offset, offset - kept.offset + length));
    this.#left -= length;
    if (this.#left < 0) throw new DomainError('file.unreadable', 'Too much of the PDF would have to be read.');
    const bytes = new Uint8Array(await this.#ask(offset, length));
    if (bytes.byteLength !== length) throw new DomainError('file.unreadable', 'The file ends before it should.');
    this.#keep({ offset, bytes });
    return bytes;
  }

  async #ask(offset: number, length: number): Promise<Uint8Array> {
    try {
      return await this.source.read(offset, length);
    } catch (error) {
      this.failure ??= { error };
      throw error;
    }
  }

  /** pdf.js takes the bytes it is given away, so these are others. */
  #keep({ offset, bytes }: Range): void {
    if (this.#seenBytes + bytes.byteLength > MAX_SEEN) return;
    this.#seenBytes += bytes.byteLength;
    this.#seen.push({ offset, bytes: new Uint8Array(bytes) });
  }
}

function endOf({ offset, bytes }: Range): number {
  return offset + bytes.byteLength;
}
