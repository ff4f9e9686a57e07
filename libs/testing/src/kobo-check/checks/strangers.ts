import { check, type AnyKit } from '../check.js';
import { equal, holds } from '../expectation.js';
import type { Endpoint } from '../endpoint.js';
import { UNKNOWN_ID } from '../unknown-id.js';

const QUICK = 20;

const CALLS: [method: string, path: string][] = [
  ['POST', '/v1/auth/device'],
  ['GET', '/v1/initialization'],
  ['GET', '/v1/library/sync'],
  ['GET', `/v1/library/${UNKNOWN_ID}/metadata`],
  ['GET', `/v1/books/${UNKNOWN_ID}/thumbnail/355/530/false/image.jpg`],
  ['POST', '/v1/library/tags'],
];

/** Addresses with a token nobody has. They come last: some servers lock out for a while whoever tries such. */
export const STRANGERS = [
  check({
    id: 'strangers.refused',
    level: 'must',
    title: 'An unknown token gets 401 everywhere, and nothing else',
    async run(kit) {
      const [book] = (await kit.library()).values();
      const calls = book ? [...CALLS, ['GET', await downloadPath(kit, book.id)] as const] : CALLS;
      for (const [method, path] of calls) {
        const { status, bytes } = await stranger(kit).call(method, path);
        equal(status, 401, `the status of ${method} ${path}`);
        const told = /AccessToken|Entitlement|Resources/.exec(bytes.toString('utf8'))?.[0];
        holds(!told && bytes.length < 2_000, 'an answer without data', told ?? `${bytes.length} bytes`);
      }
    },
  }),
  check({
    id: 'strangers.flood',
    level: 'should',
    title: 'Many unknown tokens at once lock out nobody who has a good one',
    async run(kit) {
      await Promise.all(Array.from({ length: QUICK }, () => stranger(kit).get('/v1/library/sync')));
      equal((await kit.device.get('/v1/library/sync')).status, 200, 'the status with the good token');
    },
  }),
];

/** The base with a token that is one letter too long. */
const stranger = (kit: AnyKit): Endpoint => kit.at(`${kit.base}x`);

/** Where the book is downloaded, below the base; somewhere below it, where it is downloaded elsewhere. */
async function downloadPath(kit: AnyKit, id: string): Promise<string> {
  const [metadata] = (await kit.device.json(`/v1/library/${id}/metadata`)) as { DownloadUrls?: { Url?: string }[] }[];
  const url = metadata?.DownloadUrls?.[0]?.Url ?? '';
  return url.startsWith(kit.base) ? url.slice(kit.base.length) : `/v1/books/${id}/file`;
}
