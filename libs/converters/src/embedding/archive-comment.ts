import type { RandomAccess } from '@octavo/domain';

const SIGNATURE = Buffer.from('PK\x05\x06', 'latin1');
const END_BYTES = 22;
const LENGTH_AT = 20;
const LONGEST_COMMENT = 0xffff;

/**
 * The comment at the end of a zip as it stands there, of no length where there is none (APPNOTE 4.3.16). Some programs
 * keep what they know of a comic in it.
 */
export async function archiveComment(source: RandomAccess): Promise<Uint8Array> {
  const length = Math.min(source.size, END_BYTES + LONGEST_COMMENT);
  const tail = Buffer.from(await source.read(source.size - length, length));
  for (let at = tail.lastIndexOf(SIGNATURE); at >= 0; at = at > 0 ? tail.lastIndexOf(SIGNATURE, at - 1) : -1) {
    // A comment may hold the signature too: the right record's comment ends with the file.
    const start = at + END_BYTES;
    if (start <= tail.byteLength && start + tail.readUInt16LE(at + LENGTH_AT) === tail.byteLength) {
      return tail.subarray(start);
    }
  }
  return new Uint8Array();
}

/** An archive's bytes, the end record last and alone, with a comment behind it. */
export async function* withComment(chunks: AsyncIterable<Uint8Array>, comment: Uint8Array): AsyncGenerator<Uint8Array> {
  let held: Uint8Array | undefined;
  for await (const chunk of chunks) {
    if (held) yield held;
    held = chunk;
  }
  if (!held) return;
  const record = Buffer.from(held);
  record.writeUInt16LE(comment.byteLength, LENGTH_AT);
  yield record;
  if (comment.byteLength > 0) yield comment;
}
