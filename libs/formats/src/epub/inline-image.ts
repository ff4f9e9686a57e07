const INLINE = 'data:image/';
const BASE64 = ';base64,';

/**
 * The only picture written into a drawing: Standard Ebooks makes covers of a painting in base64 under lettering in
 * outlines. Undefined where there is none, or more than one.
 */
export function inlineImage(svg: Uint8Array): Uint8Array | undefined {
  const bytes = Buffer.from(svg.buffer, svg.byteOffset, svg.byteLength);
  const start = bytes.indexOf(INLINE);
  if (start < 1 || bytes.includes(INLINE, start + INLINE.length)) return undefined;
  const quote = bytes[start - 1] ?? 0;
  const end = bytes.indexOf(quote, start);
  const data = bytes.indexOf(BASE64, start);
  return data < 0 || data > end
    ? undefined
    : Buffer.from(bytes.toString('latin1', data + BASE64.length, end), 'base64');
}
