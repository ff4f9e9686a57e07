import { DomainError } from '@octavo/domain';
import { exthFields, type ExthField } from './exth.js';

/** The first record of a MOBI book as plain data, nothing interpreted. Absent is what the header is too short for. */
export interface MobiHeader {
  /** 0 none, 1 and 2 Mobipocket's DRM. */
  encryption: number;
  /** Windows code page of all texts: 1252, or 65001 for UTF-8. */
  codePage: number;
  /** 8 is KF8; a joint file says 6, and has a second header further in. */
  version: number | undefined;
  fullName: Uint8Array;
  /** A Windows locale: the language in the low byte. */
  locale: number | undefined;
  /** Record number. */
  firstImage: number | undefined;
  exth: ExthField[];
  /** What of it could not be read, one sentence each. */
  warnings: string[];
}

// Places in the first record (MobileRead wiki, "MOBI"). The PalmDOC header is 16 bytes, then comes MOBI's.
const MOBI_AT = 16;
const AT = {
  encryption: 12,
  headerLength: 20,
  codePage: 28,
  version: 36,
  nameOffset: 84,
  nameLength: 88,
  locale: 92,
  firstImage: 108,
  exthFlags: 128,
};
const HAS_EXTH = 0x40;
export const NONE = 0xffffffff;

/** Throws 'file.unreadable' for a record that is no MOBI header. */
export function parseMobiHeader(record: Buffer): MobiHeader {
  if (record.toString('latin1', MOBI_AT, MOBI_AT + 4) !== 'MOBI' || record.byteLength < AT.codePage + 4)
    throw new DomainError('file.unreadable', 'The first record of the book is no MOBI header.');
  const end = Math.min(MOBI_AT + record.readUInt32BE(AT.headerLength), record.byteLength);
  const number = (at: number): number | undefined => (at + 4 <= end ? record.readUInt32BE(at) : undefined);
  const exth = exthFields(record, end);
  const nameStart = number(AT.nameOffset) ?? 0;
  return {
    encryption: record.readUInt16BE(AT.encryption),
    codePage: number(AT.codePage) ?? 1252,
    version: number(AT.version),
    fullName: record.subarray(nameStart, nameStart + (number(AT.nameLength) ?? 0)),
    locale: number(AT.locale),
    firstImage: number(AT.firstImage),
    exth: exth?.fields ?? [],
    warnings: exthWarnings(exth, ((number(AT.exthFlags) ?? 0) & HAS_EXTH) !== 0),
  };
}

function exthWarnings(exth: { whole: boolean } | undefined, expected: boolean): string[] {
  if (exth === undefined) return expected ? ['The EXTH header is not where it should be.'] : [];
  return exth.whole ? [] : ['The EXTH header breaks off; some fields are lost.'];
}
