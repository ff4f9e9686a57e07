import type { RandomAccess } from '@octavo/domain';

/** Holds the record table of nearly every book and, as a rule, the first record after it. */
const FRONT = 64 * 1024;

/**
 * The same bytes, with the first 64 KiB asked for once: a Palm database is read in many small steps near its start,
 * and over a network each step would be a request. Never asks for what lies outside the source.
 */
export function frontAccess(source: RandomAccess): RandomAccess {
  const frontEnd = Math.min(FRONT, source.size);
  let front: Promise<Uint8Array> | undefined;
  return {
    size: source.size,
    async read(offset, length) {
      const end = Math.min(offset + length, source.size);
      if (end <= offset) return new Uint8Array();
      if (end > frontEnd) return source.read(offset, end - offset);
      front ??= source.read(0, frontEnd);
      return (await front).subarray(offset, end);
    },
  };
}
