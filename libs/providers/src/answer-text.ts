import type { Answer } from './metadata-provider.js';

/** The largest page of any provider has two; what is larger was not meant for us. */
const MAX_BYTES = 6_000_000;
const IN_MARKUP = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{1,40})/i;
const IN_HEADER = /charset\s*=\s*["']?\s*([\w-]{1,40})/i;
const HEAD_BYTES = 4000;
/** Those the runtime has a decoder for, apart from UTF-8. */
const ENCODING =
  /^(?:iso-8859-(?:[2-9]|1[0-13-6]?)|windows-125[0-8]|koi8-[ru]|big5|gbk|gb2312|gb18030|shift_jis|euc-(?:jp|kr)|utf-16[bl]e)$/i;

/**
 * The text of an answer, whatever its encoding is said to be: shops have sent UTF-8 as Latin-1 and the reverse. Bytes
 * that are mostly well-formed UTF-8 are that, else what the header or the page says, else windows-1252. Of a body
 * beyond 6 MB the beginning.
 */
export function answerText({ headers, body }: Answer): string {
  const bytes = body.subarray(0, MAX_BYTES);
  const marked = byMark(bytes);
  if (marked !== undefined) return marked;
  const text = new TextDecoder('utf-8').decode(bytes, { stream: true });
  if (!text.includes('\ufffd') || mostlyRight(text)) return text;
  return asSaid(headers, bytes);
}

function byMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return undefined;
}

/** A page of one encoding into which somebody pasted a word of another. */
function mostlyRight(text: string): boolean {
  const wrong = text.split('\ufffd').length - 1;
  const beyondAscii = text.replace(/[\0-\x7f\ufffd]+/g, '').length;
  return beyondAscii > wrong * 2;
}

function asSaid(headers: Answer['headers'], bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES));
  const said = IN_HEADER.exec(headers['content-type'] ?? '')?.[1] ?? IN_MARKUP.exec(head)?.[1] ?? '';
  return new TextDecoder(ENCODING.test(said) ? said : 'windows-1252').decode(bytes);
}
