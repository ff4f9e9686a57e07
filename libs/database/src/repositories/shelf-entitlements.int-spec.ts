import { HouseOfLines } from '../../test/house-of-lines.js';
import { LineReader } from '../../test/line-reader.js';

let house: HouseOfLines;
let userId: string;

beforeAll(async () => {
  house = await HouseOfLines.open();
});
afterAll(() => house?.close());
beforeEach(async () => {
  userId = await house.beginAnew();
});

const end = async (device: string) => (await house.database.syncLines.state(device))!.version;

describe('a shelf', () => {
  it('is a new collection on all devices of its user and on no others', async () => {
    const stranger = await house.reader(await house.user());
    const [one, two] = [await house.reader(userId), await house.reader(userId)];
    const shelf = await house.shelf(userId, 'To read');
    for (const reader of [one, two]) expect(await reader.sync()).toEqual([{ kind: 'new shelf', id: shelf }]);
    expect(await stranger.sync()).toEqual([]);
    expect(await one.sync()).toEqual([]);
  });

  it('is there for a device that is paired later, after the books it holds', async () => {
    const id = await house.settled('held');
    const shelf = await house.shelf(userId, 'To read', [id]);
    const reader = await house.reader(userId);
    expect(await reader.sync()).toEqual([
      { kind: 'new', id },
      { kind: 'new shelf', id: shelf },
    ]);
    expect(reader.shelves.get(shelf)).toEqual([id]);
  });

  it('is told once for each change, with all its books in the order they were put there', async () => {
    const [a, b] = [await house.settled('a'), await house.settled('b')];
    const reader = await house.reader(userId);
    const shelf = await house.shelf(userId, 'To read');
    await reader.sync();
    await house.put(shelf, [b]);
    await house.put(shelf, [a]);
    expect(await reader.sync()).toEqual([{ kind: 'changed shelf', id: shelf }]);
    expect(reader.shelves.get(shelf)).toEqual([b, a]);
    await house.take(shelf, [b]);
    await reader.sync();
    expect(reader.shelves.get(shelf)).toEqual([a]);
  });

  it('leaves out what the device may not open', async () => {
    const [mine, kept, gone] = [await house.settled('mine'), await house.settled('kept'), await house.settled('gone')];
    const reader = await house.reader(userId);
    const shelf = await house.shelf(userId, 'To read', [mine, kept, gone]);
    await house.do(({ entitlements }) => entitlements.withhold(reader.device, kept));
    await house.settle({ books: [kept] });
    await house.remove(gone);
    await reader.sync();
    expect(reader.shelves.get(shelf)).toEqual([mine]);
  });

  it('that goes is deleted on devices that may have it, and was never anything to the others', async () => {
    const [told, lost, untold] = [await house.reader(userId), await house.reader(userId), await house.reader(userId)];
    const shelf = await house.shelf(userId, 'Brief');
    await told.sync();
    await lost.page({ lost: true });
    await house.removeShelf(shelf);
    for (const reader of [told, lost]) expect(await reader.sync()).toEqual([{ kind: 'deleted shelf', id: shelf }]);
    expect(await untold.sync()).toEqual([]);
    expect(await told.sync()).toEqual([]);
  });

  it('that goes moves no other shelf and no stranger’s line', async () => {
    const stranger = await house.reader(await house.user());
    const reader = await house.reader(userId);
    await house.shelf(userId, 'stays');
    const shelf = await house.shelf(userId, 'goes');
    await reader.sync();
    const before = [await end(reader.device), await end(stranger.device)];
    await house.removeShelf(shelf);
    expect([await end(reader.device), await end(stranger.device)]).toEqual([before[0]! + 1, before[1]]);
  });

  it('is settled once, however often it is asked for', async () => {
    const reader = await house.reader(userId);
    const shelf = await house.shelf(userId, 'again');
    const before = await end(reader.device);
    await house.do(({ shelfEntitlements }) => shelfEntitlements.settle({ shelves: [shelf] }));
    await house.do(({ shelfEntitlements }) => shelfEntitlements.settle({ devices: [reader.device] }));
    expect(await end(reader.device)).toBe(before);
  });

  it('that a device changed is told to the others', async () => {
    const [one, two] = [await house.reader(userId), await house.reader(userId)];
    const shelf = await house.shelf(userId, 'To read');
    await one.sync();
    await two.sync();
    await house.do(({ shelfEntitlements }) => shelfEntitlements.touch(shelf, one.device));
    expect([await one.sync(), await two.sync()]).toEqual([[], [{ kind: 'changed shelf', id: shelf }]]);
  });
});

