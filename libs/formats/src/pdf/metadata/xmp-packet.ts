import { decodeXml } from '../../xml/decode-xml.js';

/** "<?xpacket begin" and "<?xpacket end" in each encoding a packet may have (XMP part 1 §7.3.2). */
const FORMS = (['latin1', 'utf16le', 'utf16be'] as const).map((encoding) => ({
  begin: encoded('<?xpacket begin', encoding),
  end: encoded('<?xpacket end', encoding),
  utf8: encoding === 'latin1',
}));
const MAX_PACKET = 1024 * 1024;

/**
 * The packet pdf.js could not decode, since it knows UTF-8 alone: the last in these bytes, in UTF-16 or with letters of
 * a code page. Those in good UTF-8 are of pictures, or pdf.js would have given them.
 */
export function undecodedPacket(pieces: readonly Uint8Array[]): string | undefined {
  let last: string | undefined;
  for (const piece of pieces) last = lastIn(Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength)) ?? last;
  return last;
}

function lastIn(bytes: Buffer): string | undefined {
  for (const { begin, end, utf8 } of FORMS) {
    const start = bytes.lastIndexOf(begin);
    const stop = start < 0 ? -1 : bytes.indexOf(end, start);
    if (stop < 0 || stop - start > MAX_PACKET) continue;
    const { text, encoding } = decodeXml(bytes.subarray(start, stop));
    if (!utf8 || encoding !== 'utf-8') return text;
  }
  return undefined;
}

function encoded(text: string, encoding: 'latin1' | 'utf16le' | 'utf16be'): Buffer {
  return encoding === 'utf16be' ? Buffer.from(text, 'utf16le').swap16() : Buffer.from(text, encoding);
}
