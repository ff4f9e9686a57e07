import { randomBytes } from 'node:crypto';
import type { AudibleAccount } from './audible-account.js';
import { AUDIBLE_STORES } from './audible-places.js';
import type { AudibleQuestion } from './audible-question.js';
import { escapeMarkup, pageReply, type AudibleReply } from './audible-reply.js';

/** A sign-in that came to its end: what the code it gave is good for. */
export interface SignedIn {
  account: AudibleAccount;
  challenge: string;
  /** Without "device:". */
  clientId: string;
  /** Milliseconds. */
  until: number;
}

const SELECT = 'http://specs.openid.net/auth/2.0/identifier_select';

const STEADY: Readonly<Record<string, string>> = {
  'openid.oa2.response_type': 'code',
  'openid.oa2.code_challenge_method': 'S256',
  'openid.identity': SELECT,
  'openid.claimed_id': SELECT,
  accountStatusPolicy: 'P1',
  'openid.mode': 'checkid_setup',
  'openid.ns.oa2': 'http://www.amazon.com/ap/ext/oauth/2',
  'openid.ns.pape': 'http://specs.openid.net/extensions/pape/1.0',
  'openid.oa2.scope': 'device_auth_access',
  forceMobileLayout: 'true',
  'openid.ns': 'http://specs.openid.net/auth/2.0',
  'openid.pape.max_auth_age': '0',
};

/** The browser's side of a sign-in: whoever opens the page is signed in already. */
export class SignIns {
  private readonly codes = new Map<string, SignedIn>();

  /** GET /ap/signin: a page that says so and leads on to the address with the code; 400 naming what is wrong. */
  page(question: AudibleQuestion, account: AudibleAccount): AudibleReply {
    const { query, seen } = question;
    const wrong = wrongParameter(question);
    if (wrong !== undefined) return pageReply(400, `<h1>Error</h1><p>Please check ${escapeMarkup(wrong)}.</p>`);
    const next = escapeMarkup(`${seen.prefix}/ap/maplanding?${this.landing(question, account).toString()}`);
    const told = `<h1>Signed in</h1><p>Hello, ${escapeMarkup(account.customer.given_name)}.</p>`;
    const language = escapeMarkup(query.get('language')?.slice(0, 2) ?? 'en');
    return pageReply(
      200,
      `<html lang="${language}"><meta http-equiv="refresh" content="0;url=${next}">${told}<a id="continue" href="${next}">Continue</a>`,
    );
  }

  /** What a code stands for; it is good once. */
  redeem(code: string, now: number): SignedIn | undefined {
    const signedIn = this.codes.get(code);
    this.codes.delete(code);
    return signedIn && now < signedIn.until ? signedIn : undefined;
  }

  private landing({ query, manners, now }: AudibleQuestion, account: AudibleAccount): URLSearchParams {
    const code = randomBytes(10).toString('hex').toUpperCase();
    const challenge = query.get('openid.oa2.code_challenge') ?? '';
    const clientId = (query.get('openid.oa2.client_id') ?? '').replace(/^device:/, '');
    this.codes.set(code, { account, challenge, clientId, until: now + (manners.codeSec ?? 300) * 1000 });
    const time = new Date(now).toISOString().replace(/\.\d+/, '');
    const identity = `https://www.amazon.com/ap/id/${account.customer.user_id}`;
    return new URLSearchParams({
      'openid.assoc_handle': query.get('openid.assoc_handle') ?? '',
      'openid.claimed_id': identity,
      'openid.identity': identity,
      'openid.mode': 'id_res',
      'openid.oa2.authorization_code': code,
      'openid.op_endpoint': 'https://www.amazon.com/ap/signin',
      'openid.pape.auth_time': time,
      'openid.response_nonce': `${time}${randomBytes(8).toString('hex')}`,
      'openid.return_to': query.get('openid.return_to') ?? '',
      'openid.sig': randomBytes(32).toString('base64'),
      'openid.signed': 'assoc_handle,identity,mode,op_endpoint,response_nonce,return_to',
    });
  }
}

/** GET /ap/maplanding: nothing is there, on purpose. It shows the address that would stand in the browser at Amazon's. */
export function landingPage({ query }: AudibleQuestion): AudibleReply {
  const address = addressLandedOn(query);
  return pageReply(404, `<h1>Looking for something?</h1><code id="address">${escapeMarkup(address)}</code>`);
}

/** The whole address a person copies, of the query it ends in. */
export function addressLandedOn(query: URLSearchParams): string {
  return `${query.get('openid.return_to') ?? ''}?${query.toString()}`;
}

function wrongParameter({ query, seen }: AudibleQuestion): string | undefined {
  const { marketplaceId } = AUDIBLE_STORES[seen.country];
  const unsteady: Readonly<Record<string, RegExp>> = {
    'openid.oa2.code_challenge': /^[\w-]{43}$/,
    'openid.oa2.client_id': /^device:(?:[0-9a-f]{2})+$/,
    'openid.return_to': /^https?:\/\/[^/?#]+(?:\/[a-z]{2})?\/ap\/maplanding$/,
    'openid.assoc_handle': new RegExp(`^amzn_audible_ios_(?:lap_)?${seen.country}$`),
    pageId: /^amzn_audible_ios(?:_\w+)?$/,
    marketPlaceId: new RegExp(`^${marketplaceId}$`),
  };
  return (
    Object.entries(STEADY).find(([name, value]) => query.get(name) !== value)?.[0] ??
    Object.entries(unsteady).find(([name, fits]) => !fits.test(query.get(name) ?? ''))?.[0]
  );
}
