import { timed } from './numbers.js';

/** A device as the benchmark plays it: pages, how long each took, and what was in them. */
export interface Synced {
  /** Milliseconds of each page. */
  pages: number[];
  /** Ids of new books, in the order they came. */
  added: string[];
  items: number;
  largestPage: number;
  largestHeaders: number;
  token: string;
}

/** Syncs until there is no more. Throws for any answer a device would break off at. */
export async function syncFrom(base: string, from?: string): Promise<Synced> {
  const synced: Synced = { pages: [], added: [], items: 0, largestPage: 0, largestHeaders: 0, token: from ?? '' };
  for (let more = true; more;) {
    const { ms, result } = await timed(() => ask(base, synced.token));
    const items = JSON.parse(result.text) as { NewEntitlement?: { BookEntitlement: { Id: string } } }[];
    synced.pages.push(ms);
    synced.items += items.length;
    synced.added.push(...items.flatMap(({ NewEntitlement }) => NewEntitlement?.BookEntitlement.Id ?? []));
    synced.largestPage = Math.max(synced.largestPage, Buffer.byteLength(result.text));
    synced.largestHeaders = Math.max(synced.largestHeaders, [...result.headers].join('').length);
    synced.token = result.headers.get('x-kobo-synctoken')!;
    more = result.headers.get('x-kobo-sync') === 'continue';
  }
  return synced;
}

async function ask(base: string, token: string): Promise<{ text: string; headers: Headers }> {
  const answer = await fetch(`${base}/v1/library/sync`, { headers: token ? { 'x-kobo-synctoken': token } : {} });
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`a sync was answered with ${answer.status}`);
  return { text, headers: answer.headers };
}
