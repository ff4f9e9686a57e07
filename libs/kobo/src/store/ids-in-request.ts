const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** More ids than any device has in one request. */
const MOST_IDS = 2_000;

/** Every id in a path, a query or a body, in lower case; undefined where there are too many to be looked up. */
export function idsIn(...texts: string[]): string[] | undefined {
  const ids = new Set<string>();
  for (const text of texts) {
    for (const [id] of decoded(text).matchAll(UUID)) {
      ids.add(id.toLowerCase());
      if (ids.size > MOST_IDS) return undefined;
    }
  }
  return [...ids];
}

/**
 * Path and query as the store may see them: out of lists that mix our ids with its own, ours are taken, and every other
 * byte stays. Undefined where nothing is left to ask the store for, or an id of ours stands anywhere but in a list.
 */
export function withoutOurIds(target: string, ours: ReadonlySet<string>): string | undefined {
  if (ours.size === 0) return target;
  const parts = target.split(/([/?&=])/).map((part) => withoutOurs(part, ours));
  if (parts.includes(undefined)) return undefined;
  const rest = parts.join('');
  return idsIn(rest)?.some((id) => ours.has(id)) === false ? rest : undefined;
}

/** One segment of a path or one value of a query, which may be a list; undefined where all of it is ours. */
function withoutOurs(list: string, ours: ReadonlySet<string>): string | undefined {
  const [first = '', ...more] = list.split(/(,|%2C)/i);
  // each entry with the comma before it, so that the commas that stay are those that were there
  const entries = [{ comma: '', id: first }];
  for (let at = 0; at < more.length; at += 2) entries.push({ comma: more[at] ?? '', id: more[at + 1] ?? '' });
  const theirs = entries.filter(({ id }) => !ours.has(decoded(id).toLowerCase()));
  if (theirs.length === entries.length) return list;
  if (theirs.length === 0) return undefined;
  return theirs.map(({ comma, id }, index) => (index === 0 ? id : comma + id)).join('');
}

/** As the store reads it. Byte by byte, which is enough for ids and stops at no faulty code beside them. */
function decoded(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (_code, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
