import type { RandomAccess } from '@octavo/domain';

const END_RECORD = Buffer.from('PK\x05\x06', 'latin1');
const END_RECORD_BYTES = 22;
const LONGEST_COMMENT = 65_535;

/** The comment at the end of a zip (APPNOTE §4.3.16), as UTF-8; '' when there is none or bytes follow it. */
export async function zipComment(source: RandomAccess): Promise<string> {
  const length = Math.min(source.size, END_RECORD_BYTES + LONGEST_COMMENT);
  const tail = Buffer.from(await source.read(source.size - length, length));
  // A comment may hold the signature itself: only the record whose comment ends with the file is the right one.
  for (let at = tail.lastIndexOf(END_RECORD); at >= 0; at = at > 0 ? tail.lastIndexOf(END_RECORD, at - 1) : -1) {
    const isWhole = at + END_RECORD_BYTES <= tail.byteLength;
    if (isWhole && at + END_RECORD_BYTES + tail.readUInt16LE(at + 20) === tail.byteLength)
      return tail.toString('utf8', at + END_RECORD_BYTES);
  }
  return '';
}
