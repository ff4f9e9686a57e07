/** One field of the EXTH header; a type may occur more than once. */
export interface ExthField {
  type: number;
  data: Uint8Array;
}

/** What the fields mean that we read (MobileRead wiki, "MOBI", EXTH Header). */
export const EXTH = {
  author: 100,
  publisher: 101,
  description: 103,
  isbn: 104,
  subject: 105,
  published: 106,
  source: 112,
  /** Converters put a UUID here. */
  asin: 113,
  fixedLayout: 122,
  coverAddress: 129,
  /** Counted from the first image. */
  coverOffset: 201,
  updatedTitle: 503,
  otherAsin: 504,
  language: 524,
} as const;

const HEADER_BYTES = 12;
const FIELD_HEADER_BYTES = 8;
const MAX_FIELDS = 10_000;

/**
 * The EXTH header at `start` of the first record: "EXTH", its length, the number of fields, then for each its type and
 * its length with these 8 bytes. The lengths lie, so the record bounds them. `whole` is false when fields are missing.
 */
export function exthFields(record: Buffer, start: number): { fields: ExthField[]; whole: boolean } | undefined {
  if (record.toString('latin1', start, start + 4) !== 'EXTH' || start + HEADER_BYTES > record.byteLength)
    return undefined;
  const count = Math.min(record.readUInt32BE(start + 8), MAX_FIELDS);
  const fields: ExthField[] = [];
  let at = start + HEADER_BYTES;
  while (fields.length < count) {
    if (at + FIELD_HEADER_BYTES > record.byteLength) return { fields, whole: false };
    const length = record.readUInt32BE(at + 4);
    if (length < FIELD_HEADER_BYTES || at + length > record.byteLength) return { fields, whole: false };
    fields.push({ type: record.readUInt32BE(at), data: record.subarray(at + FIELD_HEADER_BYTES, at + length) });
    at += length;
  }
  return { fields, whole: true };
}
