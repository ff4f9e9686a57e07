/**
 * Names on the server are bytes, and every server escapes them in a way of its own; two spellings of one name are one
 * name, two forms of one letter (é, and e with an accent) are two. So a segment's key is made of its bytes alone.
 */
const MARK = 'pct:';
/** Escapes of bytes that are no ASCII, and what only looks like an escape. */
const BEYOND_ASCII = /%(?![0-7][0-9a-f])/i;

/** The bytes an escaped segment stands for, one character for each. */
export function bytesOfSegment(segment: string): string {
  if (!segment.includes('%')) return segment;
  // What is escaped is ASCII nearly always: a space. This is several times as fast, and is asked for every name there is.
  if (!BEYOND_ASCII.test(segment)) return decodeURIComponent(segment);
  return segment.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/**
 * The name an escaped segment stands for. Where its bytes are no UTF-8 (old Latin-1 names), `pct:` and the bytes escaped
 * in capital hexadecimal; names that begin like that by themselves are written the same way, so no two are alike.
 */
export function keyOfSegment(segment: string): string {
  const name = segment.includes('%') ? decoded(segment) : segment;
  if (name !== undefined && !name.startsWith(MARK)) return name;
  return `${MARK}${escaped(Buffer.from(bytesOfSegment(segment), 'latin1'))}`;
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined; // all that can go wrong: it is no UTF-8
  }
}

function escaped(bytes: Buffer): string {
  return [...bytes].map((byte) => (isPlain(byte) ? String.fromCharCode(byte) : percent(byte))).join('');
}

const isPlain = (byte: number) => /[\w.~-]/.test(String.fromCharCode(byte));
const percent = (byte: number) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
