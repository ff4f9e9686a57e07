import { HouseOfLines } from '../../test/house-of-lines.js';
import { LineReader } from '../../test/line-reader.js';

const ALL = { scope: 'everything' as const, ids: [] };
const libraries = (...ids: string[]) => ({ scope: 'libraries' as const, ids });
const shelves = (...ids: string[]) => ({ scope: 'shelves' as const, ids });

let house: HouseOfLines;
let userId: string;

beforeAll(async () => {
  house = await HouseOfLines.open();
});
afterAll(() => house?.close());
beforeEach(async () => {
  userId = await house.beginAnew();
});

const kinds = async (reader: LineReader, id: string) =>
  (await reader.sync()).filter((told) => told.id === id).map(({ kind }) => kind);

describe('a device that gets chosen libraries', () => {
  it('gets their books and no others, also those that come later', async () => {
    const [one, two] = [await house.library(), await house.library()];
    const first = await house.settled('first', { libraries: [one] });
    await house.settled('elsewhere', { libraries: [two] });
    const reader = await house.reader(userId, libraries(one));
    await reader.sync();
    expect([...reader.books]).toEqual([first]);
    const both = await house.settled('both', { libraries: [one, two] });
    await house.settled('elsewhere too', { libraries: [two] });
    expect(await reader.sync()).toEqual([{ kind: 'new', id: both }]);
  });

  it("is never given another user's library, though its id was named, nor that user's books in one of everybody's", async () => {
    const other = await house.user();
    const [foreign, open] = [await house.library(other), await house.library()];
    await house.settled('private', { libraries: [foreign], owner: other });
    const seen = await house.settled('in the open', { libraries: [foreign], owner: null });
    await house.settled('private in the open', { libraries: [open], owner: other });
    const reader = await house.reader(userId, libraries(foreign, open));
    expect(await reader.sync()).toEqual([]);
    expect((await house.database.devices.find(userId, reader.device))!.libraries).toEqual([{ libraryId: open }]);
    await house.remove(seen);
  });

  it('loses a book that moves out of them, keeps one that is left a copy there, gets it back', async () => {
    const [one, two] = [await house.library(), await house.library()];
    const id = await house.settled('moving', { libraries: [one] });
    const reader = await house.reader(userId, libraries(one));
    expect(await kinds(reader, id)).toEqual(['new']);
    await house.move(id, [one, two]);
    expect(await kinds(reader, id)).toEqual([]);
    await house.move(id, [two]);
    expect(await kinds(reader, id)).toEqual(['removed']);
    await house.move(id, [one]);
    expect(await kinds(reader, id)).toEqual(['new']);
  });

  it('keeps a book whose file is missing, and a device that lacks it does not get it', async () => {
    const one = await house.library();
    const id = await house.settled('missing', { libraries: [one] });
    const reader = await house.reader(userId, libraries(one));
    await reader.sync();
    await house.sql('update place set missing_since = now()');
    await house.do(({ books }) => books.refreshMissing([id]));
    await house.settle({ books: [id] });
    expect([await reader.sync(), [...reader.books]]).toEqual([[], [id]]);
    const late = await house.reader(userId, libraries(one));
    expect(await late.sync()).toEqual([]);
    await house.sql('update place set missing_since = null');
    await house.do(({ books }) => books.refreshMissing([id]));
    await house.settle({ books: [id] });
    expect([await kinds(reader, id), await kinds(late, id)]).toEqual([[], ['new']]);
  });

  it('of which none is left gets nothing', async () => {
    const one = await house.library();
    const id = await house.settled('only', { libraries: [one] });
    const reader = await house.reader(userId, libraries(one));
    await reader.sync();
    await house.choose(reader.device, libraries());
    expect(await kinds(reader, id)).toEqual(['removed']);
  });
});

