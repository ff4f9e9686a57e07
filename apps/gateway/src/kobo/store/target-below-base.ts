/** What a device asks for, byte for byte as it wrote it. */
export interface Target {
  /** From the slash that follows the device's base address to the query. */
  path: string;
  /** With its question mark; "" where there is none. */
  query: string;
}

/** Takes a device's base address off the front of a request's URL, whole addresses in the request line included. */
export function targetBelowBase(url: string): Target | undefined {
  const [matched, path, query] = /^(?:https?:\/\/[^/?#]*)?\/kobo\/[^/?#]+(\/[^?]*)?(\?[^]*)?$/i.exec(url) ?? [];
  return matched === undefined ? undefined : { path: path ?? '/', query: query ?? '' };
}
