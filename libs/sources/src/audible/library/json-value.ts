/** JSON as it came: anything may be anything. The functions below take out of it what is usable and nothing else. */
export type Json = unknown;

export type JsonObject = Readonly<Record<string, Json>>;

export function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What lies at the end of a path of keys; only own keys count. */
export function at(value: Json, ...path: readonly string[]): Json {
  let found = value;
  for (const key of path) {
    if (!isObject(found) || !Object.hasOwn(found, key)) return undefined;
    found = found[key];
  }
  return found;
}

/** No list that says something of one title is longer; episodes of a podcast are the longest. */
const MOST_ENTRIES = 5000;

/** The entries of a list, the first 5000; undefined for what is no list. */
export function listAt(value: Json, ...path: readonly string[]): Json[] | undefined {
  const list = at(value, ...path);
  return Array.isArray(list) ? (list.slice(0, MOST_ENTRIES) as Json[]) : undefined;
}

/** True or false where it is told as such; texts and numbers tell neither. */
export function flagAt(value: Json, ...path: readonly string[]): boolean | undefined {
  const found = at(value, ...path);
  return typeof found === 'boolean' ? found : undefined;
}
