import { valuesOf, type DetailRow } from './detail-rows.js';

const MAX_PAGES = 50_000;
const MAX_HOURS = 1000;
const PAGES =
  /^(\d[\d.,\s\u00a0\u202f]{0,8})\s*(?:pages?|seiten|s\.|pagine|p[aá]ginas|pagina['’]?s|bladzijden|sidor|stron[ay]?|sayfa|ページ|页|頁|صفح)/iu;

/** The number of pages, printed or as a Kindle counts them; of this book, as only its details say it. */
export function pageCountOf(rows: readonly DetailRow[]): number | undefined {
  const labelled = valuesOf(rows, 'pages').map(firstInteger);
  // "Paperback: 592 pages" has the binding for its label.
  const bound = rows
    .filter(({ field }) => field === undefined)
    .map(({ value }) => firstInteger(PAGES.exec(value)?.[1] ?? ''));
  return [...labelled, ...bound].find((count) => count !== undefined && count > 0 && count <= MAX_PAGES);
}

/** "1,024 pages" -> 1024, "1.024 Seiten" -> 1024, "320" -> 320. */
function firstInteger(text: string): number | undefined {
  const written = /\d{1,3}(?:[.,\s\u00a0\u202f]\d{3})+(?!\d)|\d+/.exec(text.slice(0, 100))?.[0];
  return written === undefined ? undefined : Number(written.replace(/\D/g, ''));
}

/** "17 hours and 4 minutes", "17 Std. 4 Min.", "17時間4分", "45 minutes" in seconds. */
export function durationOf(rows: readonly DetailRow[]): number | undefined {
  for (const value of valuesOf(rows, 'duration')) {
    const [first, second] = [...value.slice(0, 60).matchAll(/(\d{1,4})\s*(\p{L}*)/gu)];
    if (first === undefined) continue;
    const inMinutes = second === undefined && /^(?:min|分|dak|دقيقة)/i.test(first[2] ?? '');
    const hours = inMinutes ? 0 : Number(first[1]);
    const minutes = Number(inMinutes ? first[1] : (second?.[1] ?? 0));
    if (hours <= MAX_HOURS && hours + minutes > 0) return hours * 3600 + minutes * 60;
  }
  return undefined;
}

const WHOLE =
  /unabridged|ungekürzt|intégrale|integrale|completa|íntegra|onverkort|oförkortad|pełna|kısaltılmamış|完全版|未删节/i;
const CUT =
  /abridged|gekürzt|abrégé|abbreviat|ridotta|abreviad|resumid|verkort|förkortad|skrócon|kısaltılmış|抄訳|删节/i;

/** False for a reading of the whole text, true for one that was cut; undefined where neither is said. */
export function abridgedOf(rows: readonly DetailRow[]): boolean | undefined {
  const said = valuesOf(rows, 'version').find((value) => WHOLE.test(value) || CUT.test(value));
  return said === undefined ? undefined : !WHOLE.test(said);
}
