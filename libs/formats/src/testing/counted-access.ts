import type { RandomAccess } from '@octavo/domain';

export interface CountedAccess extends RandomAccess {
  /** Every range that was asked for, in order. */
  readonly reads: { offset: number; length: number }[];
}

/** Bytes in memory that remember what was asked of them, and never give more than they have. */
export function countedAccess(bytes: Uint8Array): CountedAccess {
  const reads: { offset: number; length: number }[] = [];
  return {
    reads,
    size: bytes.byteLength,
    read(offset, length) {
      reads.push({ offset, length });
      return Promise.resolve(bytes.subarray(offset, offset + length));
    },
  };
}
