/**
 * The name an entry is known by: '/' between folders, no leading '/', '.' and '..' resolved.
 * Undefined for a name that must never be found or written: one that climbs out of the archive, starts at a drive,
 * holds a NUL, or names nothing.
 */
export function safeEntryName(raw: string): string | undefined {
  const path = raw.replaceAll('\\', '/');
  const resolved = resolveSegments(path);
  if (resolved === undefined || resolved === '' || /^[a-z]:|\0/i.test(resolved)) return undefined;
  return path.endsWith('/') ? `${resolved}/` : resolved;
}

/** 'a/./b/../c' -> 'a/c'. Undefined when '..' would leave the root. */
export function resolveSegments(path: string): string | undefined {
  const kept: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') kept.push(segment);
    else if (kept.pop() === undefined) return undefined;
  }
  return kept.join('/');
}

/** '%C3%A9' -> 'é'; a text that is not well encoded stays as it is. '+' is a plus: hrefs are no form fields. */
export function percentDecoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}

/**
 * Finds entries by names that differ in spelling: exact, then percent-decoded, then in Unicode form, then in case.
 * Of several entries with one name the first counts.
 */
export class EntryNames<T extends { readonly name: string }> {
  readonly #exact: Map<string, T>;
  #composed: Map<string, T> | undefined;
  #folded: Map<string, T> | undefined;

  constructor(private readonly entries: readonly T[]) {
    this.#exact = this.#by((name) => name);
  }

  find(name: string): T | undefined {
    const decoded = percentDecoded(name);
    return this.#exact.get(name) ?? this.#exact.get(decoded) ?? this.#findLoosely(decoded);
  }

  #findLoosely(name: string): T | undefined {
    this.#composed ??= this.#by(composed);
    this.#folded ??= this.#by((entry) => composed(entry).toLowerCase());
    return this.#composed.get(composed(name)) ?? this.#folded.get(composed(name).toLowerCase());
  }

  #by(key: (name: string) => string): Map<string, T> {
    const found = new Map<string, T>();
    for (const entry of this.entries) {
      const name = key(entry.name);
      if (!found.has(name)) found.set(name, entry);
    }
    return found;
  }
}

/** Some writers percent-encode the names in the archive as well. */
function composed(name: string): string {
  return percentDecoded(name).normalize('NFC');
}
