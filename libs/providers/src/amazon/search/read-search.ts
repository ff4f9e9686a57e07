import { parseAsin } from '@octavo/domain';
import type { PublishedForm, SearchHit } from '../../candidate.js';
import { cleanText } from '../../clean-text.js';
import { given } from '../../given.js';
import { distinctSeries } from '../../series-position.js';
import type { Shop } from '../ask/markets.js';
import { attempt, inside, textOf, type Elements } from '../elements.js';
import { formOf, isNoBook } from '../labels/forms.js';
import type { PageLookup } from '../page-lookup.js';
import { asinInAddress } from '../product/asin.js';
import { titleParts } from '../product/title-parts.js';
import { bylineFrom } from './byline.js';
import { organicCards, titleOfCard, type ResultCard } from './result-cards.js';

/** Behind the first ten are things that have a word in common with the book. */
const MAX_HITS = 10;

/** The first ten results nobody paid for. One that cannot be read is left out. */
export function readSearch(lookup: PageLookup, shop: Shop): SearchHit[] {
  const hits = organicCards(lookup).map((card) => attempt(() => hitFrom(lookup, card, shop)));
  return hits.filter((hit) => hit !== undefined).slice(0, MAX_HITS);
}

function hitFrom(lookup: PageLookup, { asin, card }: ResultCard, shop: Shop): SearchHit | undefined {
  const written = cleanText(titleOfCard(card));
  if (written === '') return undefined;
  const byline = bylineFrom(bylineText(lookup, card));
  const parts = titleParts(written, byline.series);
  const formats = formatLinks(lookup, card);
  const name = formats.find((format) => format.asin === asin)?.text ?? formats[0]?.text ?? '';
  if (isNoBook(name)) return undefined;
  const identifier = parseAsin(asin);
  return {
    id: asin,
    market: shop.market,
    title: parts.title,
    authors: byline.authors,
    series: distinctSeries([...byline.series, ...parts.series]),
    identifiers: identifier ? [identifier] : [],
    ...given({
      subtitle: parts.subtitle,
      published: byline.published,
      language: byline.language ?? parts.language,
      form: formOfHit(name) ?? parts.form,
    }),
  };
}

/** The rows under the title, as one line; before 2019 they stood in the same box as the title. */
function bylineText(lookup: PageLookup, card: Elements): string {
  const recipe = inside(card, '[data-cy="title-recipe"]').first();
  const rows = lookup.within(recipe.length > 0 ? recipe : card, '.a-row');
  const texts = rows.filter((row) => inside(row, 'h2, .a-row').length === 0).map(textOf);
  return texts.filter((text) => text !== '' && text.length < 400).join(' | ');
}

/** The formats a result offers, which have numbers of their own. */
function formatLinks(lookup: PageLookup, card: Elements): { asin: string | undefined; text: string }[] {
  const links = lookup.within(card, '[data-cy="price-recipe"] a, a.a-text-bold, h3 + a, h3');
  return links
    .map((link) => ({ asin: asinInAddress(link.attr('href') ?? ''), text: textOf(link) }))
    .filter(({ text }) => text.length < 60 && (formOf(text) !== undefined || isNoBook(text)));
}

function formOfHit(name: string): PublishedForm | undefined {
  return name === '' ? undefined : formOf(name);
}
