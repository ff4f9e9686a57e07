import { z } from 'zod';
import { type AnyKit, check } from '../check.js';
import { equal, fits, holds, Lacking } from '../expectation.js';
import { type HttpAnswer, httpCall, jsonOf } from '../http-call.js';

const RETURN_TO = 'kobo://UserAuthenticated';
const ASKED = 'response_type=code&client_id=nickel&scope=openid&state=abc&code_challenge=x&code_challenge_method=S256';

const Discovery = z.object({ issuer: z.url(), authorization_endpoint: z.url(), token_endpoint: z.url() });
const Tokens = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  token_type: z.string().min(1),
  expires_in: z.number().positive(),
});

/** The OpenID Connect steps that newer firmware takes before it syncs. */
export const OIDC = [
  check({
    id: 'oidc.discovery',
    level: 'must',
    title: 'The OAuth host is our own and says where its endpoints are',
    async run(kit) {
      const { oauth_host: host } = await kit.resources();
      holds(kit.owns(host), `oauth_host under ${kit.origin}, unless the store is proxied`, host);
      for (const address of Object.values(await discovery(kit))) {
        holds(kit.owns(address), `an endpoint under ${kit.origin}`, address);
      }
    },
  }),
  check({
    id: 'oidc.authorize',
    level: 'must',
    title: "Authorisation leads at once to the device's own deep link, with a code and its state",
    async run(kit) {
      const answer = await authorise(kit, RETURN_TO);
      equal(answer.status, 302, 'the status');
      const location = answer.headers.get('location') ?? '';
      const returned = new URLSearchParams(location.slice(RETURN_TO.length + 1));
      const sound = location.startsWith(`${RETURN_TO}?`) && returned.get('state') === 'abc' && returned.get('code');
      holds(sound, `${RETURN_TO}? with a code and state=abc`, location.replace(/code=[^&]+/, 'code=…'));
    },
  }),
  check({
    id: 'oidc.elsewhere',
    level: 'must',
    title: 'Authorisation leads nowhere else',
    async run(kit) {
      const { status, headers } = await authorise(kit, 'https://evil.example');
      holds(
        status >= 400 && status < 500 && !headers.has('location'),
        'a refusal',
        `${status} ${headers.get('location')}`,
      );
    },
  }),
  check({
    id: 'oidc.token',
    level: 'must',
    title: 'Both grants give tokens',
    async run(kit) {
      const { token_endpoint: url } = await discovery(kit);
      for (const grant of ['authorization_code&code=c', 'refresh_token&refresh_token=r']) {
        const headers = { 'content-type': 'application/x-www-form-urlencoded' };
        const answer = await httpCall(url, { method: 'POST', headers, body: `grant_type=${grant}&client_id=nickel` });
        fits(jsonOf(answer, 'the token endpoint'), Tokens, `the tokens of ${grant}`);
      }
    },
  }),
];

/** The endpoints of an OAuth host that is the server's own: nobody else's is called. */
async function discovery(kit: AnyKit): Promise<z.infer<typeof Discovery>> {
  const { oauth_host: host } = await kit.resources();
  if (!kit.owns(host)) throw new Lacking("an oauth_host of the server's own");
  const answer = await httpCall(`${String(host)}/.well-known/openid-configuration`);
  return fits(jsonOf(answer, 'the discovery document'), Discovery, 'the discovery document');
}

async function authorise(kit: AnyKit, returnTo: string): Promise<HttpAnswer> {
  const { authorization_endpoint: endpoint } = await discovery(kit);
  return httpCall(`${endpoint}?${ASKED}&redirect_uri=${encodeURIComponent(returnTo)}`);
}
