const ROOT = 'dav';

/** True for an address of the library as files. */
export function isForDav(url: string): boolean {
  return /^\/dav(?:[/?]|$)/.test(url);
}

/**
 * The names on the way from the top to what an address means, decoded; undefined for one that cannot be read. In NFC, as
 * all our names are: macOS asks for é as two signs.
 */
export function namesIn(url: string): string[] | undefined {
  try {
    const names = pathOf(url).split('/').filter(Boolean).map(decodeURIComponent);
    return names[0] === ROOT ? names.slice(1).map((name) => name.normalize('NFC')) : undefined;
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

/** True where an address is that of a folder by its form. */
export function endsInSlash(url: string): boolean {
  return pathOf(url).endsWith('/');
}

/**
 * The path that clients on the other side of a proxy ask for, of what lies at these names; without a slash at its end.
 * `address` is the public one of this server.
 * Escaped is what encodeURIComponent escapes and nothing else: KOReader takes a folder for one in itself where its own
 * path is spelled otherwise than KOReader spells it.
 */
export function hrefOf(address: string, names: readonly string[]): string {
  const prefix = new URL(address).pathname.replace(/\/+$/, '');
  return [prefix, ROOT, ...names.map(encodeURIComponent)].join('/');
}

function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? '';
}
