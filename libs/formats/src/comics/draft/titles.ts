import { cleanTitle, foldText, nameOf, withoutEnding } from '@octavo/domain';
import { plainText } from '../../text/plain-text.js';
import type { ComicRecord } from '../record/comic-record.js';
import { issueNumber, volumeNumber } from './series.js';

/**
 * The title of a comic: its own, else "Series #1" or "Series, Vol. 1". `name` is the file's: programs that know no title
 * write the file's name or their tags ("[Digital]") for one, and the series with its number says more.
 */
export function titleOf(record: ComicRecord, name: string): string | undefined {
  const given = cleanTitle(plainText(record.title ?? ''));
  const series = plainText(record.series ?? '');
  const number = issueNumber(record.number);
  const isCounted = series !== '' && number !== undefined;
  if (given !== '' && !(isCounted && isJunk(given, name))) return given;
  if (series === '') return undefined;
  if (number !== undefined) return /^[\d½¼¾.-]/.test(number) ? `${series} #${number}` : `${series} ${number}`;
  const volume = volumeNumber(record.volume);
  return volume === undefined ? series : `${series}, Vol. ${volume}`;
}

function isJunk(title: string, name: string): boolean {
  const stem = withoutEnding(nameOf(name));
  return foldText(title) === foldText(stem) || /\[.*\]/.test(title);
}
