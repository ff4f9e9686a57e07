import { SYNC_CONTINUES, SYNC_HEADER, SYNC_TOKEN_HEADER } from '@octavo/kobo';
import type { DeviceApi } from './device-api.js';

export interface SyncPage {
  items: unknown[];
  token: string | undefined;
  more: boolean;
}

const QUERY = 'Filter=ALL&DownloadUrlFilter=Generic,Android&PrioritizeRecentReads=true';

/** Proxies in front of a server give up on headers of a memory page. */
const MOST_HEADER_BYTES = 4096;

/** One request to library/sync. Throws SyncBroken unless the answer arrived whole and is a list. */
export async function syncPage(api: DeviceApi, token: string | undefined): Promise<SyncPage> {
  const { link } = api;
  const headers = { ...api.headers(), ...(token !== undefined && { [SYNC_TOKEN_HEADER]: token }) };
  const answer = await api.request('GET', `/v1/library/sync?${QUERY}`, { headers });
  const items = link.parsed('GET v1/library/sync', answer);
  if (!Array.isArray(items)) throw link.refuse('library/sync did not answer with a list');
  const next = answer.headers.get(SYNC_TOKEN_HEADER) ?? undefined;
  if (!next) link.note('library/sync gave no token');
  const size = [...answer.headers].reduce((sum, [name, value]) => sum + name.length + value.length + 4, 0);
  if (size >= MOST_HEADER_BYTES) link.note(`library/sync sent ${size} bytes of headers`);
  return { items: items as unknown[], token: next, more: answer.headers.get(SYNC_HEADER) === SYNC_CONTINUES };
}
