import { AudibleError } from '../../audible-error.js';
import type { SignInSecrets } from './sign-in-secrets.js';

/** What is wrong with an address that was pasted, and what to do. */
const FAULTS = {
  empty: 'Paste the whole address of the page you came to after signing in.',
  no_address:
    'This is no address. Copy all of the address bar on the page you came to after signing in; that the page says it cannot be found is as it must be.',
  sign_in_page:
    'This is the address of the sign-in page itself. Sign in there first; then paste the address of the page that cannot be found.',
  not_finished: 'The sign-in is not finished at this page. Go on until you come to a page that cannot be found.',
  elsewhere:
    'This address is not of the place where this sign-in was begun. Use the link that was given, for the marketplace that was chosen.',
  error: 'Amazon says that the sign-in was refused or broken off. Begin it once more.',
  no_code: 'The address carries no code; perhaps it was cut off, or the sign-in is not finished.',
} as const;
type Fault = keyof typeof FAULTS;

const MOST_CHARACTERS = 16_384;
const CODE = /^[\x21-\x7e]{1,2048}$/;
const SIGN_IN_PAGE = /^\/ap\/signin(?:\/|$)/;
const LANDING = /^\/ap\/maplanding\/*$/;

/**
 * The code in the address a person landed at, pasted with or without its scheme, or only what follows the question mark.
 * Throws AudibleError 'sign_in_failed', which says what was pasted instead and repeats nothing of it.
 */
export function readLanding(text: string, { returnTo }: SignInSecrets): { code: string } {
  // White space comes from mails and terminals; no address has any. Some put it between < and >, or quotes.
  const pasted = text.length > MOST_CHARACTERS ? '-' : text.replace(/\s+|^[<"']+|[>"']+\s*$/g, '');
  if (pasted === '') throw failed('empty');
  const query = isBareQuery(pasted) ? bareQuery(pasted, returnTo) : queryOfAddress(pasted, returnTo);
  const code = query.get('openid.oa2.authorization_code') ?? '';
  if (CODE.test(code)) return { code };
  const mode = query.get('openid.mode') ?? '';
  const isError = /^(?:error|cancel)$/.test(mode) || query.has('error') || query.has('openid.error');
  throw failed(isError ? 'error' : 'no_code');
}

function isBareQuery(pasted: string): boolean {
  return pasted.startsWith('?') || /^[\w.]+=/.test(pasted);
}

/** It says only in passing where it is from. */
function bareQuery(pasted: string, returnTo: string): URLSearchParams {
  const query = new URLSearchParams(pasted);
  const from = query.get('openid.return_to');
  if (query.has('openid.oa2.code_challenge')) throw failed('sign_in_page');
  if (from !== null && URL.parse(from)?.host !== new URL(returnTo).host) throw failed('elsewhere');
  return query;
}

function queryOfAddress(pasted: string, returnTo: string): URLSearchParams {
  const hasScheme = /^https?:\/\//i.test(pasted);
  const isAddress = hasScheme || /^[a-z\d-]+(?:\.[a-z\d-]+)+(?::\d+)?\//i.test(pasted);
  const url = isAddress ? URL.parse(hasScheme ? pasted : `https://${pasted}`) : null;
  if (!url) throw failed('no_address');
  // Amazon adds the number of a session to the path of its sign-in page.
  if (SIGN_IN_PAGE.test(url.pathname)) throw failed('sign_in_page');
  if (url.host !== new URL(returnTo).host) throw failed('elsewhere');
  if (!LANDING.test(url.pathname)) throw failed('not_finished');
  return url.searchParams;
}

function failed(fault: Fault): AudibleError {
  return new AudibleError('sign_in_failed', { words: FAULTS[fault] });
}
