import { foldText, type SeriesEntry } from '@octavo/domain';
import { plainText } from '../../text/plain-text.js';
import type { ComicRecord } from '../record/comic-record.js';

/** No printed number is longer. */
const MAX_NUMBER = 30;

/** The series a comic is of, then the other one it is also counted in ("Civil War" beside "Amazing Spider-Man"). */
export function seriesOf(record: ComicRecord): SeriesEntry[] {
  const main = entry(record.series, issueNumber(record.number) ?? volumeNumber(record.volume));
  const other = entry(record.alternateSeries, issueNumber(record.alternateNumber));
  const entries = [main, other].filter((one) => one !== undefined);
  return entries.filter((one, at) => entries.findIndex(({ name }) => foldText(name) === foldText(one.name)) === at);
}

function entry(series: string | undefined, number: string | undefined): SeriesEntry | undefined {
  const name = plainText(series ?? '');
  return name === '' ? undefined : { name, ...(number !== undefined && { number }) };
}

/** As printed, without a '#' and leading zeros: "001" -> "1", "#1.50" -> "1.5"; "1-3", "½" and "Annual 1" stay. */
export function issueNumber(text = ''): string | undefined {
  const number = plainText(text)
    .replace(/^#\s*/, '')
    .replace(/(?<![\d.])0+(?=\d)/g, '');
  if (number === '' || number.length > MAX_NUMBER) return undefined;
  return /^\d{1,9}\.\d{1,9}$/.test(number) ? String(Number(number)) : number;
}

/** Of collected volumes; where it is a year ("Batman" of 2011) it tells series of one name apart and counts nothing. */
export function volumeNumber(text = ''): string | undefined {
  return /^\d{1,3}$/.test(text.trim()) ? String(Number(text)) : undefined;
}
