/** All bits set: the length is not known. */
const UNKNOWN = new Set([0, 0xffff_ffff, 2 ** 64]);

/** Units of a track's or movie's clock as seconds; undefined where the file says that it does not know. */
export function seconds(units: number, timescale: number): number | undefined {
  return timescale === 0 || UNKNOWN.has(units) ? undefined : units / timescale;
}
