import { headerText, type RequestHeaders } from '../headers.js';

/** What tells a sign-in of ours from the store's, whose tokens never begin so. */
const MARK = 'octavo_';

/** A token of a device's sign-in that is ours. `secret` is random text, safe in a header. */
export function ownBearer(secret: string): string {
  return MARK + secret;
}

/** True where a request signs in with a token of ours: it opens a user's highlights here and nothing at the store. */
export function hasOwnBearer(headers: RequestHeaders): boolean {
  const [, bearer = ''] = /^bearer\s+(.*)$/i.exec(headerText(headers, 'authorization') ?? '') ?? [];
  return isOwnBearer(bearer);
}

/** True where the text, such as a device's refresh token, is a token of ours. */
export function isOwnBearer(token: unknown): boolean {
  return typeof token === 'string' && token.trim().startsWith(MARK);
}
