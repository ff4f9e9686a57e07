import type { Finding } from '@octavo/contracts';
import type { Reply } from '../ask-as-device.js';
import { CHANGES, type Way } from '../walk-the-way.js';
import { check } from './finding.js';

type Rest = NonNullable<Way['rest']>;

const brackets = check('brackets', 'Unescaped addresses get through');
const methods = check('methods', 'PUT, PATCH and DELETE get through');
const upload = check('large-body', 'Large bodies get through');
const headers = check('large-headers', 'Large headers get through');

const NOT_TRIED = 'Not tried, because a simple request did not come through.';

/** A device writes [ ] { } and quotes into its queries as they are, which some firewalls refuse. */
export function bracketsFinding(rest: Rest | undefined): Finding {
  if (!rest) return brackets.unknown(NOT_TRIED);
  if (rest.brackets.echo) return brackets.good('A query with raw brackets and quotes arrived.');
  return brackets.bad(
    `A query with raw brackets, as a Kobo sends it in every sync, did not arrive (${saw(rest.brackets.reply)}).`,
    'Exempt /kobo/ from the web application firewall (ModSecurity, Coraza, Cloudflare) or from the strict checking of queries in your proxy.',
  );
}

/** Progress, highlights and removals need methods that some proxies refuse. */
export function methodsFinding(rest: Rest | undefined): Finding {
  if (!rest) return methods.unknown(NOT_TRIED);
  const stopped = CHANGES.filter((method) => rest.changes[method].echo?.method !== method);
  if (stopped.length === 0) return methods.good('All three arrived.');
  const seen = stopped.map((method) => `${method}: ${saw(rest.changes[method].reply)}`).join(', ');
  return methods.bad(
    `Did not arrive: ${seen}. Reading places and removed books could not be told to us.`,
    'Allow these methods below /kobo/: take limit_except out in nginx, method matchers in Caddy, Method() rules in Traefik, and allow them in your web application firewall.',
  );
}

/** Kobo's telemetry and long lists of places come in bodies that small limits refuse. */
export function uploadFinding(rest: Rest | undefined): Finding {
  if (!rest) return upload.unknown(NOT_TRIED);
  const { echo, reply } = rest.upload;
  if (echo && echo.bytes >= 1_000_000) return upload.good(`A body of 1 MB arrived in ${reply.ms} ms.`);
  return upload.bad(
    `A body of 1 MB did not arrive (${saw(reply)}).`,
    'Allow larger bodies: "client_max_body_size 10m;" in nginx, "request_body { max_size 10MB }" in Caddy, maxRequestBodyBytes of the buffering middleware in Traefik.',
  );
}

/** nginx calls it "upstream sent too big header": its buffer for the headers of an answer is 4 KB where nobody enlarges it. */
export function headersFinding(rest: Rest | undefined): Finding {
  if (!rest) return headers.unknown(NOT_TRIED);
  if (rest.headers.echo) return headers.good('An answer with 3.5 KB of headers came back.');
  return headers.bad(
    `An answer with 3.5 KB of headers did not come back (${saw(rest.headers.reply)}).`,
    'Enlarge the buffers: "proxy_buffer_size 16k; proxy_buffers 4 32k; proxy_busy_buffers_size 32k;" in nginx, "tune.bufsize 32768" in HAProxy. Caddy and Traefik need nothing.',
  );
}

/** An answer in two or three words. */
function saw(reply: Reply): string {
  return reply.kind === 'failed' ? reply.code.toLowerCase().replaceAll('_', ' ') : `status ${reply.status}`;
}
