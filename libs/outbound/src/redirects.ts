import type { OutboundAnswer, OutboundRequest } from './exchange.js';
import { OutboundError } from './problems.js';

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** Where an answer leads; undefined where it is one. Throws OutboundError for where it must not. */
export function redirectOf(
  answer: OutboundAnswer,
  from: URL,
  { mayFollow, method = 'GET' }: OutboundRequest,
): URL | undefined {
  const location = answer.headers['location'];
  if (!REDIRECTS.has(answer.status) || location === undefined || method !== 'GET' || !mayFollow) return undefined;
  const next = URL.parse(location, from.href);
  const lessSafe = from.protocol === 'https:' && next?.protocol !== 'https:';
  if (!next || lessSafe || next.username !== '' || !mayFollow(next))
    throw new OutboundError('forbidden-redirect', `${from.host} redirects to where it may not be followed`);
  return next;
}
