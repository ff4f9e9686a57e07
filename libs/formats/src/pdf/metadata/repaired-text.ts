/** PDFDocEncoding from 0x80 (ISO 32000-1 Annex D.2); from 0xa1 it is Latin-1. */
const ABOVE_ASCII = '•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž';
const EURO = 0xa0;

/**
 * A text string of a PDF as it was meant. Producers write UTF-16 as octal escapes, without its mark or as single
 * letters, and UTF-8 where only PDFDocEncoding or UTF-16 may stand.
 */
export function repairedText(text: string): string {
  const unescaped = /^\\376\\377/.test(text) ? withoutOctals(text) : text;
  const bytes = /^(?:þÿ|ÿþ)|[\u0080-\u00ff]|\0/.test(unescaped) ? bytesOf(unescaped) : undefined;
  const repaired = bytes === undefined ? undefined : (asUtf16(bytes) ?? asUtf8(bytes));
  return (repaired ?? unescaped).replaceAll('\0', '');
}

function withoutOctals(text: string): string {
  return text.replace(/\\([0-3][0-7]{2})/g, (_, octal: string) => String.fromCharCode(parseInt(octal, 8)));
}

/** The bytes a text was read from. Undefined when it holds letters that no single byte stands for. */
function bytesOf(text: string): Buffer | undefined {
  const bytes: number[] = [];
  for (const letter of text) {
    const code = letter.charCodeAt(0);
    const place = ABOVE_ASCII.indexOf(letter);
    if (place >= 0) bytes.push(0x80 + place);
    else if (letter === '€') bytes.push(EURO);
    else if (code <= 0xff) bytes.push(code);
    else return undefined;
  }
  return Buffer.from(bytes);
}

/** By its mark, else by the zeros that every other byte of a western text is. */
function asUtf16(bytes: Buffer): string | undefined {
  const mark = bytes.toString('latin1', 0, 2);
  if (mark === '\xfe\xff' || mark === '\xff\xfe') return utf16(bytes.subarray(2), mark === '\xfe\xff');
  const zerosAt = (parity: number) => bytes.filter((byte, at) => byte === 0 && at % 2 === parity).byteLength;
  const [even, odd] = [zerosAt(0), zerosAt(1)];
  if (Math.max(even, odd) * 4 < bytes.byteLength) return undefined;
  return utf16(bytes, even > odd);
}

function utf16(bytes: Buffer, bigEndian: boolean): string {
  return new TextDecoder(bigEndian ? 'utf-16be' : 'utf-16le').decode(bytes);
}

/** Undefined for what is no UTF-8; in letters beyond ASCII that does not happen by chance. */
function asUtf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined; // the text was right as it was
  }
}
