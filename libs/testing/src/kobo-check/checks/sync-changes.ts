import { anEpub } from '../../builders/epub.builder.js';
import { pngCover } from '../../builders/cover.builder.js';
import { check, type KitWith } from '../check.js';
import { fetchCover } from '../cover-calls.js';
import { download } from '../download-calls.js';
import type { Endpoint } from '../endpoint.js';
import { equal, fits, holds } from '../expectation.js';
import { aBook } from '../new-books.js';
import { about, entitlementOf, field, heldAfter, idsOf, isRemoval, kindOf, metadataOf, text } from '../sync-items.js';
import { Metadata } from '../wire-schemas.js';

const CHANGED = { title: 'Renamed 执', series: 'Another series' };

/** What a device is told of a library that changes. Each check has a reader of its own. */
export const SYNC_CHANGES = [
  check({
    id: 'sync.added',
    level: 'must',
    title: 'A book that is added is one new entitlement',
    needs: ['reader', 'addBooks'],
    async run(kit) {
      const { device, id } = await deviceWithABook(kit);
      const [added = ''] = await kit.hands.addBooks(device.base, [aBook('Added')]);
      const items = await device.sync();
      equal(items.map(kindOf), ['NewEntitlement'], 'the items');
      equal(idsOf(items), [added], `the book, beside ${id}`);
    },
  }),
  check({
    id: 'sync.edited',
    level: 'must',
    title: 'A title that is edited comes in one item, and once',
    needs: ['reader', 'addBooks', 'editBook'],
    async run(kit) {
      const { device, id } = await deviceWithABook(kit);
      await kit.hands.editBook(id, CHANGED);
      const items = about(await device.sync(), id);
      equal(items.length, 1, 'how many items are about it');
      const metadata = metadataOf(items[0]);
      equal(
        [text(metadata, 'Title'), text(metadata, 'Series.Name')],
        [CHANGED.title, CHANGED.series],
        'title and series',
      );
      equal(await device.sync(), [], 'the next sync');
      return kindOf(items[0]);
    },
  }),
  check({
    id: 'sync.edited-gently',
    level: 'should',
    title: 'An edited title does not make the device fetch the book again',
    needs: ['reader', 'addBooks', 'editBook'],
    async run(kit) {
      const { device, id } = await deviceWithABook(kit);
      await kit.hands.editBook(id, CHANGED);
      const [item] = about(await device.sync(), id);
      equal(kindOf(item), 'ChangedProductMetadata', 'the kind of the item');
      return entitlementOf(item) ? 'with the entitlement beside the metadata' : 'metadata alone';
    },
  }),
  check({
    id: 'sync.new-file',
    level: 'must',
    title: 'A file that is replaced makes the device fetch it, and is another one',
    needs: ['reader', 'addBooks', 'replaceFile'],
    async run(kit) {
      const { device, id, item: before } = await deviceWithABook(kit);
      const old = await bytesOf(device, id);
      await kit.hands.replaceFile(id, anEpub().titled('First').by('Jane Doe').withChapters(3, 20).build());
      const items = about(await device.sync(), id);
      const revision = (one: unknown) => text(entitlementOf(one), 'RevisionId');
      const fetched = items.filter((one) => kindOf(one) === 'NewEntitlement' || revision(one) !== revision(before));
      equal(fetched.length, 1, `how many of ${items.map(kindOf).join(', ') || 'no'} items have it fetched again`);
      const [size] = sizesIn(metadataOf(fetched[0]));
      holds(size !== sizesIn(metadataOf(before))[0], 'another size', size);
      holds(!(await bytesOf(device, id)).equals(old), 'other bytes', 'the same');
      return kindOf(fetched[0]);
    },
  }),
  check({
    id: 'sync.new-cover',
    level: 'must',
    title: 'A cover that is replaced has another id, and both are there',
    needs: ['reader', 'addBooks', 'replaceCover'],
    async run(kit) {
      const { device, id, item } = await deviceWithABook(kit);
      const before = text(metadataOf(item), 'CoverImageId');
      await kit.hands.replaceCover(id, pngCover({ seed: 3 }));
      const items = about(await device.sync(), id);
      equal(items.length, 1, 'how many items are about it');
      const after = text(metadataOf(items[0]), 'CoverImageId');
      holds(after !== '' && after !== before, 'another id', after);
      for (const image of [before, after]) {
        equal((await fetchCover(kit, device, image)).status, 200, `the status of the cover ${image}`);
      }
    },
  }),
  check({
    id: 'sync.withheld',
    level: 'must',
    title: 'A book that is kept from the device is removed, and comes back when it is offered again',
    needs: ['pair', 'withhold', 'offer'],
    async run(kit) {
      const { id } = await kit.someBook();
      const device = kit.at(await kit.hands.pair(kit.base));
      await device.sync();
      await kit.hands.withhold(device.base, id);
      removedOnce(await device.sync(), id);
      equal(await device.sync(), [], 'the next sync');
      await kit.hands.offer(device.base, id);
      const items = await device.sync();
      equal(items.map(kindOf), ['NewEntitlement'], 'the items after it is offered again');
      equal([...heldAfter(items)], [id], 'the books');
    },
  }),
  check({
    id: 'sync.deleted',
    level: 'must',
    title: 'A book that is deleted is removed, and told once',
    needs: ['reader', 'addBooks', 'deleteBook'],
    async run(kit) {
      const { device, id } = await deviceWithABook(kit);
      await kit.hands.deleteBook(id);
      const hidden = removedOnce(await device.sync(), id);
      equal(await device.sync(), [], 'the next sync');
      return hidden ? 'hidden from the archive' : 'left in the archive';
    },
  }),
  check({
    id: 'sync.deleted-unseen',
    level: 'must',
    title: 'Nothing is told of books that went before any device heard of them',
    needs: ['reader', 'addBooks', 'deleteBook'],
    async run(kit) {
      const base = await kit.hands.reader(0);
      const ids = await kit.hands.addBooks(base, [aBook('One'), aBook('Two'), aBook('To stay')]);
      for (const id of ids.slice(0, 2)) await kit.hands.deleteBook(id);
      equal(idsOf(await kit.at(base).sync()), ids.slice(2), 'the books');
    },
  }),
];

type Prepared = { device: Endpoint; id: string; item: unknown };

/** A new reader's device that has synced one book with a cover. */
async function deviceWithABook(kit: KitWith<'reader' | 'addBooks'>): Promise<Prepared> {
  const device = kit.at(await kit.hands.reader(0));
  const [id = ''] = await kit.hands.addBooks(device.base, [{ ...aBook('First'), cover: pngCover({ seed: 1 }) }]);
  const items = await device.sync();
  equal(idsOf(items), [id], 'the first sync of one book');
  return { device, id, item: items[0] };
}

/** Gives whether it is hidden from the archive, too. */
function removedOnce(items: unknown[], id: string): boolean {
  equal(items.map(kindOf), ['ChangedEntitlement'], 'the items');
  const [item] = about(items, id);
  holds(isRemoval(item), 'IsRemoved', item);
  holds(text(metadataOf(item), 'Title') !== '', 'a title', metadataOf(item));
  return field(entitlementOf(item), 'IsHiddenFromArchive') === true;
}

const sizesIn = (metadata: unknown): number[] =>
  fits(metadata, Metadata, 'the metadata').DownloadUrls.map(({ Size }) => Size);

const bytesOf = async (device: Endpoint, id: string): Promise<Buffer> => (await download(device, id)).bytes;
