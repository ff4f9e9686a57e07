import { DomainError, type RandomAccess } from '@octavo/domain';
import { frontAccess } from './front-access.js';

/** PDB: a header of 78 bytes that ends in the number of records, then 8 bytes for each, the first 4 its place. */
const HEADER_BYTES = 78;
const ENTRY_BYTES = 8;
const KIND_AT = 60;
const COUNT_AT = 76;

/** The last record of a book, by which its tools mark the end. */
const END_MARK = Buffer.from([0xe9, 0x8e, 0x0d, 0x0a]);

/** A numbered list of records, which is all that a Palm file is. Read by ranges, the table of records too. */
export class PalmDatabase {
  private constructor(
    private readonly source: RandomAccess,
    /** Type and creator: "BOOKMOBI", "TEXtREAd". */
    readonly kind: string,
    readonly recordCount: number,
  ) {}

  /** Throws 'file.empty', and 'file.unreadable' for what ends before its records do. */
  static async open(source: RandomAccess): Promise<PalmDatabase> {
    if (source.size === 0) throw new DomainError('file.empty');
    const access = frontAccess(source);
    const bytes = await access.read(0, HEADER_BYTES);
    if (bytes.byteLength < HEADER_BYTES) throw new DomainError('file.unreadable', 'The file is too short for a book.');
    const header = Buffer.from(bytes);
    const kind = header.toString('latin1', KIND_AT, KIND_AT + 8);
    const database = new PalmDatabase(access, kind, header.readUInt16BE(COUNT_AT));
    return database;
  }

  /** The first `maxBytes` of a record. Undefined where there is none, or its place cannot be. */
  async record(index: number, maxBytes: number): Promise<Uint8Array | undefined> {
    const start = await this.#start(index);
    const end = index + 1 === this.recordCount ? this.source.size : await this.#start(index + 1);
    if (start === undefined || end === undefined || end <= start || end > this.source.size) return undefined;
    return this.source.read(start, Math.min(end - start, maxBytes));
  }

  /**
   * True when bytes are missing at the end: the last record lies outside the file, or it is the mark of the end and
   * not all of it is there. A file without the mark that is cut within its last record looks whole.
   */
  async isCutOff(): Promise<boolean> {
    const start = await this.#start(this.recordCount - 1);
    if (start === undefined) return true;
    const last = await this.source.read(start, END_MARK.length);
    return last.byteLength < END_MARK.length && END_MARK.subarray(0, last.byteLength).equals(last);
  }

  /** In bytes from the start of the file. A record cannot lie in the table that lists it. */
  async #start(index: number): Promise<number | undefined> {
    if (!Number.isInteger(index) || index < 0 || index >= this.recordCount) return undefined;
    const entry = await this.source.read(HEADER_BYTES + index * ENTRY_BYTES, 4);
    if (entry.byteLength < 4) return undefined;
    const start = Buffer.from(entry).readUInt32BE(0);
    return start < HEADER_BYTES + this.recordCount * ENTRY_BYTES ? undefined : start;
  }
}
