import { cleanText, plainText } from './clean-text.js';

/** JSON as it came: anything may be anything. The functions below take out of it what is usable and nothing else. */
export type Json = unknown;

const MAX_LENGTH = 5_000_000;
const MAX_DEPTH = 200;
/** No list that says something of one book has more; chapters are the longest. */
const MAX_ENTRIES = 2000;
const NUMBER = /^[+-]?\d{1,15}(?:\.\d{1,15})?(?:e[+-]?\d{1,2})?$/i;
/** Written by programs that had nothing to write. */
const NOTHING = /^(?:null|undefined|none|nan|\[object object\])$/i;

/** The value a text holds; undefined for what is no JSON, is beyond 5 million characters, or nested beyond reason. */
export function parseJson(text: string): Json {
  if (text.length > MAX_LENGTH || isTooDeep(text)) return undefined;
  try {
    return JSON.parse(text.replace(/^\ufeff/, '')) as Json;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

const QUOTE = 34;
const BACKSLASH = 92;

function isTooDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) quoted = !quoted;
    else if (quoted && code === BACKSLASH) at++;
    else if (!quoted && (code === 91 || code === 123) && ++depth > MAX_DEPTH) return true;
    else if (!quoted && (code === 93 || code === 125)) depth--;
  }
  return false;
}

export function isObject(value: Json): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What lies at the end of a path of keys; only own keys count, so that "constructor" finds nothing. */
export function at(value: Json, ...path: readonly string[]): Json {
  let found = value;
  for (const key of path) {
    if (!isObject(found) || !Object.hasOwn(found, key)) return undefined;
    found = found[key];
  }
  return found;
}

/** The entries of a list, the first 2000; none of what is no list. */
export function listAt(value: Json, ...path: readonly string[]): Json[] {
  const list = at(value, ...path);
  return Array.isArray(list) ? (list.slice(0, MAX_ENTRIES) as Json[]) : [];
}

/** A text as one clean line, numbers as they are written; undefined for an empty one, "null", and what is no text. */
export function textAt(value: Json, ...path: readonly string[]): string | undefined {
  const text = rawTextAt(value, ...path);
  if (text === undefined) return undefined;
  const clean = cleanText(text);
  return clean === '' || NOTHING.test(clean) ? undefined : clean;
}

/** The same where the text may hold markup or entities. */
export function plainTextAt(value: Json, ...path: readonly string[]): string | undefined {
  const text = rawTextAt(value, ...path);
  if (text === undefined) return undefined;
  const clean = plainText(text);
  return clean === '' || NOTHING.test(clean) ? undefined : clean;
}

/** A text as it stands there, markup, line ends and all. */
export function rawTextAt(value: Json, ...path: readonly string[]): string | undefined {
  const found = at(value, ...path);
  if (typeof found === 'string') return NOTHING.test(found.trim().slice(0, 20)) ? undefined : found;
  return typeof found === 'number' && Number.isFinite(found) ? String(found) : undefined;
}

/** A number, or a text that is one ("3.91", "1.426896E12"); undefined for every other value. */
export function numberAt(value: Json, ...path: readonly string[]): number | undefined {
  const found = at(value, ...path);
  if (typeof found === 'number') return Number.isFinite(found) ? found : undefined;
  return typeof found === 'string' && NUMBER.test(found.trim()) ? Number(found) : undefined;
}

/** A count of pages, ratings or minutes: a whole number above nothing and within reason. */
export function countAt(value: Json, ...path: readonly string[]): number | undefined {
  const number = Math.round(numberAt(value, ...path) ?? 0);
  return number > 0 && number <= 1_000_000_000 ? number : undefined;
}

/** Clean texts of a list of texts, each once. */
export function textsAt(value: Json, ...path: readonly string[]): string[] {
  const texts = listAt(value, ...path).map((entry) => textAt(entry));
  return [...new Set(texts.filter((text) => text !== undefined))];
}
