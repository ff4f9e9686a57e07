/** Reads the fields of a RAR header one after the other; beyond its end everything is 0 and `overrun` is set. */
export class HeaderFields {
  overrun = false;

  constructor(
    private readonly bytes: Uint8Array,
    public at = 0,
  ) {}

  u8(): number {
    return this.#littleEndian(1);
  }

  u16(): number {
    return this.#littleEndian(2);
  }

  u32(): number {
    return this.#littleEndian(4);
  }

  /** RAR 5: seven bits to the byte, low ones first, at most ten bytes. Above 2^53 it is inexact, and absurd anyway. */
  vint(): number {
    let value = 0;
    for (let place = 0; place < 10; place++) {
      const byte = this.u8();
      value += (byte & 0x7f) * 2 ** (7 * place);
      if ((byte & 0x80) === 0) return value;
    }
    this.overrun = true;
    return 0;
  }

  take(length: number): Uint8Array {
    const end = this.at + length;
    if (end > this.bytes.byteLength) this.overrun = true;
    const taken = this.bytes.subarray(this.at, end);
    this.at = Math.min(end, this.bytes.byteLength);
    return taken;
  }

  #littleEndian(length: number): number {
    return this.take(length).reduceRight((value, byte) => value * 256 + byte, 0);
  }
}
