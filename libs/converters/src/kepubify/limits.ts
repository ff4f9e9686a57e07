const MB = 1_000_000;
const MIB = 1024 * 1024;

/** What a program that is not ours may cost. Times are in milliseconds. */
export interface KepubifyLimits {
  /** Bytes of a program; those of the release have about five million. */
  programBytes: number;
  /** For a download as a whole, and without a single byte of it. */
  downloadMs: number;
  stallMs: number;
  /** For saying its version. */
  trialMs: number;
  /** Address space of a conversion, in bytes: one page can make kepubify 4.0.4 take several gigabytes. */
  memoryBytes: number;
  /** For one conversion, from the EPUB's size in bytes. */
  conversionMs: (bytes: number) => number;
}

export const KEPUBIFY_LIMITS: KepubifyLimits = {
  programBytes: 32 * MIB,
  downloadMs: 5 * 60_000,
  stallMs: 30_000,
  trialMs: 10_000,
  memoryBytes: 1024 * MIB,
  conversionMs: (bytes) => 60_000 + 1_000 * Math.ceil(bytes / MB),
};
