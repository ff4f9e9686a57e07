import type { AudibleClient } from '../audible-client.js';
import { AudibleError } from '../audible-error.js';
import { readAsin } from './asin.js';
import { batchesOf } from './batches.js';
import { relationsOf } from './items/index.js';
import { at, isObject, listAt, type JsonObject } from './json-value.js';
import { IMAGE_SIZES } from './query.js';

/** A volume of a series, whoever owns it. */
export interface SeriesVolume {
  asin: string;
  title: string | null;
  /** As written; `sortKey` is the first number in it. */
  sequence: string | null;
  sortKey: number | null;
}

const PRODUCTS = '/1.0/catalog/products';
const MOST_AT_ONCE = 50;
const MOST_ASKED = 3;

/**
 * All volumes of a series in their order; the order of the shop's page is no number of a volume. Undefined where the
 * catalogue does not know the series. Throws TypeError for what is no ASIN, otherwise as the client does.
 */
export async function readSeriesVolumes(
  client: AudibleClient,
  seriesAsin: string,
  signal?: AbortSignal,
): Promise<SeriesVolume[] | undefined> {
  const asin = readAsin(seriesAsin);
  if (asin === undefined) throw new TypeError('A series is asked for by its ASIN');
  const groups = 'product_desc,product_attrs,relationships';
  const product = await client.get(`${PRODUCTS}/${asin}`, [['response_groups', groups]], signal).then(
    ({ json }) => at(json, 'product'),
    (error: unknown) => {
      if (error instanceof AudibleError && error.reason === 'not_owned') return undefined;
      throw error;
    },
  );
  const relations = relationsOf(at(product, 'relationships'));
  const volumes = relations?.filter(({ relation, type }) => relation === 'child' && type === 'series');
  const distinct = new Map(volumes?.map((one) => [one.asin, one]));
  distinct.delete(asin);
  return relations && [...distinct.values()].sort(inOrder).map(volumeOf);
}

function inOrder(a: SeriesVolume & { sort: number | null }, b: SeriesVolume & { sort: number | null }): number {
  const [one, other] = [a.sortKey ?? Number.MAX_VALUE, b.sortKey ?? Number.MAX_VALUE];
  return one - other || (a.sort ?? Number.MAX_VALUE) - (b.sort ?? Number.MAX_VALUE);
}

function volumeOf({ asin, title, sequence, sortKey }: SeriesVolume): SeriesVolume {
  return { asin, title, sequence, sortKey };
}

/**
 * Products of the catalogue by ASIN, 50 to a call. The server leaves some out of a sound answer: they are asked for twice
 * more. Products it does not know come back as a bare number, and are left out. Throws as the client does.
 */
export async function readProducts(
  client: AudibleClient,
  asins: Iterable<string>,
  groups: string,
  signal?: AbortSignal,
): Promise<Map<string, JsonObject>> {
  const found = new Map<string, JsonObject>();
  for (const batch of batchesOf(asins, MOST_AT_ONCE)) {
    let missing = batch;
    for (let asked = 0; asked < MOST_ASKED && missing.length > 0; asked += 1) {
      const told = await askProducts(client, missing, groups, signal);
      for (const asin of missing) {
        const product = told.get(asin);
        if (product && Object.keys(product).length > 1) found.set(asin, product);
      }
      missing = missing.filter((asin) => !told.has(asin));
    }
  }
  return found;
}

async function askProducts(
  client: AudibleClient,
  asins: readonly string[],
  groups: string,
  signal: AbortSignal | undefined,
): Promise<Map<string, JsonObject>> {
  // Repeating the parameter would give the first product alone.
  const query = [
    ['asins', asins.join(',')],
    ['response_groups', groups],
    ['image_sizes', IMAGE_SIZES],
  ] as const;
  const { json } = await client.get(PRODUCTS, query, signal);
  const products = (listAt(json, 'products') ?? []).filter(isObject);
  return new Map(
    products.flatMap((product) => {
      const asin = readAsin(product['asin']);
      return asin === undefined ? [] : [[asin, product] as const];
    }),
  );
}
