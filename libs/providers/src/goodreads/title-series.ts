import type { SeriesFound } from '../candidate.js';
import { seriesFound } from '../series-position.js';

/** "Dune, #1", "Dune #1.5", "The Culture, #1-3". */
const NUMBERED = /^(.*?\S),?\s+#\s*(\d[\w.,\-–]*)$/;

export interface TitleParts {
  title: string;
  series: SeriesFound[];
}

/**
 * A title with its series behind it, apart: "The Amber Spyglass (His Dark Materials, #3)". Goodreads numbers every
 * series with #, so that other brackets belong to the title: "Byrne (Burgess, Anthony)". `bare` is the title alone,
 * where that is known as well.
 */
export function titleParts(whole: string, bare?: string): TitleParts {
  const start = bare !== undefined && whole.startsWith(bare) ? bare.length : lastBracket(whole);
  const behind = whole.slice(start).trim();
  const series = /^\(.*\)$/.test(behind) ? numberedSeries(behind.slice(1, -1)) : [];
  if (series.length === 0) return { title: bare ?? whole, series };
  return { title: bare ?? whole.slice(0, start).trim(), series };
}

/** "Discworld, #1; Rincewind, #1" are two. Where one has no number, it is no list of series. */
function numberedSeries(text: string): SeriesFound[] {
  const found = text.split(/;\s+/).map((part) => numberedName(part));
  return found.every((series) => series !== undefined) ? found : [];
}

/** "Dune #1", "Dune, #1" -> the series and its number; undefined without one. */
export function numberedName(text: string): SeriesFound | undefined {
  const [, name, number] = NUMBERED.exec(text.trim()) ?? [];
  return name === undefined ? undefined : seriesFound(name, number);
}

/** Where the bracket begins that ends with the text; the end where there is none. */
function lastBracket(text: string): number {
  if (!text.endsWith(')')) return text.length;
  let open = 0;
  for (let at = text.length - 1; at > 0; at--) {
    if (text[at] === ')') open++;
    else if (text[at] === '(' && --open === 0) return at;
  }
  return text.length;
}
