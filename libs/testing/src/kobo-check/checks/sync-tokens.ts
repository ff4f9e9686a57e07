import { SYNC_TOKEN_HEADER } from '@octavo/kobo';
import type { AnyKit } from '../check.js';
import { check } from '../check.js';
import type { Endpoint } from '../endpoint.js';
import { equal, holds } from '../expectation.js';
import { heldAfter, idsOf } from '../sync-items.js';

const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64');

const DAMAGED = ['garbage', '%%%', '', 'a'.repeat(8_000)];
const FOREIGN = [
  base64({ version: '1-1-0', data: { raw_kobo_store_token: '', books_last_modified: -62_135_596_800 } }),
  `KOMGA.${base64({ version: 1, lastSuccessfulSyncPointId: '0RDTATJQNHSQ0' }).replace(/=+$/, '')}`,
  'aaa.bbb',
  `${base64({ typ: 1, ver: null, ptyp: 'SyncToken' })}.${base64({ InternalSyncToken: 'x', IsContinuationToken: false })}`,
];
const PATIENT = 6;
/** More than none and less than a page, however small pages are. */
const A_BIT = 3;

/** The token is what a device knows. Whatever it brings, it ends up with the whole library. */
export const SYNC_TOKENS = [
  check({
    id: 'sync.damaged-tokens',
    level: 'must',
    title: 'A token that is damaged, empty or far too long counts for none',
    run: (kit) => countForNone(kit, DAMAGED),
  }),
  check({
    id: 'sync.foreign-tokens',
    level: 'must',
    title: 'The tokens of other servers and of the store count for none',
    run: (kit) => countForNone(kit, FOREIGN),
  }),
  check({
    id: 'sync.others-token',
    level: 'must',
    title: "The token of another account's device counts for none, and opens nothing of it",
    needs: ['reader'],
    async run(kit) {
      const other = kit.at(await kit.hands.reader(3));
      const theirs = heldAfter(await other.sync());
      const items = await kit.at(kit.base).sync(other.token);
      const mine = heldAfter(items);
      equal([...mine].sort(), [...(await kit.library()).keys()].sort(), 'the books');
      equal(
        [...theirs].filter((id) => mine.has(id)),
        [],
        'books of the other account',
      );
    },
  }),
  check({
    id: 'sync.replay',
    level: 'must',
    title: 'A page whose answer was lost comes again, and nothing is lost in the end',
    needs: ['reader', 'pageSize'],
    async run(kit) {
      const device = kit.at(await kit.hands.reader(kit.hands.pageSize + A_BIT));
      const first = await device.page();
      const again = await device.page();
      equal(idsOf(again.items), idsOf(first.items), 'the first page, asked for again');
      const second = await device.page(again.token);
      const secondAgain = await device.page(again.token);
      equal(idsOf(secondAgain.items), idsOf(second.items), 'the second page, asked for again');
      const rest = second.more ? await device.sync(secondAgain.token) : [];
      const held = heldAfter([...first.items, ...second.items, ...rest]);
      equal(held.size, kit.hands.pageSize + A_BIT, 'how many books there are in the end');
    },
  }),
  check({
    id: 'sync.stuck-token',
    level: 'should',
    title: 'A device that keeps its token while there is more gets on all the same',
    needs: ['reader', 'pageSize'],
    async run(kit) {
      const device = kit.at(await kit.hands.reader(kit.hands.pageSize * 2 + A_BIT));
      const { token } = await device.page();
      const payloads = new Set<string>();
      for (let asked = 1; asked <= PATIENT; asked++) {
        const { items, more } = await device.page(token);
        if (!more) return `an end after ${asked} requests`;
        payloads.add(JSON.stringify(idsOf(items)));
        if (payloads.size > 1) return `another page after ${asked} requests`;
      }
      holds(false, `something else within ${PATIENT} requests`, 'the same page with "continue" each time');
    },
  }),
  check({
    id: 'sync.at-once',
    level: 'should',
    title: 'Two syncs at once lose nothing and tell nothing twice',
    needs: ['reader', 'pageSize'],
    async run(kit) {
      const device = kit.at(await kit.hands.reader(kit.hands.pageSize + A_BIT));
      const [one, two] = await Promise.all([device.page(), device.page()]);
      const same = idsOf(one.items).join() === idsOf(two.items).join();
      const rest = one.more && two.more ? await device.sync(two.token) : [];
      const told = same ? [...one.items, ...rest] : [...one.items, ...two.items, ...rest];
      equal(new Set(idsOf(told)).size, told.length, 'how many of the items are different');
      equal(heldAfter(told).size, kit.hands.pageSize + A_BIT, 'how many books there are in the end');
      return same ? 'both got the same page' : 'they got different pages';
    },
  }),
];

async function countForNone(kit: AnyKit, tokens: string[]): Promise<void> {
  const device = kit.at(kit.base);
  const expected = await firstPage(device, {});
  for (const token of tokens) {
    const page = await firstPage(device, { [SYNC_TOKEN_HEADER]: token });
    equal(page, expected, `the books after the token ${token.slice(0, 20)}…`);
  }
}

async function firstPage(device: Endpoint, headers: Record<string, string>): Promise<string[]> {
  const items = await device.json('/v1/library/sync', headers);
  holds(Array.isArray(items), 'a list', items);
  return [...heldAfter(items as unknown[])];
}
