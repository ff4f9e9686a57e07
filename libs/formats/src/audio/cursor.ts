/**
 * Reads fields from front to back. Beyond the end there are no bytes: numbers there are zero and texts empty, so
 * a length that lies can neither throw nor allocate. `left` says how many bytes there still are.
 */
export class Cursor {
  #at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  get left(): number {
    return this.bytes.byteLength - this.#at;
  }

  /** An unsigned big-endian number of up to eight bytes. Above 2^53 it is no longer exact. */
  uint(byteCount: number): number {
    return this.take(byteCount).reduce((sum, byte) => sum * 256 + byte, 0);
  }

  /** The same with the low byte first. */
  uintLE(byteCount: number): number {
    return this.take(byteCount).reduceRight((sum, byte) => sum * 256 + byte, 0);
  }

  /** As many of the next bytes as there are. */
  take(byteCount: number): Uint8Array {
    const start = this.#at;
    this.skip(byteCount);
    return this.bytes.subarray(start, this.#at);
  }

  skip(byteCount: number): void {
    this.#at = Math.min(this.#at + Math.max(0, byteCount), this.bytes.byteLength);
  }

  latin1(byteCount: number): string {
    return latin1(this.take(byteCount));
  }

  utf8(byteCount: number): string {
    return utf8(this.take(byteCount));
  }

  rest(): Uint8Array {
    return this.take(this.left);
  }
}

export function latin1(bytes: Uint8Array): string {
  return viewOf(bytes).toString('latin1');
}

export function utf8(bytes: Uint8Array): string {
  return viewOf(bytes).toString('utf8');
}

function viewOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