describe('a shelf follows its books', () => {
  it('that come to a device after it, since a device leaves out of a collection what it lacks', async () => {
    const reader = await house.reader(userId);
    const id = await house.book('late');
    const shelf = await house.shelf(userId, 'early', [id]);
    await reader.sync();
    expect(reader.shelves.get(shelf)).toEqual([]);
    await house.settle({ books: [id] });
    expect(await reader.sync()).toEqual([
      { kind: 'new', id },
      { kind: 'changed shelf', id: shelf },
    ]);
    expect(reader.shelves.get(shelf)).toEqual([id]);
    expect(await reader.sync()).toEqual([]);
  });

  it('that are sent again after they were deleted on the device', async () => {
    const id = await house.settled('again');
    const [reader, other] = [await house.reader(userId), await house.reader(userId)];
    const shelf = await house.shelf(userId, 'held', [id]);
    await reader.sync();
    await other.sync();
    await house.database.entitlements.deletedOnDevice(reader.device, id);
    await house.do(({ entitlements }) => entitlements.release(reader.device, id));
    await house.settle({ devices: [reader.device], books: [id] });
    expect((await reader.sync()).map(({ kind }) => kind)).toEqual(['new', 'changed shelf']);
    expect(reader.shelves.get(shelf)).toEqual([id]);
    expect(await other.sync()).toEqual([]);
  });

  it('and not those it does not hold', async () => {
    const reader = await house.reader(userId);
    await house.shelf(userId, 'empty');
    await reader.sync();
    const id = await house.settled('elsewhere');
    expect(await reader.sync()).toEqual([{ kind: 'new', id }]);
  });

  it('over pages of one item: no collection is told before a book that it holds', async () => {
    const books = [await house.settled('a'), await house.settled('b'), await house.settled('c')];
    const shelf = await house.shelf(userId, 'all', books);
    const reader = new LineReader(house.database, await house.pair(userId), 1);
    expect((await reader.sync()).map(({ kind }) => kind)).toEqual(['new', 'new', 'new', 'new shelf']);
    expect(reader.shelves.get(shelf)).toEqual(books);
  });
});

describe('a device that gets chosen shelves', () => {
  it('has these as collections, and loses and gets them as they are chosen', async () => {
    const [one, two] = [await house.shelf(userId, 'one'), await house.shelf(userId, 'two')];
    const reader = await house.reader(userId, { scope: 'shelves', ids: [one] });
    expect(await reader.sync()).toEqual([{ kind: 'new shelf', id: one }]);
    await house.choose(reader.device, { scope: 'shelves', ids: [two] });
    expect((await reader.sync()).map(({ kind, id }) => `${kind} ${id}`).sort()).toEqual([
      `deleted shelf ${one}`,
      `new shelf ${two}`,
    ]);
    await house.choose(reader.device, { scope: 'everything', ids: [] });
    expect(await reader.sync()).toEqual([{ kind: 'new shelf', id: one }]);
    expect([...reader.shelves.keys()].sort()).toEqual([one, two].sort());
  });

  it('has one it made itself told back once, and does not get those that others make', async () => {
    const reader = await house.reader(userId, { scope: 'shelves', ids: [] });
    const shelf = await house.do(async ({ devices, shelves, shelfEntitlements }) => {
      const { id } = await shelves.findOrAdd(userId, 'made there');
      await devices.chooseShelves(reader.device, [id]);
      await shelfEntitlements.madeOnDevice(reader.device, id);
      await shelfEntitlements.settle({ shelves: [id] });
      return id;
    });
    await house.shelf(userId, 'made here');
    expect(await reader.sync()).toEqual([{ kind: 'changed shelf', id: shelf }]);
    expect(await reader.sync()).toEqual([]);
  });
});

describe('a collection that is not ours', () => {
  it('is to be dropped by the device that has it, once for each time it spoke of it, and by no other', async () => {
    const [reader, other] = [await house.reader(userId), await house.reader(userId)];
    const refuse = () => house.do(({ shelfEntitlements }) => shelfEntitlements.refuse(reader.device, 'whatever'));
    await refuse();
    await refuse();
    expect(await reader.sync()).toEqual([{ kind: 'deleted shelf', id: 'whatever' }]);
    expect(await reader.sync()).toEqual([]);
    await refuse();
    expect(await reader.sync()).toEqual([{ kind: 'deleted shelf', id: 'whatever' }]);
    expect(await other.sync()).toEqual([]);
  });
});

it('users who change their shelves at the same time do not stop each other', async () => {
  const users = await Promise.all(Array.from({ length: 4 }, () => house.user()));
  for (const user of [...users, ...users]) await house.pair(user);
  const change = async (user: string, n: number) => {
    const id = await house.do(async ({ devices, shelves, shelfEntitlements }) => {
      await devices.lockOf(user);
      const made = await shelves.findOrAdd(user, `shelf ${n}`);
      await shelfEntitlements.settle({ shelves: [made.id] });
      return made.id;
    });
    await house.do(async ({ devices, shelves, shelfEntitlements }) => {
      await devices.lockOf(user);
      await shelves.remove(id);
      await shelfEntitlements.settle({ shelves: [id] });
    });
  };
  const all = users.map(async (user) => {
    for (let n = 0; n < 10; n++) await change(user, n);
  });
  await expect(Promise.all(all)).resolves.toHaveLength(4);
});
