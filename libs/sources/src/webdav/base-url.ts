/** Where a library lies on its server, in the one form it is kept in. */
export interface BaseUrl {
  /** With a slash at its end. */
  href: string;
  origin: string;
  /** Escaped as it was given, with a slash at both ends. */
  path: string;
  /** False for http: what is sent can be read by others on the way. */
  secure: boolean;
}

export const BASE_URL_FAULTS = {
  empty: 'An address is needed.',
  too_long: 'The address is longer than 2048 characters.',
  control_characters: 'The address holds characters that cannot be seen.',
  not_an_address: 'This is no address that begins with http:// or https://.',
  credentials: 'The name and the password do not belong into the address.',
  query: 'The address of a folder has no question mark in it; in a name it is written %3F.',
  fragment: 'The address of a folder has no # in it; in a name it is written %23.',
} as const;
export type BaseUrlFault = keyof typeof BASE_URL_FAULTS;

const MOST_CHARACTERS = 2048;

/**
 * An address as somebody typed it, made one that equals itself: host in lower case and ASCII, no default port, no `.`,
 * `..` or double slashes, a slash at the end. Escapes in the path stay as they are. A fault never repeats the text, which
 * may hold a password.
 */
export function readBaseUrl(text: string): { url: BaseUrl } | { fault: BaseUrlFault } {
  const given = text.trim();
  const fault = faultOf(given);
  if (fault) return { fault };
  const url = URL.parse(given);
  if (!url || url.hostname === '') return { fault: 'not_an_address' };
  if (url.username !== '' || url.password !== '') return { fault: 'credentials' };
  return { url: baseUrlOf(url) };
}

/** The same for an address that is known to be one. Throws for any other. */
export function toBaseUrl(text: string): BaseUrl {
  const read = readBaseUrl(text);
  if ('fault' in read) throw new TypeError(BASE_URL_FAULTS[read.fault]);
  return read.url;
}

function faultOf(text: string): BaseUrlFault | undefined {
  if (text === '') return 'empty';
  if (text.length > MOST_CHARACTERS) return 'too_long';
  // eslint-disable-next-line no-control-regex -- these are the ones
  if (/[\u0000-\u001f\u007f-\u009f]/.test(text)) return 'control_characters';
  // A URL is read kindly: "http:host" and "http:\\host" would pass.
  const rest = /^https?:\/\/([^/\\].*)$/i.exec(text)?.[1];
  if (rest === undefined) return 'not_an_address';
  if ((/^[^/?#]*/.exec(rest)?.[0] ?? '').includes('@')) return 'credentials';
  if (text.includes('#')) return 'fragment';
  if (text.includes('?')) return 'query';
  return text.includes('\\') ? 'not_an_address' : undefined;
}

function baseUrlOf(url: URL): BaseUrl {
  const path = `${url.pathname}/`.replace(/\/{2,}/g, '/');
  return { href: `${url.origin}${path}`, origin: url.origin, path, secure: url.protocol === 'https:' };
}
