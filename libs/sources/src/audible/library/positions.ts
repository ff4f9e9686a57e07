import type { AudibleClient } from '../audible-client.js';
import { readAsin } from './asin.js';
import { batchesOf } from './batches.js';
import { isoOf, readInstant } from './instants.js';
import { at, listAt, type Json } from './json-value.js';

/** How far a title was listened to on whatever device. */
export interface AudiblePosition {
  asin: string;
  positionMs: number;
  /** ISO 8601; null where it is not told. */
  updatedAt: string | null;
}

const PATH = '/1.0/annotations/lastpositions';
const MOST_AT_ONCE = 25;
const LONGEST_MS = 1000 * 60 * 60 * 10_000;

/** The last positions of titles, 25 to a call; titles that were never listened to are not among them. Throws as the client does. */
export async function readPositions(
  client: AudibleClient,
  asins: Iterable<string>,
  signal?: AbortSignal,
): Promise<AudiblePosition[]> {
  const positions: AudiblePosition[] = [];
  for (const batch of batchesOf(asins, MOST_AT_ONCE)) {
    const { json } = await client.get(PATH, [['asins', batch.join(',')]], signal);
    const asked = new Set(batch);
    const told = listAt(json, 'asin_last_position_heard_annots') ?? [];
    positions.push(...told.flatMap((entry) => positionOf(entry) ?? []).filter(({ asin }) => asked.has(asin)));
  }
  return positions;
}

function positionOf(entry: Json): AudiblePosition | undefined {
  const asin = readAsin(at(entry, 'asin'));
  const heard = at(entry, 'last_position_heard');
  const ms = Number(at(heard, 'position_ms') ?? NaN);
  if (asin === undefined || at(heard, 'status') !== 'Exists' || !(ms >= 0 && ms <= LONGEST_MS)) return undefined;
  return { asin, positionMs: Math.round(ms), updatedAt: isoOf(readInstant(at(heard, 'last_updated'))) ?? null };
}
