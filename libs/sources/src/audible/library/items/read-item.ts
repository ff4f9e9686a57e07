import { readAsin } from '../asin.js';
import { isoOf, readDay, readInstant, readPurchase } from '../instants.js';
import { at, flagAt, isObject, type Json, type JsonObject } from '../json-value.js';
import { groupsIn } from '../query.js';
import type { AudibleDay, AudibleItem, ItemReading } from './audible-item.js';
import { coversOf, secureUrl } from './covers.js';
import { lineOf, markupOf } from './harmless.js';
import { kindOf } from './kind.js';
import { countOf, percentOf } from './numbers.js';
import { peopleOf } from './people.js';
import { ratingOf } from './rating.js';
import { relationsOf } from './relationships.js';
import { leavingOn, plansOf, rightsOf } from './rights.js';
import { seriesOf } from './series.js';
import { shelvesOf } from './shelves.js';

/** What was asked of each title: null says something only of what was asked for. */
export interface ItemContext {
  groups: ReadonlySet<string>;
}

/** `groups` as they are sent: "product_desc,media". */
export function itemContext(groups: string): ItemContext {
  return { groups: groupsIn(groups) };
}

/** True for a row that lacks its title though titles were asked for. Titles that went may lack theirs. */
export function isHollow(raw: Json, { groups }: ItemContext): boolean {
  return (
    groups.has('product_desc') && isObject(raw) && lineOf(raw['title']) === undefined && raw['status'] !== 'Revoked'
  );
}

/** One row of a library, whatever it is. Never throws; what is not usable counts as not told. */
export function readItem(raw: Json, context: ItemContext): ItemReading {
  if (!isObject(raw)) return { kind: 'malformed', reason: 'not_an_object' };
  const asin = readAsin(raw['asin']);
  if (asin !== undefined) return { kind: 'item', item: itemOf(raw, asin, context) };
  const told = lineOf(raw['asin'])?.slice(0, 40);
  return told === undefined
    ? { kind: 'malformed', reason: 'no_asin' }
    : { kind: 'malformed', reason: 'bad_asin', asin: told };
}

function itemOf(raw: JsonObject, asin: string, context: ItemContext): AudibleItem {
  const hollow = isHollow(raw, context);
  // Whether nothing in place of a value says that there is none.
  const tellsNothing = (...groups: string[]) => !hollow && groups.some((group) => context.groups.has(group));
  const [contentType, deliveryType] = [lineOf(raw['content_type']), lineOf(raw['content_delivery_type'])];
  const series = seriesOf(raw['series'], raw['publication_name']);
  const isNoSeries = !Array.isArray(raw['series']) && tellsNothing('series');
  return withoutGaps({
    asin,
    hollow,
    kind: kindOf(deliveryType, contentType),
    title: lineOf(raw['title']),
    subtitle: lineOf(raw['subtitle']) ?? (tellsNothing('product_desc') ? null : undefined),
    authors: filled(peopleOf(raw['authors']), hollow),
    narrators: filled(peopleOf(raw['narrators']), hollow),
    series: filled(series, hollow) ?? (isNoSeries ? [] : undefined),
    publicationName: lineOf(raw['publication_name']),
    runtimeMin: countOf(raw['runtime_length_min']),
    releaseDate: releaseOf(raw),
    ...momentsOf(raw),
    status: statusOf(raw['status']),
    covers: coversOf(raw['product_images']),
    summaryHtml: markupOf(raw['publisher_summary']) ?? markupOf(raw['extended_product_description']),
    merchandisingHtml: markupOf(raw['merchandising_summary']),
    publisher: lineOf(raw['publisher_name']),
    language: lineOf(raw['language']),
    formatType: lineOf(raw['format_type']),
    contentType,
    deliveryType,
    hasChildren: flagAt(raw, 'has_children'),
    relationships: filled(relationsOf(raw['relationships']), hollow),
    ...progressOf(raw, tellsNothing('percent_complete', 'listening_status')),
    ...holdingOf(raw, tellsNothing('product_attrs') && contentType === undefined),
    originAsin: readAsin(raw['origin_asin']),
    originType: lineOf(raw['origin_type']),
    archived: flagAt(raw, 'is_archived'),
    isbn: lineOf(raw['isbn']),
    sku: lineOf(raw['sku']),
    skuLite: lineOf(raw['sku_lite']),
    rating: ratingOf(raw['rating']),
    categories: shelvesOf(raw['category_ladders']),
    pdfUrl: secureUrl(raw['pdf_url'])?.href,
    episodeCount: countOf(raw['episode_count']),
  });
}

/** An empty list of a hollow item says nothing. */
function filled<Entry>(list: Entry[] | undefined, hollow: boolean): Entry[] | undefined {
  return hollow && list?.length === 0 ? undefined : list;
}

function releaseOf(raw: JsonObject): AudibleDay | undefined {
  const told = lineOf(raw['release_date']) ?? lineOf(raw['issue_date']) ?? lineOf(raw['publication_datetime']);
  return told === undefined ? undefined : { raw: told.slice(0, 60), date: readDay(told) ?? null };
}

function momentsOf(raw: JsonObject): Pick<AudibleItem, 'purchasedAt' | 'purchasedRaw' | 'dateAdded'> {
  const added = readPurchase(at(raw, 'library_status', 'date_added'));
  return {
    purchasedAt: isoOf(readPurchase(raw['purchase_date']) ?? added),
    purchasedRaw: lineOf(raw['purchase_date'])?.slice(0, 60),
    dateAdded: isoOf(added),
  };
}

function statusOf(value: Json): AudibleItem['status'] {
  return value === 'Active' || value === 'Revoked' ? value : undefined;
}

type Progress = Pick<AudibleItem, 'isFinished' | 'percentComplete' | 'timeRemainingSec' | 'finishedAt'>;

function progressOf(raw: JsonObject, tellsNothing: boolean): Progress {
  const status = raw['listening_status'];
  const percent = percentOf(raw['percent_complete']) ?? percentOf(at(status, 'percent_complete'));
  return {
    isFinished: flagAt(raw, 'is_finished') ?? flagAt(status, 'is_finished'),
    percentComplete: percent ?? (tellsNothing ? null : undefined),
    timeRemainingSec: countOf(at(status, 'time_remaining_seconds')),
    finishedAt: isoOf(readInstant(at(status, 'finished_at_timestamp'))),
  };
}

type Holding = Pick<AudibleItem, 'isAyce' | 'isLeftover' | 'plans' | 'rights' | 'leavingOn'>;

/** `hasNoContent`: what kind of content it is was asked for and not told, as with titles that left the membership. */
function holdingOf(raw: JsonObject, hasNoContent: boolean): Holding {
  const isAyce = flagAt(raw, 'is_ayce');
  const [plans, rights] = [plansOf(raw['plans']), rightsOf(raw['customer_rights'])];
  const isLeftover = isAyce === undefined ? undefined : isAyce && hasNoContent && rights?.consumable !== true;
  return { isAyce, isLeftover, plans, rights, leavingOn: leavingOn({ isAyce, plans, rights }) };
}

/** Without the fields that are undefined, as JSON would have it. */
function withoutGaps(item: AudibleItem): AudibleItem {
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined)) as unknown as AudibleItem;
}
