import type { SeriesEntry } from '../book.js';
import { cleanTitle } from '../titles.js';
import { seriesPhrase } from './series-phrase.js';
import { hasLetterOrDigit, trimmedEdges } from './text-edges.js';

export interface FinishedTitle {
  title: string;
  subtitle?: string;
  series?: SeriesEntry;
}

/**
 * The title as it is printed: "Sapiens: A Brief History" is title and subtitle, "The Wheel of Time, Book 12: The
 * Gathering Storm" a series and a title, and "Hobbit, The" begins with its article.
 */
export function finishedTitle(text: string, subtitle?: string): FinishedTitle {
  const colon = text.indexOf(': ');
  const [main, rest] = [text.slice(0, colon), text.slice(colon + 2)];
  if (colon <= 0 || !hasLetterOrDigit(main) || !hasLetterOrDigit(rest)) return withSubtitle(text, subtitle);
  const before = seriesPhrase(main);
  if (before?.form === 'labelled') return { ...withSubtitle(rest, subtitle), series: before.series };
  const behind = seriesPhrase(rest);
  if (behind?.form === 'labelled') return { ...withSubtitle(main, subtitle), series: behind.series };
  return withSubtitle(main, subtitle === undefined ? rest : `${rest} - ${subtitle}`);
}

function withSubtitle(title: string, subtitle?: string): FinishedTitle {
  const tidy = tidied(subtitle ?? '');
  return { title: tidied(title), ...(tidy !== '' && { subtitle: tidy }) };
}

/** Without what stays behind when brackets and numbers are taken out of a text. */
function tidied(text: string): string {
  return cleanTitle(trimmedEdges(text, ' ,;:-–—_'));
}
