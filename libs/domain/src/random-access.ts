/**
 * Bytes that can be read in any order: a file on disk, a buffer, later a file behind HTTP ranges.
 * Reading outside the bytes gives fewer bytes than asked for, never an error.
 */
export interface RandomAccess {
  /** In bytes. */
  readonly size: number;
  /** True when all of a small file costs hardly more than a part of it, as on a disk here. */
  readonly near?: boolean;
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** Bytes that are already in memory. */
export function bytesAccess(bytes: Uint8Array): RandomAccess {
  return {
    size: bytes.byteLength,
    read: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)),
  };
}
