import type { Finding } from '@octavo/contracts';
import { SYNC_CONTINUES, SYNC_HEADER, SYNC_TOKEN_HEADER } from '@octavo/kobo';
import { DOWNLOAD, SENT } from '../echo.js';
import type { Way } from '../walk-the-way.js';
import { check } from './finding.js';

const cookie = check('cookie', 'No cookies');
const headers = check('device-headers', 'Headers of the sync get through');
const download = check('download', 'Downloads arrive unchanged');

const NOT_TRIED = 'Not tried, because a simple request did not come through.';

/** A device that got a cookie could not read its profile any more. */
export function cookieFinding({ hello: { reply }, rest }: Way): Finding {
  if (reply.kind === 'failed') return cookie.unknown(NOT_TRIED);
  const replies = [reply, ...(rest ? [rest.headers.reply, rest.upload.reply, rest.download.reply] : [])];
  const [set] = replies.flatMap((one) => (one.kind === 'answered' ? (one.headers['set-cookie'] ?? []) : []));
  if (set === undefined) return cookie.good('No cookie was set on the way.');
  const name = set.split('=')[0]?.trim().slice(0, 50) ?? '';
  return cookie.warning(
    `Something in front of Octavo sets a cookie (${name}). Kobos are known to stumble over cookies.`,
    'Switch it off below /kobo/: sticky sessions of the load balancer (sticky.cookie in Traefik, lb_policy cookie in Caddy), or "proxy_hide_header Set-Cookie;" in nginx.',
  );
}

/** The sync's position travels in a header of its own, in both directions. */
export function deviceHeadersFinding({ hello: { reply, echo } }: Way): Finding {
  if (reply.kind === 'failed' || !echo) return headers.unknown(NOT_TRIED);
  const lost = [
    ...(echo.syncToken ? [] : [SYNC_TOKEN_HEADER]),
    ...(echo.authorization ? [] : ['authorization']),
    ...(echo.userAgent ? [] : ['user-agent']),
    ...(reply.headers[SYNC_TOKEN_HEADER] === SENT.syncToken ? [] : [`${SYNC_TOKEN_HEADER} of the answer`]),
    ...(reply.headers[SYNC_HEADER] === SYNC_CONTINUES ? [] : [`${SYNC_HEADER} of the answer`]),
  ];
  if (lost.length === 0) return headers.good('The headers a sync needs arrive in both directions.');
  return headers.bad(
    `Lost or changed on the way: ${lost.join(', ')}.`,
    'Let the proxy pass these headers: look for proxy_set_header, proxy_hide_header and proxy_pass_request_headers in nginx, header_up and header_down in Caddy, a headers middleware in Traefik.',
  );
}

/** A device needs the length of a book, and its bytes as they are. */
export function downloadFinding({ rest }: Way): Finding {
  if (!rest) return download.unknown(NOT_TRIED);
  const { reply, whole } = rest.download;
  if (reply.kind === 'failed') return download.bad(`A download broke off (${reply.code}).`, UNTOUCHED);
  const { 'content-encoding': encoding, 'content-length': length } = reply.headers;
  const faults = [
    ...(reply.status === 200 ? [] : [`the status is ${reply.status}`]),
    ...(encoding === undefined ? [] : [`it is compressed again (${encoding})`]),
    ...(encoding !== undefined || length === String(DOWNLOAD.length) ? [] : ['its length is not told']),
    ...(encoding !== undefined || whole ? [] : ['its bytes are other ones']),
  ];
  if (faults.length === 0) return download.good('A download arrived byte for byte, with its length.');
  return download.bad(`A download is changed on the way: ${faults.join(', ')}.`, UNTOUCHED);
}

const UNTOUCHED =
  'Switch compression and rewriting off below /kobo/: "gzip off; brotli off; sub_filter off;" in nginx, encode for other paths only in Caddy, excludedContentTypes of the compress middleware in Traefik.';
