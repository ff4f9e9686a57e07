const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const NULL = -1;
const END = -1;
/** PostgreSQL counts from 2000, in microseconds. */
const EPOCH_MS = Date.UTC(2000, 0, 1);
/** Bytes. */
const CHUNK = 65_536;
const UTF8_MOST = 3;

/**
 * Writes rows in COPY's binary format (PostgreSQL, COPY, "File Formats"), which PostgreSQL takes in with a third less work
 * than text: of each row first its number of columns, then column by column what is in it.
 */
export class CopyWriter {
  private readonly full: Buffer[] = [];
  private bytes = Buffer.allocUnsafe(CHUNK);
  private at = SIGNATURE.copy(this.bytes);

  row(columns: number): this {
    this.room(2);
    this.at = this.bytes.writeInt16BE(columns, this.at);
    return this;
  }

  text(value: string | null): this {
    if (value === null) return this.length(NULL);
    this.room(value.length * UTF8_MOST);
    const written = this.bytes.write(value, this.at + 4);
    this.at = this.bytes.writeInt32BE(written, this.at) + written;
    return this;
  }

  integer(value: number): this {
    this.length(4);
    this.at = this.bytes.writeInt32BE(value, this.at);
    return this;
  }

  /** A safe integer. */
  bigint(value: number | null): this {
    if (value === null) return this.length(NULL);
    this.length(8);
    this.at = this.bytes.writeInt32BE(Math.floor(value / 2 ** 32), this.at);
    this.at = this.bytes.writeUInt32BE(value >>> 0, this.at);
    return this;
  }

  boolean(value: boolean): this {
    this.length(1);
    this.at = this.bytes.writeUInt8(value ? 1 : 0, this.at);
    return this;
  }

  timestamp(value: Date | null): this {
    return this.bigint(value && (value.getTime() - EPOCH_MS) * 1_000);
  }

  /** As it is: of a uuid its 16 bytes. */
  raw(value: Uint8Array): this {
    this.length(value.length);
    this.bytes.set(value, this.at);
    this.at += value.length;
    return this;
  }

  /** All that was written, in parts. There is nothing to be written after it. */
  end(): Buffer[] {
    this.room(2);
    this.at = this.bytes.writeInt16BE(END, this.at);
    return [...this.full, this.bytes.subarray(0, this.at)];
  }

  private length(bytes: number): this {
    this.room(Math.max(0, bytes));
    this.at = this.bytes.writeInt32BE(bytes, this.at);
    return this;
  }

  /** Makes room for so many bytes and the length before them. */
  private room(bytes: number): void {
    const needed = 4 + bytes;
    if (this.at + needed <= this.bytes.length) return;
    this.full.push(this.bytes.subarray(0, this.at));
    this.bytes = Buffer.allocUnsafe(Math.max(CHUNK, needed));
    this.at = 0;
  }
}
