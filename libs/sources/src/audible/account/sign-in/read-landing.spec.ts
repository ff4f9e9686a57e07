import { AudibleError } from '../../audible-error.js';
import { REAL_HOSTS } from '../hosts.js';
import { marketplaceIn } from '../marketplaces.js';
import { allOfError, thrownBy } from '../testing/all-of-error.js';
import { beginSignIn } from './begin-sign-in.js';
import { readLanding } from './read-landing.js';

const order = { marketplace: marketplaceIn('de'), hosts: REAL_HOSTS, random: (count: number) => new Uint8Array(count) };
const { url: SIGN_IN, secrets } = beginSignIn({ ...order, withUsername: false });
const CODE = 'ANcanaryCODEx7';
const QUERY = new URLSearchParams({
  'openid.assoc_handle': 'amzn_audible_ios_de',
  'openid.mode': 'id_res',
  'openid.return_to': 'https://www.amazon.de/ap/maplanding',
  'openid.oa2.authorization_code': CODE,
  'openid.response_nonce': '2026-01-02T03:04:05Z123',
}).toString();
const LANDING = `https://www.amazon.de/ap/maplanding?${QUERY}`;

describe('the address a person landed at', () => {
  it.each([
    ['as it is', LANDING],
    ['with white space around it', ` \n\t${LANDING}\r\n `],
    ['broken over lines', LANDING.replace(/.{40}/g, '$&\n')],
    ['without its scheme', LANDING.slice('https://'.length)],
    ['with a slash at the end of its path', LANDING.replace('maplanding?', 'maplanding/?')],
    ['between < and >', `<${LANDING}>`],
    ['in quotes', `"${LANDING}"`],
    ['with a mark at its end', `${LANDING}#top`],
    ['in capitals where they do not matter', LANDING.replace('https://www.amazon.de', 'HTTPS://WWW.Amazon.DE')],
    ['as a query', `?${QUERY}`],
    ['as a query without its mark', QUERY],
    ['as the code alone', `openid.oa2.authorization_code=${CODE}`],
  ])('holds the code %s', (_how, text) => expect(readLanding(text, secrets)).toEqual({ code: CODE }));

  it('is of Audible for an account with a username', () => {
    const { secrets: own } = beginSignIn({ ...order, withUsername: true });
    expect(readLanding(LANDING.replaceAll('www.amazon', 'www.audible'), own)).toEqual({ code: CODE });
    expect(() => readLanding(LANDING, own)).toThrow(/marketplace/);
  });

  it.each([
    ['nothing', ' \n', /Paste/],
    ['words', 'it says the page cannot be found', /no address/],
    ['a code and nothing else', CODE, /no address/],
    ['another scheme', `javascript:alert("${CODE}")`, /no address/],
    ['an address that is none', `https://[${CODE}`, /no address/],
    ['a whole book', `${LANDING}${'x'.repeat(100_000)}`, /no address/],
    ['the sign-in page', SIGN_IN, /sign-in page itself/],
    ['the sign-in page with a session', `https://www.amazon.de/ap/signin/261-1?code=${CODE}`, /sign-in page itself/],
    ['the query of the sign-in page', new URL(SIGN_IN).search, /sign-in page itself/],
    ['a page on the way', `https://www.amazon.de/ap/mfa?x=${CODE}`, /not finished/],
    ['the front page', 'https://www.amazon.de/', /not finished/],
    ['another marketplace', LANDING.replaceAll('amazon.de', 'amazon.co.uk'), /elsewhere|marketplace/],
    ['another host', LANDING.replace('www.amazon.de', 'www.amazon.de.evil.test'), /marketplace/],
    ['another port', LANDING.replace('www.amazon.de', 'www.amazon.de:8443'), /marketplace/],
    ['a name before the host', LANDING.replace('www.amazon.de', 'www.amazon.de@evil.test'), /marketplace/],
    ['a query from another marketplace', QUERY.replace('amazon.de', 'amazon.fr'), /marketplace/],
    ['a query from nowhere', QUERY.replace(/return_to=[^&]*/, `return_to=${CODE}`), /marketplace/],
    ['no code', LANDING.replace(/&openid.oa2.authorization_code=[^&]*/, ''), /no code/],
    ['an empty code', LANDING.replace(CODE, ''), /no code/],
    ['a code no header takes', LANDING.replace(CODE, 'a%0Ab'), /no code/],
    ['an error', `https://www.amazon.de/ap/maplanding?openid.mode=error&openid.error=${CODE}`, /refused/],
    ['a sign-in broken off', 'https://www.amazon.de/ap/maplanding?openid.mode=cancel', /refused/],
  ])('is not %s', (_what, text, words) => {
    const error = thrownBy(() => readLanding(text, secrets));
    expect(error).toBeInstanceOf(AudibleError);
    expect(error).toMatchObject({ reason: 'sign_in_failed', message: expect.stringMatching(words) });
    expect(allOfError(error)).not.toContain(CODE);
  });
});
