import type { Finding } from '@octavo/contracts';
import type { Echo } from '../echo.js';
import { check } from './finding.js';

const { good, warning, unknown } = check('forwarding', 'The proxy says what was asked for');

const SAY_IT =
  'nginx: "proxy_set_header Host $http_host; proxy_set_header X-Forwarded-Proto $scheme; proxy_set_header X-Forwarded-Port $server_port;". Caddy and Traefik do so by themselves, unless another proxy stands before them: name it in trusted_proxies, or in forwardedHeaders.trustedIPs.';

/**
 * Compares the address a request behind the proxy tells with the one that is configured. All addresses are made from the
 * configured one, so nothing breaks at once; but a proxy that hides scheme or host is set up differently than it is thought
 * to be. Port and prefix are seldom passed on, and a container sees another port than the world.
 */
export function forwardingFinding(echo: Echo | undefined, publicUrl: string): Finding {
  if (!echo) return unknown('Not seen, because a simple request did not come through.');
  if (!URL.canParse(echo.address))
    return warning('The headers that tell the address hold something that is no address.', SAY_IT);
  const [asked, told] = [new URL(publicUrl), new URL(echo.address)];
  const differing = [
    ...(asked.protocol === told.protocol ? [] : [`${told.protocol}// instead of ${asked.protocol}//`]),
    ...(asked.hostname === told.hostname ? [] : [`the host ${told.hostname} instead of ${asked.hostname}`]),
  ];
  if (differing.length > 0) {
    const untrusted = echo.viaProxy && !echo.trusted;
    return warning(
      `Behind the proxy it looks as if ${differing.join(' and ')} had been asked for. Devices are not troubled, because PUBLIC_URL counts.`,
      untrusted
        ? 'The proxy has a public address, so what it says is not believed. Let it reach Octavo over your own network.'
        : SAY_IT,
    );
  }
  const hidden = [
    ...(asked.port === told.port ? [] : ['port']),
    ...(trimmed(asked.pathname) === trimmed(told.pathname) ? [] : ['path']),
  ];
  if (hidden.length === 0) return good('Scheme, host, port and path arrive as they stand in PUBLIC_URL.');
  return good(
    `Scheme and host arrive; the ${hidden.join(' and the ')} does not, which is no harm with PUBLIC_URL set.`,
  );
}

const trimmed = (path: string) => path.replace(/\/+$/, '');
