/** The query of an address as plain text values: the router's own form would make the title "1984" a number. */
export function parseSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

/** The same backwards, with its question mark; what is undefined or empty is left out. */
export function stringifySearch(values: Record<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values))
    if (typeof value === 'string' && value !== '') query.set(name, value);
  return query.size === 0 ? '' : `?${query}`;
}
