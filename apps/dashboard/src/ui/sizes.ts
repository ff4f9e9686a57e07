const UNITS = ['bytes', 'kB', 'MB', 'GB'] as const;

/** Bytes as a person says them: 1_234_567 is "1.2 MB". */
export function inBytes(bytes: number): string {
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), UNITS.length - 1);
  const value = bytes / 1000 ** power;
  const digits = power > 0 && value < 10 ? 1 : 0;
  return `${value.toFixed(digits)} ${UNITS[power]}`;
}
