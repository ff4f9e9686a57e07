import { DavError, getFile, targetOf } from '@octavo/sources';
import type { Reachable } from './remote-files.js';

/** A part of a file: its first byte and its last, both included. */
export interface Part {
  start: number;
  end: number;
}

/** Nobody hears a word for so long. There is no limit to the whole: who listens to a book takes hours. */
const SILENCE_MS = 60_000;

/**
 * The bytes of a part of a file as they come. Whether the server has them is known before anything is given. Throws
 * DavErrors, 'file_changed' where the file is not as large as it was listed; what comes ends with one where too little did.
 */
export async function streamPart(
  { item, size, client }: Reachable,
  { start, end }: Part,
): Promise<AsyncGenerator<Uint8Array>> {
  const { connection } = client;
  const at = { origin: connection.base.origin, target: targetOf(connection, item.requestPath, false) };
  const isPart = start > 0 || end < size - 1;
  const limits = { headersMs: SILENCE_MS, idleMs: SILENCE_MS, mostBytes: size + 1 };
  const range = isPart ? { first: start, last: end } : undefined;
  const { answer } = await getFile(client, { at, range, limits });
  const first = answer.status === 206 ? firstOf(answer.headers['content-range'], size) : 0;
  if (first === undefined || first > start || lengthDiffers(answer, size)) {
    await answer.discard();
    throw new DavError('file_changed', { status: answer.status });
  }
  return cut(answer.body, start - first, end - start + 1);
}

/** Where the part begins that was given; undefined where it is one of another file. */
function firstOf(contentRange: string | undefined, size: number): number | undefined {
  const [, first, of] = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(contentRange ?? '') ?? [];
  return first !== undefined && (of === '*' || Number(of) === size) ? Number(first) : undefined;
}

function lengthDiffers(
  { status, headers }: { status: number; headers: Readonly<Record<string, string>> },
  size: number,
) {
  const length = headers['content-length'];
  return status === 200 && length !== undefined && Number(length) !== size;
}

/** A server may give more than it was asked for, or all there is. */
async function* cut(body: AsyncIterable<Uint8Array>, skip: number, length: number): AsyncGenerator<Uint8Array> {
  let [before, left] = [skip, length];
  for await (const chunk of body) {
    const from = Math.min(before, chunk.byteLength);
    before -= from;
    const wanted = chunk.subarray(from, Math.min(chunk.byteLength, from + left));
    left -= wanted.byteLength;
    if (wanted.byteLength > 0) yield wanted;
    if (left === 0) return;
  }
  throw new DavError('file_changed');
}
