import { likeness } from '../matching/text-likeness.js';
import { seriesAlike, type Volume } from '../matching/volumes.js';

/**
 * `agree`: one place in one series. `number`: one number, but a side does not say of what. `silent`: a side tells none.
 * `unclear`: places in rows that cannot be compared. `contradict`: other places in one row.
 */
export type VolumeVerdict = 'agree' | 'number' | 'silent' | 'unclear' | 'contradict';

/** Two names are surely of one series; "Discworld" and "Discworld: Death" are not, each has numbers of its own. */
const ONE_SERIES = 0.85;

/** Whether two books may be one volume, by all that both tell. Symmetric. */
export function volumeEvidence(a: readonly Volume[], b: readonly Volume[]): VolumeVerdict {
  const pairs = a.flatMap((one) => b.map((other) => ({ one, other, row: rowOf(one, other) })));
  if (pairs.length === 0) return 'silent';
  const equal = pairs.filter(({ one, other, row }) => one.number === other.number && row !== 'other');
  if (equal.some(({ row }) => row !== 'unnamed')) return 'agree';
  if (pairs.some(({ row, one, other }) => row === 'one' && one.number !== other.number)) return 'contradict';
  if (equal.length > 0) return 'number';
  return pairs.some(({ row }) => row === 'unnamed') ? 'contradict' : 'unclear';
}

function rowOf({ series: a }: Volume, { series: b }: Volume): 'one' | 'alike' | 'unnamed' | 'other' {
  if (a === undefined || b === undefined) return 'unnamed';
  if (likeness(a, b) >= ONE_SERIES) return 'one';
  return seriesAlike(a, b) ? 'alike' : 'other';
}
