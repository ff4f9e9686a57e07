/** What Basic authentication carries. */
export interface BasicCredentials {
  user: string;
  password: string;
}

const MOST_LETTERS = 1_000;

/**
 * Reads `Authorization: Basic …` (RFC 7617), in UTF-8 as the challenge asks for. Undefined where there is none, or
 * what is there is none: the RFC lets no control characters in.
 */
export function basicCredentials(header: string | undefined): BasicCredentials | undefined {
  const [, encoded] = /^Basic +([A-Za-z0-9+/]+={0,2}) *$/i.exec(header ?? '') ?? [];
  if (encoded === undefined || encoded.length > MOST_LETTERS) return undefined;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 0 || /\p{Cc}/u.test(text)
    ? undefined
    : { user: text.slice(0, colon), password: text.slice(colon + 1) };
}
