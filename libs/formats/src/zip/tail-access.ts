import type { RandomAccess } from '@octavo/domain';

/** Holds the end record (22 bytes), the longest comment it may carry (65 535 bytes) and most central directories. */
const TAIL = 22 + 65_535;

/**
 * The same bytes, with the last 64 KiB asked for once: a zip is opened from its end, in many small steps, and over a
 * network each step would be a request.
 */
export function tailAccess(source: RandomAccess): RandomAccess {
  const tailStart = Math.max(0, source.size - TAIL);
  let tail: Promise<Uint8Array> | undefined;
  return {
    size: source.size,
    async read(offset, length) {
      const end = Math.min(offset + length, source.size);
      if (end <= offset) return new Uint8Array();
      if (offset < tailStart) return source.read(offset, end - offset);
      tail ??= source.read(tailStart, source.size - tailStart);
      return (await tail).subarray(offset - tailStart, end - tailStart);
    },
  };
}
