/** What a MOBI builder knows of its book. */
export interface MobiPlan {
  kind: 'mobi6' | 'kf8' | 'joint';
  /** 1252, or 65001 for UTF-8. */
  codePage: number;
  encryption: number;
  locale: number;
  fullName: string;
  hasExth: boolean;
  exth: { type: number; data: Uint8Array }[];
  firstImage: number;
}

export const NONE = 0xffffffff;
export const END = Buffer.from([0xe9, 0x8e, 0x0d, 0x0a]);

/** Header lengths as kindlegen writes them. */
const MOBI6_HEADER = 232;
const KF8_HEADER = 248;

/** A header of 78 bytes, a table of 8 bytes for each record, two bytes of padding, the records. */
export function palmDatabase(name: string, kind: string, records: readonly Uint8Array[]): Uint8Array {
  const head = Buffer.alloc(78 + records.length * 8 + 2);
  head.write(name.slice(0, 31), 0, 'latin1');
  head.write(kind, 60, 'latin1');
  head.writeUInt16BE(records.length, 76);
  let offset = head.byteLength;
  for (const [index, record] of records.entries()) {
    head.writeUInt32BE(offset, 78 + index * 8);
    head.writeUInt32BE(index * 2, 82 + index * 8);
    offset += record.byteLength;
  }
  return Buffer.concat([head, ...records]);
}

/** The first record of a book, or the second header of a joint one. */
export function mobiRecord(plan: MobiPlan, version: 6 | 8, textBytes: number): Uint8Array {
  const headerLength = version === 8 ? KF8_HEADER : MOBI6_HEADER;
  const header = Buffer.alloc(16 + headerLength, 0xff);
  const exth = plan.hasExth ? exthBlock(plan.exth) : Buffer.alloc(0);
  const name = encodedText(plan.fullName, plan.codePage);
  header.fill(0, 0, 16);
  header.writeUInt16BE(1, 0); // not compressed
  header.writeUInt32BE(textBytes, 4);
  header.writeUInt16BE(1, 8);
  header.writeUInt16BE(4096, 10);
  header.writeUInt16BE(plan.encryption, 12);
  header.write('MOBI', 16, 'latin1');
  const fields: [at: number, value: number][] = [
    [20, headerLength],
    [24, 2],
    [28, plan.codePage],
    [36, version],
    [84, header.byteLength + exth.byteLength],
    [88, name.byteLength],
    [92, plan.locale],
    [104, version],
    [108, plan.firstImage],
    [128, plan.hasExth ? 0x50 : 0x10],
  ];
  for (const [at, value] of fields) header.writeUInt32BE(value, at);
  return Buffer.concat([header, exth, name, Buffer.alloc(4)]);
}

function exthBlock(fields: MobiPlan['exth']): Uint8Array {
  const parts = fields.map(({ type, data }) => Buffer.concat([words(type, data.byteLength + 8), data]));
  const body = Buffer.concat(parts);
  const head = Buffer.concat([Buffer.from('EXTH'), words(body.byteLength + 12, fields.length)]);
  return Buffer.concat([head, body, Buffer.alloc((4 - (body.byteLength % 4)) % 4)]);
}

function words(...values: number[]): Uint8Array {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [at, value] of values.entries()) bytes.writeUInt32BE(value, at * 4);
  return bytes;
}

/** Windows-1252 as far as it is Latin-1, which is all that tests need. */
export function encodedText(text: string, codePage: number): Uint8Array {
  return Buffer.from(text, codePage === 65001 ? 'utf8' : 'latin1');
}

export function exthData(value: string | number | Uint8Array, codePage: number): Uint8Array {
  if (typeof value === 'string') return encodedText(value, codePage);
  return typeof value === 'number' ? words(value) : value;
}
