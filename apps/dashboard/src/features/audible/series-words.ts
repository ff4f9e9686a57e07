import type { SeriesGaps } from '@octavo/contracts';
import { dateOf } from '../../ui/dates.js';
import { counted } from '../libraries/library-words.js';

type Series = SeriesGaps['series'][number];
type Volume = Series['missing'][number];

/** How much of a series is there: "4 of 7 volumes, 1 of them is still to come". `today`: as 2026-11-22. */
export function haveWords({ have, missing }: Pick<Series, 'have' | 'missing'>, today: string): string {
  const toCome = missing.filter((volume) => isToCome(volume, today)).length;
  const still = toCome === 0 ? '' : `, ${toCome} of them ${toCome === 1 ? 'is' : 'are'} still to come`;
  return `${have.toLocaleString('en-GB')} of ${counted(have + missing.length, 'volume')}${still}`;
}

/** Whether a volume appears after today; one without a date is there. */
export const isToCome = ({ releaseDate }: Pick<Volume, 'releaseDate'>, today: string): boolean =>
  releaseDate !== null && releaseDate.slice(0, 10) > today;

/** When a volume appeared, or will; undefined where nobody says. */
export function releaseWords(volume: Pick<Volume, 'releaseDate'>, today: string): string | undefined {
  if (volume.releaseDate === null) return undefined;
  const date = dateOf(volume.releaseDate);
  return isToCome(volume, today) ? `appears on ${date}` : `appeared on ${date}`;
}

/** Series that lack something, those of which something can be had now first; and how many lack nothing. */
export function divideSeries(series: readonly Series[], today: string): { open: Series[]; complete: number } {
  const open = series.filter(({ missing }) => missing.length > 0);
  const canBeHad = ({ missing }: Series) => missing.some((volume) => !isToCome(volume, today));
  return {
    open: [...open.filter(canBeHad), ...open.filter((one) => !canBeHad(one))],
    complete: series.length - open.length,
  };
}

/** The day it is where the reader is, as 2026-11-22. */
export function dayOf(now: Date): string {
  const padded = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${padded(now.getMonth() + 1)}-${padded(now.getDate())}`;
}
