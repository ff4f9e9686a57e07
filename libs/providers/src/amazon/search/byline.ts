import { foldText, peopleFrom, type PartialDate } from '@octavo/domain';
import type { SeriesFound } from '../../candidate.js';
import { languageOfEdition } from '../labels/language-names.js';
import { seriesLine } from '../labels/series-words.js';
import { writtenDate } from '../labels/written-date.js';

/** What the line under a result's title tells. */
export interface Byline {
  authors: string[];
  series: SeriesFound[];
  published?: PartialDate;
  language?: string;
}

const BY = /^(?:by|von|de|par|di|por|van|av|autor[:]?|yazar[:]?|作者[:：]?|المؤلف[:]?)\s+/iu;
const AND_OTHERS = /,?\s*(?:et al\.?|u\.\s?a\.|y otros|e altri|e outros|en anderen|m\.fl\.|i in\.|他|等)\s*$/iu;
const MAX_PARTS = 10;

/**
 * "Book 1 of 9: The Expanse | by James S. A. Corey | Jun 15, 2011" in any language of the shops: parts between bars, of
 * which each may be missing.
 */
export function bylineFrom(text: string): Byline {
  const byline: Byline = { authors: [], series: [] };
  const rest: string[] = [];
  for (const part of text
    .split('|')
    .slice(0, MAX_PARTS)
    .map((part) => part.trim())) {
    if (part !== '' && !takesPart(part, byline)) rest.push(part);
  }
  const authors = rest.find((part) => BY.test(part)) ?? rest.find((part) => !/\d/.test(part)) ?? '';
  byline.authors = authorsIn(authors);
  return byline;
}

function takesPart(part: string, byline: Byline): boolean {
  const series = seriesLine(part);
  if (series) {
    byline.series.push(series);
    return true;
  }
  const language = languageOfEdition(part);
  const date = /\d{4}/.test(part) && !BY.test(part) ? writtenDate(part) : undefined;
  byline.language ??= language;
  byline.published ??= date;
  return language !== undefined || date !== undefined;
}

/** The list may be cut, which is said at its end. */
function authorsIn(text: string): string[] {
  const names = peopleFrom(text.replace(BY, '').replace(AND_OTHERS, '')).map(({ name }) => name);
  return [...new Map(names.map((name) => [foldText(name), name])).values()];
}
