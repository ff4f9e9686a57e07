const UTF16 = 1;
const UTF16_BE = 2;
const UTF8 = 3;
const MAX_BYTES = 1024 * 1024;
const MAX_TEXTS = 200;

/**
 * The texts of a frame in the encoding its first byte names (id3v2.4 §4): Latin-1, UTF-16 with a mark, UTF-16 or
 * UTF-8. Zeros part them. `skip` bytes between the encoding and the text are passed over.
 */
export function id3Texts(bytes: Uint8Array, skip = 0): string[] {
  const text = decode(bytes.subarray(1 + skip, MAX_BYTES), bytes[0] ?? 0);
  const texts = text.split('\0', MAX_TEXTS).map((part) => part.replace(/^\ufeff/, ''));
  // A zero at the end closes the last text and begins no other.
  return texts.length > 1 && texts.at(-1) === '' ? texts.slice(0, -1) : texts;
}

/** Where the text that begins `from` ends and what follows it starts. */
export function afterText(bytes: Uint8Array, from: number, encoding: number): number {
  if (encoding !== UTF16 && encoding !== UTF16_BE) {
    const zero = bytes.indexOf(0, from);
    return zero < 0 ? bytes.byteLength : zero + 1;
  }
  for (let at = from; at + 1 < bytes.byteLength; at += 2) if (bytes[at] === 0 && bytes[at + 1] === 0) return at + 2;
  return bytes.byteLength;
}

function decode(bytes: Uint8Array, encoding: number): string {
  if (encoding === UTF8) return new TextDecoder('utf-8').decode(bytes);
  if (encoding === UTF16_BE) return new TextDecoder('utf-16be').decode(bytes);
  // Without a mark it is what Windows writes.
  if (encoding === UTF16) return new TextDecoder(isBigEndian(bytes) ? 'utf-16be' : 'utf-16le').decode(bytes);
  // Decodes as Windows-1252, which "Latin-1" text mostly is.
  return new TextDecoder('latin1').decode(bytes);
}

function isBigEndian(bytes: Uint8Array): boolean {
  return bytes[0] === 0xfe && bytes[1] === 0xff;
}
