/** A cookie as a host set it (RFC 6265). */
export interface Cookie {
  name: string;
  value: string;
  /** The host that set it, or the domain it is meant for. */
  domain: string;
  /** Only for that very host. */
  isHostOnly: boolean;
  path: string;
  /** Only over HTTPS. */
  isSecure: boolean;
  /** In milliseconds since 1970; undefined: as long as we run. */
  expires?: number;
}

const LONGEST = 4_096;
/** Anything else could begin another header. */
const CLEAN = /^[\x21-\x7e\x80-\xff ]*$/;

/**
 * A Set-Cookie header of `url`; undefined for one that cannot be kept: broken, too long, or meant for a host that has
 * no say over. `within` is the widest domain it may be meant for ("amazon.de"); `now` in milliseconds since 1970.
 */
export function parseSetCookie(header: string, url: URL, within: string, now: number): Cookie | undefined {
  const [pair = '', ...attributes] = header.split(';');
  const [name, value] = halves(pair);
  if (header.length > LONGEST || name === '' || !pair.includes('=') || !CLEAN.test(`${name}${value}`)) return undefined;
  const said = new Map(attributes.map(halves).map(([key, text]) => [key.toLowerCase(), text]));
  const domain = said.get('domain')?.replace(/^\./, '').toLowerCase() ?? '';
  if (domain !== '' && !(belongsTo(url.hostname, domain) && belongsTo(domain, within))) return undefined;
  const path = said.get('path') ?? '';
  return {
    ...{ name, value, domain: domain || url.hostname, isHostOnly: domain === '', isSecure: said.has('secure') },
    path: path.startsWith('/') ? path : '/',
    ...expiry(said, now),
  };
}

/** True where a cookie goes with a request. */
export function goesWith({ domain, isHostOnly, path, isSecure, expires }: Cookie, url: URL, now: number): boolean {
  if (expires !== undefined && expires <= now) return false;
  if (isSecure && url.protocol !== 'https:') return false;
  const isThere = isHostOnly ? url.hostname === domain : belongsTo(url.hostname, domain);
  return isThere && (url.pathname === path || url.pathname.startsWith(path.endsWith('/') ? path : `${path}/`));
}

function belongsTo(hostname: string, domain: string): boolean {
  return hostname === domain || hostname.endsWith(`.${domain}`);
}

function halves(text: string): [string, string] {
  const at = text.indexOf('=');
  return at < 0 ? [text.trim(), ''] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}

/** Max-Age goes before Expires. What cannot be read ends with us. */
function expiry(said: ReadonlyMap<string, string>, now: number): Pick<Cookie, 'expires'> {
  const age = said.get('max-age') ?? '';
  if (/^-?\d+$/.test(age)) return { expires: now + Number(age) * 1000 };
  const date = Date.parse(said.get('expires') ?? '');
  return Number.isNaN(date) ? {} : { expires: date };
}
