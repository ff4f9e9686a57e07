import { anEpub } from '@octavo/testing';
import { type House, startHouse } from './house.js';
import { KoboLibrary } from './kobo-library.js';
import { booksTitled, brief, newReader, type PairedKobo, pairKobo, readyBooks } from './paired-kobo.js';
import type { Visitor } from './visitor.js';

const everything = { kind: 'everything' };
const shelves = (...shelfIds: string[]) => ({ kind: 'shelves', shelfIds });
const libraries = (...libraryIds: string[]) => ({ kind: 'libraries', libraryIds });
const items = (...ids: string[]) => ids.map((RevisionId) => ({ RevisionId, Type: 'ProductRevisionTagItem' }));
const epub = (title: string) => ({ file: anEpub().titled(title).by('Ann Onym').build() });

let house: House;
let open: string;
let a: string;
let b: string;
let c: string;

beforeAll(async () => {
  house = await startHouse('postgres', booksTitled('A', 'B', 'C'));
  [a, b, c] = (await readyBooks(house, 'A', 'B', 'C')) as [string, string, string];
  open = (await house.admin.get('/api/libraries')).body.items[0].id;
});
afterAll(() => house?.close());

const choose = async ({ id }: PairedKobo, scope: object, visitor = house.admin) =>
  expect((await visitor.patch(`/api/devices/${id}`, { scope })).body.scope).toEqual(scope);
const addShelf = async (visitor: Visitor, name: string, ...books: string[]): Promise<string> => {
  const { body } = await visitor.post('/api/shelves', { name });
  for (const book of books) await visitor.call('PUT', `/api/shelves/${body.id}/books/${book}`);
  return body.id;
};
const told = async ({ line }: PairedKobo) => (await line.sync()).map(brief).sort();
const gone = (...ids: string[]) => ids.map((id) => `ChangedEntitlement ${id}`);
const fresh = (...ids: string[]) => ids.map((id) => `NewEntitlement ${id}`);

describe('a device that goes from everything to shelves and back', () => {
  it('loses all that is outside, cannot open it any more, and gets it again as new', async () => {
    const device = await pairKobo(house, { downloadLimit: 3 });
    const { kobo, http } = device;
    const shelf = await addShelf(house.admin, 'Chosen', a);
    const other = await addShelf(house.admin, 'Not chosen', b);
    await kobo.sync();
    expect(kobo.titles).toEqual(['A', 'B', 'C']);
    await choose(device, shelves(shelf));
    const metadata = await http.get(`/v1/library/${b}/metadata`);
    expect([metadata.body, (await http.get(`/v1/books/${b}/file/kepub`)).status]).toEqual([[], 404]);
    const { items: left } = await kobo.sync();
    expect(left.map(({ kind, id }) => `${kind} ${id}`).sort()).toEqual([...gone(b, c), `DeletedTag ${other}`].sort());
    expect([kobo.titles, [...kobo.collections.keys()]]).toEqual([['A'], [shelf]]);
    await choose(device, everything);
    const { items: back } = await kobo.sync();
    expect(back.map(({ kind, id }) => `${kind} ${id}`).sort()).toEqual([...fresh(b, c), `NewTag ${other}`].sort());
    expect([kobo.titles, kobo.collections.size, kobo.violations]).toEqual([['A', 'B', 'C'], 2, []]);
    expect((await kobo.sync()).items).toEqual([]);
    for (const id of [shelf, other]) await house.admin.delete(`/api/shelves/${id}`);
  });

  it('and back before it asks again is told of everything once more, and loses nothing', async () => {
    const device = await pairKobo(house);
    await device.line.sync();
    await choose(device, shelves());
    await choose(device, everything);
    expect(await told(device)).toEqual(fresh(a, b, c).sort());
    expect(await told(device)).toEqual([]);
  });
});

describe('a device that gets chosen shelves', () => {
  it('hears of books that are put on them and taken off them, in a browser or by another device', async () => {
    const shelf = await addShelf(house.admin, 'Chosen', a);
    const device = await pairKobo(house, { scope: shelves(shelf) });
    const other = await pairKobo(house);
    expect(await told(device)).toEqual([...fresh(a), `NewTag ${shelf}`].sort());
    await other.http.post(`/v1/library/tags/${shelf}/items`, { Items: items(b) });
    expect(await told(device)).toEqual([`ChangedTag ${shelf}`, ...fresh(b)].sort());
    await house.admin.delete(`/api/shelves/${shelf}/books/${a}`);
    expect(await told(device)).toEqual([...gone(a), `ChangedTag ${shelf}`].sort());
    await house.admin.delete(`/api/shelves/${shelf}`);
    expect(await told(device)).toEqual([...gone(b), `DeletedTag ${shelf}`].sort());
    expect((await house.admin.get(`/api/devices/${device.id}`)).body.scope).toEqual(shelves());
  });

  it('keeps the collection its reader makes there, with the books of it, and lets go of a book taken off there', async () => {
    const shelf = await addShelf(house.admin, 'Mine', a, b);
    const device = await pairKobo(house, { scope: shelves(shelf) });
    await device.line.sync();
    const { body: made } = await device.http.post('/v1/library/tags', { Name: 'Made there', Items: items(a) });
    const { scope } = (await house.admin.get(`/api/devices/${device.id}`)).body;
    expect(scope.shelfIds.sort()).toEqual([shelf, made].sort());
    expect(await told(device)).toEqual([`ChangedTag ${made}`]);
    await device.http.post(`/v1/library/tags/${shelf}/items/delete`, { Items: items(a) });
    expect(await told(device)).toEqual([]); // it is on the other one
    await device.http.post(`/v1/library/tags/${made}/items/delete`, { Items: items(a) });
    expect(await told(device)).toEqual(gone(a));
    for (const id of [shelf, made]) await house.admin.delete(`/api/shelves/${id}`);
  });

  it('does not get a shelf of somebody else, nor of nobody', async () => {
    const bob = await newReader(house, 'bob');
    const theirs = await addShelf(bob, 'Bob’s', a);
    const device = await pairKobo(house, { scope: shelves(theirs, '00000000-0000-4000-8000-000000000000') });
    expect(await told(device)).toEqual([]);
    expect((await house.admin.get(`/api/devices/${device.id}`)).body.scope).toEqual(shelves());
  });
});