describe('a device that gets chosen shelves', () => {
  it('gets the books on them, hears of those that are put there and taken off, and keeps what is on two', async () => {
    const [a, b, c] = [await house.settled('a'), await house.settled('b'), await house.settled('c')];
    const [one, two] = [await house.shelf(userId, 'one', [a, b]), await house.shelf(userId, 'two', [b])];
    await house.shelf(userId, 'not chosen', [c]);
    const reader = await house.reader(userId, shelves(one, two));
    await reader.sync();
    expect([...reader.books].sort()).toEqual([a, b].sort());
    await house.take(one, [a, b]);
    expect(await kinds(reader, a)).toEqual(['removed']);
    expect([...reader.books]).toEqual([b]);
    await house.put(two, [c]);
    expect(await kinds(reader, c)).toEqual(['new']);
    expect(reader.shelves.get(two)?.toSorted()).toEqual([b, c].sort());
  });

  it("is not given another user's shelf, though its id was named", async () => {
    const other = await house.user();
    const id = await house.settled('in the open', { owner: null });
    const foreign = await house.shelf(other, 'foreign', [id]);
    const reader = await house.reader(userId, shelves(foreign));
    expect(await reader.sync()).toEqual([]);
    expect((await house.database.devices.find(userId, reader.device))!.shelves).toEqual([]);
    await house.remove(id);
  });

  it('loses the books of a shelf that is removed', async () => {
    const id = await house.settled('a');
    const shelf = await house.shelf(userId, 'one', [id]);
    const reader = await house.reader(userId, shelves(shelf));
    await reader.sync();
    await house.removeShelf(shelf);
    expect((await reader.sync()).map(({ kind }) => kind)).toEqual(['removed', 'deleted shelf']);
    expect([reader.books.size, reader.shelves.size]).toEqual([0, 0]);
  });

  it('that then gets everything, and then shelves again, is told exactly the difference', async () => {
    const [a, b, c] = [await house.settled('a'), await house.settled('b'), await house.settled('c')];
    const shelf = await house.shelf(userId, 'one', [a]);
    const reader = await house.reader(userId);
    await reader.sync();
    await house.choose(reader.device, shelves(shelf));
    expect((await reader.sync()).map(({ kind, id }) => [kind, id]).sort()).toEqual(
      [b, c].map((id) => ['removed', id]).sort(),
    );
    await house.choose(reader.device, ALL);
    expect((await reader.sync()).filter(({ kind }) => kind === 'new').map(({ id }) => id)).toEqual([b, c]);
    await house.choose(reader.device, ALL);
    expect(await reader.sync()).toEqual([]);
  });
});

