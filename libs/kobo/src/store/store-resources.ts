import type { OWN_PATHS } from '../resources/own-paths.js';
import type { Resources } from '../wire/initialization.js';
import { parsedJson, type StoreReply } from './answer-of-store.js';

type OwnKey = keyof typeof OWN_PATHS | 'image_host';

/** What stays ours beside a store account: the library, covers, and what tells of the reader's doings. */
const OURS = [
  'library_sync',
  'library_metadata',
  'reading_state',
  'delete_entitlement',
  'add_entitlement',
  'library_book',
  'library_items',
  'library_search',
  'library_prices',
  'update_accessibility_to_preview',
  'tags',
  'tag_items',
  'delete_tag',
  'delete_tag_items',
  'rename_tag',
  'image_host',
  'image_url_template',
  'image_url_quality_template',
  'get_tests_request',
  'post_analytics_event',
  'funnel_metrics',
  'tracking',
  'bam',
  // relayed: so we know when the store is not there
  'device_auth',
  'device_refresh',
] as const satisfies OwnKey[];

/** Where an account at the store signs in and keeps its highlights. Ours would replace a real sign-in by a worthless one. */
const STORE_HOSTS = {
  oauth_host: 'https://oauth.kobo.com',
  reading_services_host: 'https://readingservices.kobo.com',
} as const;

/**
 * The map of initialization for a device whose store account is used too: the store's, with what is ours put over it and
 * what it lacks filled in. `own` is the whole map we would give alone; `store` is undefined when the store is not there.
 */
export function mergedResources(store: Resources | undefined, own: Resources): Resources {
  const ours = Object.fromEntries(OURS.flatMap((key) => (own[key] === undefined ? [] : [[key, own[key]]])));
  return { ...own, ...STORE_HOSTS, ...store, ...ours };
}

/** The store's map out of its answer, without values no device could read; undefined where there is none. */
export function storeResources({ status, body }: StoreReply): Resources | undefined {
  const answer = status === 200 ? parsedJson(body) : undefined;
  const map = isTable(answer) ? answer.Resources : undefined;
  if (!isTable(map) || Object.keys(map).length === 0) return undefined;
  const readable = Object.entries(map).filter(([, value]) => isText(value) || (isTable(value) && isTextTable(value)));
  return Object.fromEntries(readable) as Resources;
}

type Table = Record<string, unknown>;

const isText = (value: unknown): value is string => typeof value === 'string';
const isTable = (value: unknown): value is Table =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isTextTable = (table: Table) => Object.values(table).every(isText);
