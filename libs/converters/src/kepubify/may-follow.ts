/** Whether a download may go on at another address: over HTTPS anywhere, else only where it was told to begin. */
export function mayFollow(configured: URL, next: URL): boolean {
  return next.protocol === 'https:' || (next.protocol === 'http:' && next.origin === configured.origin);
}

/** The address of a file below another address; undefined where that is none of the web. */
export function addressBelow(base: string, name: string): URL | undefined {
  const address = URL.parse(name, base.endsWith('/') ? base : `${base}/`);
  return address && ['https:', 'http:'].includes(address.protocol) ? address : undefined;
}
