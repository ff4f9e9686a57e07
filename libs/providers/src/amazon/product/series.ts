import { foldText } from '@octavo/domain';
import type { SeriesFound } from '../../candidate.js';
import { distinctSeries } from '../../series-position.js';
import { isPlace, placeIn, seriesLine, seriesName, withPlace } from '../labels/series-words.js';
import { textOf, type Elements } from '../elements.js';
import type { PageLookup } from '../page-lookup.js';
import type { DetailRow } from './detail-rows.js';

const MAX_PLACES = 10;

/** The series a page shows beside the title: in its cards and details, under the details, under the title, on old pages. */
export function shownSeries(lookup: PageLookup, rows: readonly DetailRow[]): SeriesFound[] {
  const places = [
    ...lookup.each(lookup.byId('seriesBulletWidget_feature_div', 'seriesTitle_feature_div', 'series-page-link')),
    ...lookup.byAttribute('data-feature-name', 'seriesTitle').slice(0, MAX_PLACES),
    ...lookup.byAttribute('data-feature-name', 'seriesBulletWidget').slice(0, MAX_PLACES),
  ];
  const old = lookup.each(lookup.byId('seriesTitle', 'aboutEbooksSection'));
  const links = (place: Elements) => [...lookup.each(place.filter('a')), ...lookup.within(place, 'a')].map(textOf);
  const beside = places.flatMap(links).flatMap(entry);
  const oldLines = old.flatMap((place) => [...links(place), textOf(place)]).flatMap((text) => seriesLine(text) ?? []);
  return distinctSeries([...rows.flatMap(seriesOfRow), ...beside, ...oldLines]);
}

/** A card has the place for its label and the name for its value; a list may have the name behind either. */
function seriesOfRow({ label, field, value }: DetailRow): SeriesFound[] {
  if (field !== 'series' && !(field === undefined && isPlace(label))) return [];
  const line = seriesLine(value);
  if (line) return [{ ...line, ...definedOf(placeIn(label)) }];
  const found = withPlace(value, placeIn(label));
  return found ? [found] : [];
}

function definedOf<Value extends object>(value: Value): Partial<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Partial<Value>;
}

/** A link that leads to a series: with its place before the name, or the name alone. */
function entry(text: string): SeriesFound[] {
  const line = seriesLine(text);
  if (line) return [line];
  if (isPlace(text) || text.length > 150) return [];
  const found = withPlace(text, {});
  return found ? [found] : [];
}

/**
 * What the page shows, with what the brackets of its title say of the same series; the brackets count by themselves only
 * where the page shows none.
 */
export function withBrackets(shown: readonly SeriesFound[], inBrackets: readonly SeriesFound[]): SeriesFound[] {
  if (shown.length === 0) return distinctSeries(inBrackets);
  const numberOf = ({ name, number }: SeriesFound) =>
    number ?? inBrackets.find((other) => isSameSeries(other.name, name))?.number;
  return shown.map((series) => {
    const number = numberOf(series);
    return { ...series, ...(number !== undefined && { number }) };
  });
}

/** "The Expanse" and "Expanse Series" are one. */
export function isSameSeries(one: string, other: string): boolean {
  const [first, second] = [one, other].map((name) =>
    foldText(seriesName(name)).replace(/^(?:the|der|die|das|le|la|les|el|il) /, ''),
  );
  return first === second;
}
