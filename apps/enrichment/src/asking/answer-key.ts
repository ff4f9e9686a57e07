import type { ProviderId, Request } from '@octavo/providers';
import { createHash } from 'node:crypto';

/** An index of PostgreSQL takes 2,700 bytes. */
const LONGEST = 1_000;

/**
 * What an answer is kept under: who is asked, in which shop, for what kind of page, at which address and in which language.
 * Addresses that differ only in the order of their parameters or behind "#" are one.
 */
export function answerKey(provider: ProviderId, market: string | undefined, request: Request): string {
  const language = request.headers?.['accept-language'] ?? '';
  const key = [provider, market?.toLowerCase() ?? '', request.kind, language, normalAddress(request.url)].join(' ');
  if (key.length <= LONGEST) return key;
  return `${key.slice(0, LONGEST)} ${createHash('sha256').update(key).digest('hex')}`;
}

function normalAddress(text: string): string {
  const url = URL.parse(text);
  if (url === null) return text;
  url.hash = '';
  url.searchParams.sort();
  return url.href;
}
