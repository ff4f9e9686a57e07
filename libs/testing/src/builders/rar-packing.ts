/**
 * Bytes as a RAR 2.9 or RAR 5 unpacker takes them, without ever being smaller: every byte has a code of eight bits,
 * which is itself. It is the least that is "compressed", and enough to send a reader down that road.
 */
export interface PackOptions {
  version: 4 | 5;
  /** Leave out the code table: only what was unpacked before, in a solid archive, has one. */
  continued?: boolean;
}

export function packedForRar(bytes: Uint8Array, { version, continued = false }: PackOptions): Uint8Array {
  const bits = new Bits();
  if (version === 4 && !continued) bits.put(0b00, 2); // LZ, not PPMd; the table is new
  if (!continued) table(bits, version === 4 ? 404 : 430);
  for (const byte of bytes) bits.put(byte, 8);
  return version === 4 ? bits.bytes() : framed(bits, !continued);
}

/** Code lengths of the 20 codes that code the table, then the table: 256 literals of 8 bits, and nothing else. */
function table(bits: Bits, symbols: number): void {
  const lengths = new Map([
    [8, 1],
    [17, 2],
    [19, 2],
  ]);
  for (let symbol = 0; symbol < 20; symbol++) bits.put(lengths.get(symbol) ?? 0, 4);
  bits.put(0b0, 1); // "eight"
  repeat(bits, 0b10, 255);
  repeat(bits, 0b11, symbols - 256);
}

/** "The same again" (10) or "zero" (11), 11 to 138 times each. */
function repeat(bits: Bits, code: number, times: number): void {
  for (let left = times; left > 0;) {
    const now = left > 138 + 11 || left <= 138 ? Math.min(left, 138) : left - 11;
    bits.put(code, 2);
    bits.put(now - 11, 7);
    left -= now;
  }
}

/** RAR 5 puts a block header in front: flags, a checksum, and how long the block is. */
function framed(bits: Bits, withTable: boolean): Uint8Array {
  const data = bits.bytes();
  const flags = (withTable ? 0x80 : 0) | 0x40 | 0x10 | ((bits.count + 7) % 8);
  const size = [data.byteLength & 0xff, (data.byteLength >> 8) & 0xff, (data.byteLength >> 16) & 0xff];
  const checksum = size.reduce((sum, byte) => sum ^ byte, 0x5a ^ flags);
  return Buffer.concat([Buffer.from([flags, checksum, ...size]), data]);
}

class Bits {
  readonly #bytes: number[] = [];
  count = 0;

  put(value: number, length: number): void {
    for (let bit = length - 1; bit >= 0; bit--) {
      if (this.count % 8 === 0) this.#bytes.push(0);
      const last = this.#bytes.length - 1;
      this.#bytes[last] = (this.#bytes[last] ?? 0) | (((value >> bit) & 1) << (7 - (this.count % 8)));
      this.count++;
    }
  }

  bytes(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}
