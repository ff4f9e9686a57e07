import { DavError } from './dav-error.js';
import type { ByteRange, GotFile } from './get-file.js';

/** What tells one state of a file from another, as GET tells it; PROPFIND may write the same tag differently. */
export interface Validators {
  size: number | undefined;
  etag: string | undefined;
  modified: string | undefined;
}

/** Bytes of a file from `first` on. */
export interface RangeRead {
  first: number;
  bytes: Uint8Array;
  /** All of the file came, though a part was asked for. */
  whole: boolean;
  validators: Validators;
}

/** Reads an answer to a range. Throws DavError 'malformed_response' (passing) for bytes that are not those it promises. */
export async function readRange({ answer }: GotFile, range: ByteRange, mostWhole: number): Promise<RangeRead> {
  const { headers, status } = answer;
  const { etag, 'last-modified': modified } = headers;
  if (status === 200) return readWhole({ answer, mostWhole, etag, modified });
  const said = contentRange(headers['content-range']);
  if (!said || said.first > range.first || said.last < range.first) {
    await answer.discard();
    throw new DavError('malformed_response');
  }
  // One server gives two bytes where it is asked for the first; only what was asked for counts.
  const bytes = await take(answer.body, range.first - said.first, range.last - range.first + 1);
  const promised = Math.min(said.last, range.last) - range.first + 1;
  if (bytes.byteLength < promised) throw new DavError('malformed_response', { passing: true });
  return { first: range.first, bytes, whole: false, validators: { size: said.size, etag, modified } };
}

interface Whole {
  answer: GotFile['answer'];
  mostWhole: number;
  etag: string | undefined;
  modified: string | undefined;
}

/** The server gives no parts. */
async function readWhole({ answer, mostWhole, etag, modified }: Whole): Promise<RangeRead> {
  const length = lengthIn(answer.headers['content-length']);
  if (length !== undefined && length > mostWhole) {
    await answer.discard();
    throw new DavError('no_ranges');
  }
  const bytes = await take(answer.body, 0, mostWhole + 1);
  if (bytes.byteLength > mostWhole) throw new DavError('no_ranges');
  if (length !== undefined && bytes.byteLength !== length) throw new DavError('malformed_response', { passing: true });
  return { first: 0, bytes, whole: true, validators: { size: bytes.byteLength, etag, modified } };
}

const LET_PASS = 128 * 1024;

/** Up to `most` bytes after the first `skip`; the rest is left. */
async function take(body: AsyncIterable<Uint8Array>, skip: number, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let [skipped, taken, passed] = [0, 0, 0];
  for await (const chunk of body) {
    const part = chunk.subarray(Math.min(chunk.byteLength, skip - skipped));
    skipped += chunk.byteLength - part.byteLength;
    chunks.push(part.subarray(0, most - taken));
    taken += Math.min(part.byteLength, most - taken);
    if (taken === most) passed += chunk.byteLength;
    if (passed > LET_PASS) break; // less than that passes, so that the connection can serve again
  }
  return Buffer.concat(chunks);
}

/** "bytes 0-99/1234", where the size may be `*` (RFC 9110 §14.4). */
function contentRange(
  header: string | undefined,
): { first: number; last: number; size: number | undefined } | undefined {
  const [, first, last, size] = /^\s*bytes\s+(\d{1,15})-(\d{1,15})\/(\d{1,15}|\*)\s*$/i.exec(header ?? '') ?? [];
  if (first === undefined || last === undefined || Number(last) < Number(first)) return undefined;
  return { first: Number(first), last: Number(last), size: lengthIn(size) };
}

function lengthIn(text: string | undefined): number | undefined {
  return /^\d{1,15}$/.test(text ?? '') ? Number(text) : undefined;
}
