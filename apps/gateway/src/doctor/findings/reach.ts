import type { Finding } from '@octavo/contracts';
import type { Reply } from '../ask-as-device.js';
import { check } from './finding.js';

const { good, warning, bad } = check('reach', 'The address answers');
/** A device waits about 30 s for an answer, and a sync is hundreds of requests. */
const SLOW_MS = 3_000;

const FAILURES: Record<string, [detail: string, advice: string]> = {
  ENOTFOUND: ['no such name is known', 'Check the name in PUBLIC_URL and that your DNS server knows it.'],
  EAI_AGAIN: ['the name could not be looked up', "Check this server's DNS settings, then try again."],
  ECONNREFUSED: [
    'nobody listens there',
    'Check the port in PUBLIC_URL, and that the proxy (or the port mapping of the container) is running.',
  ],
  ECONNRESET: [
    'the connection was cut',
    'Check that http and https in PUBLIC_URL match what the proxy speaks on that port.',
  ],
  EPROTO: [
    'it does not speak TLS on that port',
    'Check that PUBLIC_URL should begin with https:// and names the TLS port.',
  ],
  TIMEOUT: [
    'no answer came within five seconds',
    'Check firewall and port forwarding. Some routers do not lead from the inside back to their own public address; then a Kobo in another network may still get through.',
  ],
};
for (const [other, like] of [
  ['ETIMEDOUT', 'TIMEOUT'],
  ['EHOSTUNREACH', 'TIMEOUT'],
  ['ENETUNREACH', 'TIMEOUT'],
  ['EPIPE', 'ECONNRESET'],
  ['HPE_INVALID_CONSTANT', 'ECONNRESET'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'EPROTO'],
  ['ERR_SSL_PACKET_LENGTH_TOO_LONG', 'EPROTO'],
] as const)
  FAILURES[other] = FAILURES[like]!;

/** Does anybody answer, soon enough, who can reach us? */
export function reachFinding(hello: Reply, shown: string): Finding {
  if (hello.kind === 'failed') {
    const [detail, advice] = FAILURES[hello.code] ?? [
      `the connection failed (${hello.code})`,
      FAILURES['ECONNREFUSED']![1],
    ];
    return bad(`${shown} does not answer: ${detail}.`, advice);
  }
  if (isBadGateway(hello)) {
    return bad(
      `A proxy answers at ${shown}, but it does not reach Octavo (${hello.status}).`,
      'Let the proxy forward to the address and port Octavo listens on: proxy_pass in nginx, reverse_proxy in Caddy, loadbalancer.server.port in Traefik. In a container HOST must be 0.0.0.0.',
    );
  }
  if (hello.ms > SLOW_MS) {
    return warning(
      `${shown} took ${(hello.ms / 1000).toFixed(1)} seconds to answer.`,
      'A Kobo gives up after half a minute. Look at what the server and the proxy are busy with.',
    );
  }
  return good(`${shown} answered in ${hello.ms} ms.`);
}

/** A proxy that stands before nothing. */
export const isBadGateway = (reply: Reply) => reply.kind === 'answered' && [502, 503, 504].includes(reply.status);
