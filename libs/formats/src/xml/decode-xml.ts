import { isUtf8 } from 'node:buffer';

export interface DecodedXml {
  /** Without byte order mark, leading white space and characters XML forbids, half surrogate pairs included. */
  text: string;
  /** The encoding the bytes turned out to be in, as the WHATWG names it. */
  encoding: string;
}

// Every byte sequence is valid in these, so a file that is valid UTF-8 as well was only labelled by habit.
const SINGLE_BYTE = /^(?:us-ascii|ascii|latin-?1|iso-?8859-?\d+|windows-125\d|cp125\d)$/i;

const LESS_THAN = 0x3c;
// The characters of allowedIn, byte by byte.
// eslint-disable-next-line no-control-regex -- these are the ones
const FORBIDDEN_IN_UTF8 = /[\0-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]/;

/**
 * Turns the bytes of an XML or XHTML file into text. Declared encodings lie, so each guess must hold: byte order mark,
 * the declaration, strict UTF-8; windows-1252 last, which takes any bytes (XML 1.0 Appendix F has the order).
 */
export function decodeXml(bytes: Uint8Array): DecodedXml {
  const mark = byteOrderMark(bytes);
  const content = mark === undefined ? bytes : bytes.subarray(mark.length);
  for (const encoding of [mark?.encoding, ...declaredEncodings(content), 'utf-8']) {
    const text = encoding === undefined ? undefined : decodeStrictly(content, encoding);
    if (text !== undefined) return { text: text.trimStart(), encoding: encoding ?? 'utf-8' };
  }
  const text = allowedIn(new TextDecoder('windows-1252').decode(content)).trimStart();
  return { text, encoding: 'windows-1252' };
}

/**
 * The bytes of a file that decodeXml reads as UTF-8 and leaves nothing out of, as a string with a unit for each; without
 * byte order mark. Undefined for any other file.
 */
export function plainUtf8(bytes: Uint8Array): string | undefined {
  const mark = byteOrderMark(bytes);
  const content = mark === undefined ? bytes : bytes.subarray(mark.length);
  const [encoding = 'utf-8'] = [mark?.encoding ?? [], declaredEncodings(content)].flat();
  if (content[0] !== LESS_THAN || !/^utf-?8$/.test(encoding) || !isUtf8(content)) return undefined;
  const text = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('latin1');
  return FORBIDDEN_IN_UTF8.test(text) ? undefined : text;
}

function byteOrderMark(bytes: Uint8Array): { encoding: string; length: number } | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (a === 0xff && b === 0xfe)
    return c === 0 && d === 0 ? { encoding: 'utf-32le', length: 4 } : { encoding: 'utf-16le', length: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', length: 2 };
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { encoding: 'utf-32be', length: 4 };
  return undefined;
}

function declaredEncodings(bytes: Uint8Array): string[] {
  if (bytes[0] === 0x3c && bytes[1] === 0) return ['utf-16le'];
  if (bytes[0] === 0 && bytes[1] === 0x3c) return ['utf-16be'];
  const start = Buffer.from(bytes.subarray(0, 300)).toString('latin1');
  const declared = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']\s*([\w.:-]+)/i.exec(start)?.[1]?.toLowerCase();
  if (declared === undefined) return [];
  return SINGLE_BYTE.test(declared) ? ['utf-8', declared] : [declared];
}

/** Undefined when the bytes are not in this encoding, or nobody knows it. */
function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  const text = encoding.startsWith('utf-32') ? decodeUtf32(bytes, encoding === 'utf-32le') : decodedBy(encoding, bytes);
  if (text === undefined) return undefined;
  const allowed = allowedIn(text);
  return allowed.length < text.length && text.includes('\0') ? undefined : allowed;
}

function decodedBy(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined; // all that can go wrong: bytes that are invalid, or an encoding nobody knows
  }
}

/** The one Unicode form TextDecoder does not know. */
function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = '';
  for (let at = 0; at + 4 <= bytes.byteLength; at += 4) {
    const point = view.getUint32(at, littleEndian);
    if (point === 0 || point > 0x10ffff) return undefined;
    text += String.fromCodePoint(point);
  }
  return text.toWellFormed();
}

/** XML 1.0 §2.2: of the control characters only tab and the line ends are allowed, and two others never are. */
function allowedIn(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are the ones
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}
