import { check } from '../check.js';
import { equal, holds, Lacking } from '../expectation.js';
import { aBook } from '../new-books.js';
import { bookInReading } from '../state-calls.js';
import { heldAfter, idsOf, isTag, kindOf, ofBooks, ofKind, text } from '../sync-items.js';

const LONG_MS = 1_500;

/** Several devices, several readers, and what a server's owner decides for one of them. */
export const SYNC_DEVICES = [
  check({
    id: 'sync.second-device',
    level: 'must',
    title: 'A second device of an account gets everything, and the first one does not notice',
    needs: ['pair'],
    async run(kit) {
      await kit.someBook();
      const first = kit.at(kit.base);
      await first.sync();
      const held = heldAfter(await kit.at(await kit.hands.pair(kit.base)).sync());
      equal([...held].sort(), [...(await kit.library()).keys()].sort(), 'the books of the second device');
      equal(ofBooks(await first.sync()), [], 'what the first one is told then');
    },
  }),
  check({
    id: 'sync.two-readers',
    level: 'must',
    title: "Nobody gets another account's books or collections",
    needs: ['reader', 'addShelf'],
    async run(kit) {
      const bases = [await kit.hands.reader(2), await kit.hands.reader(2)];
      const shelves = await Promise.all(bases.map((base, at) => kit.hands.addShelf(base, `Shelf ${at}`)));
      const [one = [], two = []] = await Promise.all(bases.map((base) => kit.at(base).sync()));
      equal([heldAfter(one).size, heldAfter(two).size], [2, 2], 'how many books each has');
      equal(
        idsOf(one).filter((id) => idsOf(two).includes(id)),
        [],
        'what both are told of',
      );
      const tags = [one, two].map((items) => idsOf(items.filter(isTag)));
      equal(
        tags,
        shelves.map((id) => [id]),
        'the collections of each',
      );
    },
  }),
  check({
    id: 'sync.resync',
    level: 'must',
    title: 'Everything comes again when it is asked for on the server, with the reading states',
    needs: ['pair', 'resync', 'write'],
    async run(kit) {
      const device = kit.at(await kit.hands.pair(kit.base));
      await bookInReading(kit);
      const held = heldAfter(await device.sync());
      await kit.hands.resync(device.base);
      const items = ofKind(await device.sync(), 'NewEntitlement');
      equal([...heldAfter(items)].sort(), [...held].sort(), 'the books that come again');
      const status = items.map((item) => text(item, 'NewEntitlement.ReadingState.StatusInfo.Status'));
      holds(status.includes('Reading'), 'the reading state beside its book', status);
    },
  }),
  check({
    id: 'sync.converting',
    level: 'choice',
    title: 'A book in conversion neither keeps the sync going nor is it forgotten',
    needs: ['reader', 'addUnready'],
    async run(kit) {
      const device = kit.at(await kit.hands.reader(1));
      const unready = await kit.hands.addUnready(device.base, aBook('In conversion'));
      const before = await device.pages();
      await new Promise((resolve) => setTimeout(resolve, LONG_MS));
      const meanwhile = await device.sync();
      const id = await unready.finish();
      const after = await device.sync();
      const told = [...before.flatMap(({ items }) => items), ...meanwhile, ...after];
      equal(
        before.map(({ more }) => more),
        [false],
        'the pages of the sync meanwhile',
      );
      holds(heldAfter(told).has(id), 'the book in the end', told.map(kindOf));
      return heldAfter(after).has(id) ? 'it comes once it is ready' : 'it comes at once in another form';
    },
  }),
  check({
    id: 'sync.shelves-only',
    level: 'must',
    title: 'A device that gets some shelves only loses the other books, and gets them back',
    needs: ['pair', 'addShelf', 'shelve', 'removeShelf', 'choose'],
    async run(kit) {
      const { hands } = kit;
      const { id: kept } = await kit.someBook();
      const device = kit.at(await hands.pair(kit.base));
      const all = heldAfter(await device.sync());
      if (all.size < 2) throw new Lacking('two books to sync');
      const shelf = await hands.addShelf(device.base, `For the device ${kit.stamp()}`);
      try {
        await hands.shelve(shelf, [kept]);
        await hands.choose(device.base, [shelf]);
        const some = heldAfter(await device.sync(), all);
        equal([...some], [kept], 'the books while it gets one shelf');
        await hands.choose(device.base, 'everything');
        const again = heldAfter(await device.sync(), some);
        equal([...again].sort(), [...all].sort(), 'the books when it gets everything again');
      } finally {
        await hands.removeShelf(shelf);
      }
    },
  }),
];