describe('a device that gets chosen libraries', () => {
  it('gets their books alone, follows the choice, and none of a library that is none', async () => {
    const [mine] = await new KoboLibrary(house).add((await house.admin.get('/api/session')).body.user.id, [
      epub('Mine'),
    ]);
    const [row] = await house.sql<{ id: string }>(
      'select p.library_id::text as id from place p join file f on f.id = p.file_id where f.book_id = $1',
      [mine],
    );
    const device = await pairKobo(house, { scope: libraries(row!.id) });
    expect(await told(device)).toEqual(fresh(mine!));
    await choose(device, libraries(open));
    expect(await told(device)).toEqual([...gone(mine!), ...fresh(a, b, c)].sort());
    const wrong = libraries(row!.id, '00000000-0000-4000-8000-000000000000');
    expect((await house.admin.patch(`/api/devices/${device.id}`, { scope: wrong })).body.scope).toEqual(
      libraries(row!.id),
    );
    expect(await told(device)).toEqual([...gone(a, b, c), ...fresh(mine!)].sort());
    await new KoboLibrary(house).delete(mine!);
    expect(await told(device)).toEqual(gone(mine!));
  });

  it.each([
    [{ kind: 'nonsense' }],
    [{ kind: 'shelves' }],
    [{ kind: 'shelves', shelfIds: ['nonsense'] }],
    [{ kind: 'libraries', libraryIds: 'x' }],
    ['everything'],
    [null],
  ])('is not chosen by %j', async (scope) => {
    const { id } = await pairKobo(house);
    expect((await house.admin.patch(`/api/devices/${id}`, { scope })).status).toBe(400);
    expect((await house.admin.get(`/api/devices/${id}`)).body.scope).toEqual(everything);
  });
});

describe('two users with books of their own', () => {
  it('whatever their devices get, never get each other’s', async () => {
    const [carol, dora] = [await newReader(house, 'carol'), await newReader(house, 'dora')];
    const library = new KoboLibrary(house);
    const [hers] = await library.add(carol.id, [epub('Carol’s')]);
    const [others] = await library.add(dora.id, [epub('Dora’s')]);
    // Nobody can put what they cannot see on a shelf, neither in a browser nor from a device.
    const carols = await addShelf(carol, 'Shelf', a, hers!, others!);
    const doras = await addShelf(dora, 'Shelf', b, others!, hers!);
    const whole = [await pairKobo(house, { visitor: carol }), await pairKobo(house, { visitor: dora })] as const;
    const some = [
      await pairKobo(house, { visitor: carol, scope: shelves(carols) }),
      await pairKobo(house, { visitor: dora, scope: shelves(doras) }),
    ] as const;
    await whole[1].http.post('/v1/library/tags', { Name: 'Theft', Items: items(hers!) });
    const got = async (device: PairedKobo) => (await told(device)).filter((item) => item.startsWith('New'));
    expect(await got(whole[0])).toEqual([...fresh(a, b, c, hers!), `NewTag ${carols}`].sort());
    expect((await got(whole[1])).filter((item) => item.startsWith('NewEnt'))).toEqual(fresh(a, b, c, others!).sort());
    expect(await got(some[0])).toEqual([...fresh(a, hers!), `NewTag ${carols}`].sort());
    expect(await got(some[1])).toEqual([...fresh(b, others!), `NewTag ${doras}`].sort());
    expect((await whole[1].http.get(`/v1/library/${hers}/metadata`)).body).toEqual([]);
    expect((await whole[1].http.get(`/v1/books/${hers}/file/kepub`)).status).toBe(404);
    // A token of hers opens nothing of his.
    whole[1].line.token = whole[0].line.token;
    expect((await got(whole[1])).join()).not.toContain(hers);
  });
});

it('somebody else’s device is nobody’s to change', async () => {
  const eve = await newReader(house, 'eve');
  const { id } = await pairKobo(house);
  for (const [method, path, body] of [
    ['GET', '', undefined],
    ['PATCH', '', { scope: everything }],
    ['DELETE', '', undefined],
    ['POST', '/resync', undefined],
    ['GET', '/books', undefined],
    ['PATCH', `/books/${a}`, { withheld: true }],
  ] as const)
    expect([method, path, (await eve.call(method, `/api/devices/${id}${path}`, body)).status]).toEqual([
      method,
      path,
      404,
    ]);
});
