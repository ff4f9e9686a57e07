import type { ProviderHealth } from '@octavo/contracts';
import { exactly } from '../../ui/dates.js';
import { counted } from '../libraries/library-words.js';

type Host = ProviderHealth['hosts'][number];

/** As many pages as any provider whose pages are made for people is asked for in a day. */
export const MOST_SCRAPED_A_DAY = 200;

export interface HealthLine {
  words: string;
  refuses: boolean;
}

/** How a host of a provider is, at `now` (in milliseconds). */
export function healthLine({ host, closedUntil, reason, pagesToday }: Host, scrapes: boolean, now: number): HealthLine {
  const most = scrapes ? ` of ${MOST_SCRAPED_A_DAY} at most` : '';
  const pages = `${counted(pagesToday, 'page')} today${most}`;
  const refuses = closedUntil !== null && Date.parse(closedUntil) > now;
  if (!refuses) return { words: `${host}: open, ${pages}`, refuses };
  const why = reason === null ? '' : ` (${reason})`;
  return {
    words: `${host}: is not asked now${why}. It is asked again from ${exactly(closedUntil)}; ${pages}`,
    refuses,
  };
}

const MEDIA_WORDS = { ebook: 'books', audiobook: 'audiobooks' };

/** For what a provider is asked: "asked for books and audiobooks", or that it is switched off. */
export function onWords({ onFor }: Pick<ProviderHealth, 'onFor'>): string {
  if (onFor.length === 0) return 'Switched off';
  return `Asked for ${onFor.map((medium) => MEDIA_WORDS[medium]).join(' and ')}`;
}
