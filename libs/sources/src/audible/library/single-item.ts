import type { AudibleClient } from '../audible-client.js';
import { AudibleError } from '../audible-error.js';
import { readAsin } from './asin.js';
import { itemContext, readItem, type ItemReading } from './items/index.js';
import { at, isObject, type Json } from './json-value.js';
import { IMAGE_SIZES, LIBRARY_PATH } from './query.js';

/** One owned title; `raw` is to be kept beside what was read of it. 'not-owned': it is not in this library. */
export type SingleItem = { kind: 'item'; raw: Json; reading: ItemReading } | { kind: 'not-owned' };

/** Throws TypeError for what is no ASIN, otherwise as the client does. */
export async function readSingleItem(
  client: AudibleClient,
  asin: string,
  groups: string,
  signal?: AbortSignal,
): Promise<SingleItem> {
  const asked = readAsin(asin);
  if (asked === undefined) throw new TypeError('A title is asked for by its ASIN');
  const query = [
    ['response_groups', groups],
    ['image_sizes', IMAGE_SIZES],
  ] as const;
  try {
    const { json } = await client.get(`${LIBRARY_PATH}/${asked}`, query, signal);
    const item = at(json, 'item');
    const raw = isObject(item) ? { ...item, asin: item['asin'] ?? asked } : item;
    return { kind: 'item', raw, reading: readItem(raw, itemContext(groups)) };
  } catch (error) {
    if (error instanceof AudibleError && error.reason === 'not_owned') return { kind: 'not-owned' };
    throw error;
  }
}

export interface RefetchOptions {
  groups: string;
  /** How many at most; the others keep until the next run. */
  most?: number;
  onItem: (asin: string, found: SingleItem) => Promise<void>;
  signal?: AbortSignal;
}

const MOST_REFETCHED = 50;

/** Asks one by one for titles that came hollow. One the server breaks down over is passed over. Gives how many were handed on. */
export async function refetchHollow(
  client: AudibleClient,
  asins: readonly string[],
  { groups, most = MOST_REFETCHED, onItem, signal }: RefetchOptions,
): Promise<number> {
  let handed = 0;
  for (const asin of asins.slice(0, most)) {
    const found = await readSingleItem(client, asin, groups, signal).catch((error: unknown) => {
      if (error instanceof AudibleError && error.reason === 'server_error') return undefined;
      throw error;
    });
    if (!found) continue;
    await onItem(asin, found);
    handed += 1;
  }
  return handed;
}
