import type { Finding } from '@octavo/contracts';
import type { Asked } from '../walk-the-way.js';
import type { Reply } from '../ask-as-device.js';
import { check, spoken } from './finding.js';
import { isBadGateway } from './reach.js';

type Answered = Extract<Reply, { kind: 'answered' }>;

const redirect = check('redirect', 'No redirect');
const login = check('login', 'No login page in front');
const identity = check('identity', 'It is this Octavo');

const NOT_SEEN = 'Not seen, because no answer came.';
const LET_KOBO_THROUGH =
  'Let everything below /kobo/ through without a login; each device has a secret in its address. nginx: auth_basic off or auth_request off in a location /kobo/; Caddy: forward_auth for all other paths only; Traefik: a router of its own for PathPrefix(`/kobo/`) without the auth middleware.';

/** Redirects: a device loses the body of what it sends, and a login page cannot be filled in. */
export function redirectFinding({ reply }: Asked, publicUrl: string): Finding {
  if (reply.kind === 'failed') return redirect.unknown(NOT_SEEN);
  const target = targetOf(reply, publicUrl);
  if (!target) return redirect.good('The answer comes from the address itself.');
  const from = new URL(publicUrl);
  const secured = from.protocol === 'http:' && target.protocol === 'https:' && from.hostname === target.hostname;
  if (secured) {
    return redirect.warning(
      'Requests to http:// are sent on to https://. What a Kobo uploads is lost on the way.',
      `Set PUBLIC_URL to the https address and put it into the configuration file of each device.`,
    );
  }
  const where = target.hostname === from.hostname ? target.pathname : target.host;
  return redirect.bad(`Requests are sent on to ${where.slice(0, 200)}, which is not us.`, LET_KOBO_THROUGH);
}

/** Pages and refusals that come from something in front of us. */
export function loginFinding({ reply, echo }: Asked, publicUrl: string): Finding {
  if (reply.kind === 'failed') return login.unknown(NOT_SEEN);
  const target = targetOf(reply, publicUrl);
  if (target && /auth|login|log-in|signin|sign-in|sso|oauth|outpost/i.test(target.host + target.pathname))
    return login.bad('The answer leads to a login page.', LET_KOBO_THROUGH);
  if ([401, 403, 407].includes(reply.status))
    return login.bad(`Something in front of Octavo refuses us (${reply.status}).`, LET_KOBO_THROUGH);
  if (!echo && isHtml(reply) && /type=["']?password|log ?in|sign ?in/i.test(reply.body.toString('utf8')))
    return login.bad('A login page answers in place of Octavo.', LET_KOBO_THROUGH);
  if (!echo) return login.unknown('Nobody asked for a password, but the answer is not ours either.');
  return login.good('Nobody in front of Octavo asks for a password.');
}

/** Whether what answers knows our secret: the same database, and not another server of the same name. */
export function identityFinding({ reply, echo }: Asked, publicUrl: string): Finding {
  if (echo) return identity.good('The answer is proved to be from this library.');
  if (reply.kind === 'failed') return identity.unknown(NOT_SEEN);
  if (targetOf(reply, publicUrl) || isBadGateway(reply) || [401, 403, 407].includes(reply.status))
    return identity.unknown('Not seen, because the request did not come through.');
  const { pathname } = new URL(publicUrl);
  const prefix = pathname === '/' ? '' : pathname;
  const strip = `If it is the right server, let the proxy take ${prefix} off the path: "location ${prefix}/ { proxy_pass http://octavo:8080/; }" in nginx, handle_path in Caddy, StripPrefix in Traefik.`;
  return identity.bad(
    `Another server, or another Octavo, answers at ${spoken(publicUrl)} (status ${reply.status}${isHtml(reply) ? ', a web page' : ''}).`,
    prefix ? strip : 'Check that PUBLIC_URL names this server, and where the proxy forwards /kobo/ to.',
  );
}

/** Where an answer sends us on to, if it does. */
function targetOf({ status, headers }: Answered, publicUrl: string): URL | undefined {
  const { location } = headers;
  if (status < 300 || status > 399 || location === undefined) return undefined;
  return URL.canParse(location, publicUrl) ? new URL(location, publicUrl) : new URL(publicUrl);
}

const isHtml = ({ headers }: Answered) => /html/i.test(headers['content-type'] ?? '');
