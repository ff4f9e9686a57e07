import { check, type KitWith } from '../check.js';
import type { Endpoint } from '../endpoint.js';
import { equal, fits } from '../expectation.js';
import { field, heldAfter, idOf, isTag, kindOf } from '../sync-items.js';
import { Tag } from '../wire-schemas.js';

const LARGE = 105;

/** Shelves of the server, which are collections on a device. */
export const TAGS_TO_DEVICE = [
  check({
    id: 'shelves.new',
    level: 'must',
    title: 'A new shelf is one new collection, empty too, and filled it is changed',
    needs: ['pair', 'addShelf', 'shelve', 'removeShelf'],
    async run(kit) {
      const book = (await kit.someBook()).id;
      const device = kit.at(await kit.hands.pair(kit.base));
      await device.sync();
      const name = `To read 执 ${kit.stamp()}`;
      const shelf = await kit.hands.addShelf(device.base, name);
      const empty = only(await device.sync(), 'NewTag', shelf);
      equal([empty.Name, empty.Type, empty.Items], [name, 'UserTag', []], 'the collection');
      await kit.hands.shelve(shelf, [book]);
      const filled = only(await device.sync(), 'ChangedTag', shelf);
      equal(
        filled.Items.map(({ RevisionId }) => RevisionId),
        [book],
        'its books',
      );
      equal(await device.sync(), [], 'the next sync');
      await kit.hands.removeShelf(shelf);
    },
  }),
  check({
    id: 'shelves.large',
    level: 'must',
    title: 'A shelf of 105 books is one collection of 105',
    needs: ['reader', 'addShelf', 'shelve'],
    async run(kit) {
      const device = kit.at(await kit.hands.reader(LARGE));
      const books = heldAfter(await device.sync());
      await kit.hands.shelve(await newShelf(kit, device), [...books]);
      const tags = (await device.sync()).filter(isTag);
      const [tag] = tags.map((item) => field(item, `${kindOf(item)}.Tag`));
      equal(
        [tags.length, fits(tag, Tag, 'the collection').Items.length],
        [1, LARGE],
        'collections, and books in the first',
      );
    },
  }),
  check({
    id: 'shelves.removed',
    level: 'must',
    title: 'A shelf that is removed is dropped from the device, once',
    needs: ['pair', 'addShelf', 'removeShelf'],
    async run(kit) {
      const device = kit.at(await kit.hands.pair(kit.base));
      const shelf = await newShelf(kit, device);
      await device.sync();
      await kit.hands.removeShelf(shelf);
      const items = await device.sync();
      equal(
        items.map((item) => [kindOf(item), idOf(item)]),
        [['DeletedTag', shelf]],
        'the items',
      );
      equal(await device.sync(), [], 'the next sync');
    },
  }),
];

const newShelf = (kit: KitWith<'addShelf'>, device: Endpoint): Promise<string> =>
  kit.hands.addShelf(device.base, `A shelf ${kit.stamp()}`);

/** The collection in the one item there is. */
function only(items: unknown[], kind: string, id: string): Tag {
  equal(
    items.map((item) => [kindOf(item), idOf(item)]),
    [[kind, id]],
    'the items',
  );
  return fits(field(items[0], `${kind}.Tag`), Tag, 'the collection');
}
