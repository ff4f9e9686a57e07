/** JSON of others: anything may be anything. The functions below take out of it what is usable and nothing else. */
export type Json = unknown;
export type JsonObject = Readonly<Record<string, Json>>;

const MOST_DEPTH = 64;
const [QUOTE, BACKSLASH] = [34, 92];
const [OPENING, CLOSING] = [new Set([91, 123]), new Set([93, 125])];
const NUMBER = /^[+-]?\d{1,17}(?:\.\d{1,17})?$/;

/** The value a text holds; undefined for what is no JSON or nested more than 64 deep. */
export function parseJson(text: string): Json {
  if (isTooDeep(text)) return undefined;
  try {
    return JSON.parse(text.replace(/^\ufeff/, '')) as Json;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

function isTooDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) quoted = !quoted;
    else if (quoted && code === BACKSLASH) at++;
    else if (!quoted && OPENING.has(code) && ++depth > MOST_DEPTH) return true;
    else if (!quoted && CLOSING.has(code)) depth--;
  }
  return false;
}

export function isObject(value: Json): value is JsonObject {
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

/** A text without white space around it; undefined for an empty one and for what is no text. */
export function textAt(value: Json, ...path: readonly string[]): string | undefined {
  const found = at(value, ...path);
  return typeof found === 'string' && found.trim() !== '' ? found.trim() : undefined;
}

/** A text that may go into a header: visible ASCII, at most 8192 characters. */
export function tokenAt(value: Json, ...path: readonly string[]): string | undefined {
  const text = textAt(value, ...path);
  return text !== undefined && /^[\x21-\x7e]{1,8192}$/.test(text) ? text : undefined;
}

/** A number, or a text that is one ("3600"); undefined for every other value. */
export function numberAt(value: Json, ...path: readonly string[]): number | undefined {
  const found = at(value, ...path);
  if (typeof found === 'number') return Number.isFinite(found) ? found : undefined;
  return typeof found === 'string' && NUMBER.test(found.trim()) ? Number(found) : undefined;
}

/** An object without some of its keys. */
export function without(object: JsonObject, keys: readonly string[]): Record<string, Json> {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));
}

/** Only the fields that have a value. */
export function given<Fields extends object>(fields: Fields): Partial<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<Fields>;
}
