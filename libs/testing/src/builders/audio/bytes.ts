/** A big-endian number of so many bytes. */
export function uint(byteCount: number, value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(Math.round(value)));
  return bytes.subarray(8 - byteCount);
}

/** The same with the low byte first. */
export function uintLE(byteCount: number, value: number): Buffer {
  return Buffer.from(uint(byteCount, value)).reverse();
}

export function latin1(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}

export function utf8(text: string): Buffer {
  return Buffer.from(text, 'utf8');
}
