/**
 * The name in a RAR 4 header. One that is marked as Unicode is written twice, in the packer's own code page and, behind
 * a zero, as what that must be changed by; without the second form it is UTF-8.
 */
export function decodeName4(bytes: Uint8Array, unicode: boolean): string {
  const zero = bytes.indexOf(0);
  if (!unicode || zero < 0) return plainName(zero < 0 ? bytes : bytes.subarray(0, zero));
  return unpackedName(bytes.subarray(0, zero), bytes.subarray(zero + 1));
}

/** In a code page nobody tells, unless it is UTF-8. */
function plainName(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return Buffer.from(bytes).toString('latin1'); // no other failure is possible than bytes that are not UTF-8
  }
}

/**
 * Two bits say how each letter is written: 0 one byte; 1 one byte of the page all such letters are on; 2 two bytes;
 * 3 a run of letters as in the plain name, or those moved by a step onto that page.
 */
function unpackedName(plain: Uint8Array, packed: Uint8Array): string {
  const page = (packed[0] ?? 0) << 8;
  const units: number[] = [];
  let at = 1;
  let modes = 0;
  for (let letter = 0; at < packed.byteLength && units.length < plain.byteLength; letter++) {
    if (letter % 4 === 0) modes = packed[at++] ?? 0;
    const mode = (modes >> (6 - 2 * (letter % 4))) & 3;
    const byte = packed[at++] ?? 0;
    if (mode === 0) units.push(byte);
    else if (mode === 1) units.push(page + byte);
    else if (mode === 2) units.push(byte + ((packed[at++] ?? 0) << 8));
    else if ((byte & 0x80) === 0) units.push(...runOf(plain, units.length, byte + 2));
    else {
      const step = packed[at++] ?? 0;
      const run = runOf(plain, units.length, (byte & 0x7f) + 2);
      units.push(...run.map((unit) => page + ((unit + step) & 0xff)));
    }
  }
  return Buffer.from(Uint16Array.from(units).buffer).toString('utf16le');
}

function runOf(plain: Uint8Array, start: number, length: number): number[] {
  return [...plain.subarray(start, start + length)];
}