describe('a book that is kept from a device', () => {
  it('by its user goes and stays away, whatever is settled, until it is released', async () => {
    const [id, other] = [await house.settled('kept'), await house.settled('other')];
    const [reader, second] = [await house.reader(userId), await house.reader(userId)];
    await reader.sync();
    await second.sync();
    await house.do(({ entitlements }) => entitlements.withhold(reader.device, id));
    await house.settle({ devices: [reader.device], books: [id] });
    expect(await kinds(reader, id)).toEqual(['removed']);
    await house.settle({});
    expect([await reader.sync(), await second.sync()]).toEqual([[], []]);
    await house.do(({ entitlements }) => entitlements.touch(id, 'file'));
    expect([await reader.sync(), await kinds(second, id)]).toEqual([[], ['new']]);
    await house.do(({ entitlements }) => entitlements.release(reader.device, id));
    await house.settle({ devices: [reader.device], books: [id] });
    expect(await reader.sync()).toEqual([{ kind: 'new', id }]);
    expect([...reader.books].sort()).toEqual([id, other].sort());
  });

  it('before it was ever given is not told of, and is new once it is released', async () => {
    const device = await house.pair(userId);
    const id = await house.book('early');
    await house.do(({ entitlements }) => entitlements.withhold(device, id));
    await house.settle({});
    const reader = new LineReader(house.database, device);
    expect(await reader.sync()).toEqual([]);
    await house.do(({ entitlements }) => entitlements.release(device, id));
    await house.settle({ books: [id] });
    expect(await reader.sync()).toEqual([{ kind: 'new', id }]);
    // It was first given at the release: from there on a removal is told.
    await house.remove(id);
    expect(await reader.sync()).toEqual([{ kind: 'removed', id }]);
  });

  it('because its reader deleted it there is not sent again, nor told to be removed, until it is released', async () => {
    const id = await house.settled('deleted');
    const reader = await house.reader(userId);
    await reader.sync();
    await reader.sync();
    expect(await house.database.entitlements.deletedOnDevice(reader.device, id)).toBe(true);
    expect(await house.database.entitlements.deletedOnDevice(reader.device, id)).toBe(false);
    reader.books.delete(id);
    await house.settle({});
    expect(await reader.sync()).toEqual([]);
    await house.do(({ entitlements }) => entitlements.touch(id, 'metadata'));
    expect(await reader.sync()).toEqual([]);
    await house.do(({ entitlements }) => entitlements.release(reader.device, id));
    await house.settle({ books: [id] });
    expect(await reader.sync()).toEqual([{ kind: 'new', id }]);
  });

  it('because its reader deleted it there is told to be removed where an answer under way may bring it back', async () => {
    const id = await house.settled('deleted');
    const reader = await house.reader(userId);
    await reader.sync();
    await reader.sync();
    await house.do(({ entitlements }) => entitlements.touch(id, 'file'));
    await reader.page();
    await house.database.entitlements.deletedOnDevice(reader.device, id);
    expect(await reader.sync()).toEqual([{ kind: 'removed', id }]);
    expect(await reader.sync()).toEqual([]);
    expect([...reader.books]).toEqual([]);
  });

  it('that it does not have is no deletion, and changes nothing', async () => {
    const device = await house.pair(userId);
    expect(await house.database.entitlements.deletedOnDevice(device, userId)).toBe(false);
  });

  it('is sent again on request though nobody kept it away', async () => {
    const id = await house.settled('again');
    const reader = await house.reader(userId);
    await reader.sync();
    await house.do(({ entitlements }) => entitlements.release(reader.device, id));
    await house.settle({ devices: [reader.device], books: [id] });
    expect(await reader.sync()).toEqual([{ kind: 'new', id }]);
  });

  it('stays with a device that has it when it is to be sent again while its file is missing', async () => {
    const one = await house.library();
    const id = await house.settled('away', { libraries: [one] });
    const reader = await house.reader(userId);
    await reader.sync();
    await house.sql('update place set missing_since = now()');
    await house.do(({ books }) => books.refreshMissing([id]));
    await house.do(({ entitlements }) => entitlements.release(reader.device, id));
    await house.settle({ devices: [reader.device], books: [id] });
    expect((await house.database.entitlements.find(reader.device, id))?.revoked).toBe(false);
  });
});

describe('a removal', () => {
  it('is told though the answer that gave the book was lost, and a second grant in between does not hide it', async () => {
    const reader = await house.reader(userId);
    const id = await house.settled('lost');
    await reader.page({ lost: true });
    // It may have arrived all the same.
    reader.books.add(id);
    await house.remove(id);
    await house.remove(id, false);
    await house.remove(id);
    expect(await kinds(reader, id)).toEqual(['removed']);
  });

  it('of a book that no answer ever told of is told to nobody', async () => {
    const reader = await house.reader(userId);
    const id = await house.settled('unheard of');
    await house.remove(id);
    expect(await reader.sync()).toEqual([]);
  });

  it('stays told after the book is gone for good, under the title it had last', async () => {
    const reader = await house.reader(userId);
    const id = await house.settled('old title');
    await reader.sync();
    await house.sql("update book set title = 'new title' where id = $1", [id]);
    await house.do(({ entitlements }) => entitlements.touch(id, 'metadata'));
    await house.sql('delete from book where id = $1', [id]);
    await house.settle({ books: [id] });
    const { rows } = await house.database.syncLines.books(reader.device, { cursor: 0, limit: 10, removals: true });
    expect(rows.map(({ bookId, title }) => [bookId, title])).toEqual([[id, 'new title']]);
    expect(await kinds(reader, id)).toEqual(['removed']);
  });
});
