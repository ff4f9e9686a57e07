import { isStandIn, type PartialDate } from '@octavo/domain';
import { languageFromName } from '../labels/language-names.js';
import { writtenDate } from '../labels/written-date.js';
import { valuesOf, type DetailRow } from './detail-rows.js';

const LAST_BRACKET = /^(.*?)\s*[(（]([^()（）]{1,60})[)）]$/;

/** "Orbit; First Edition (June 15, 2011)" -> Orbit, and the date that stands behind it. */
export function publisherOf(rows: readonly DetailRow[]): { publisher?: string; published?: PartialDate } {
  const said = valuesOf(rows, 'publisher').map(takenApart);
  const publisher = said.map(({ name }) => name).find((name) => name !== '' && !isStandIn(name));
  const published = said.map(({ date }) => date).find((date) => date !== undefined);
  return { ...(publisher !== undefined && { publisher }), ...(published && { published }) };
}

function takenApart(text: string): { name: string; date?: PartialDate } {
  const [, before, inBracket] = LAST_BRACKET.exec(text) ?? [];
  const date = inBracket === undefined ? undefined : writtenDate(inBracket);
  const rest = date === undefined ? text : (before ?? '');
  return { name: (rest.split(';')[0] ?? '').trim(), date };
}

/** When this edition came out: as its own line says, else behind the publisher, else behind the binding. */
export function publishedOf(rows: readonly DetailRow[], bindingLine: string): PartialDate | undefined {
  const own = valuesOf(rows, 'published').map(writtenDate);
  const behindBinding = bindingLine
    .split(/\s[-–—]\s/)
    .slice(1)
    .map(writtenDate);
  return [...own, publisherOf(rows).published, ...behindBinding].find((date) => date !== undefined);
}

/** BCP 47. */
export function languageOf(rows: readonly DetailRow[]): string | undefined {
  return valuesOf(rows, 'language')
    .map(languageFromName)
    .find((language) => language !== undefined);
}
