import { numberAt, type Json } from './json-value.js';

const USUAL_SEC = 3600;
const LONGEST_SEC = 24 * 60 * 60;
/** Some programs write moments in milliseconds; as seconds, this is the year 5138. */
const MILLISECONDS_FROM = 1e11;

/** When a token ends that was given at `now` (milliseconds): `expires_in` is seconds, as a number or a text; else an hour. */
export function expiryOf(json: Json, now: number): string {
  const told = numberAt(json, 'expires_in') ?? 0;
  const seconds = told > 0 ? Math.min(told, LONGEST_SEC) : USUAL_SEC;
  return new Date(now + seconds * 1000).toISOString();
}

/** The moment a file tells in seconds or milliseconds since 1970, as ISO 8601; undefined for what is none. */
export function momentAt(json: Json, key: string): string | undefined {
  const told = numberAt(json, key);
  if (told === undefined || told <= 0 || told >= MILLISECONDS_FROM * 1000) return undefined;
  return new Date(told > MILLISECONDS_FROM ? told : told * 1000).toISOString();
}
