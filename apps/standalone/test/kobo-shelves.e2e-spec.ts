import { type House, startHouse } from './house.js';
import { KoboLibrary } from './kobo-library.js';
import { booksTitled, brief, newReader, pairKobo, readyBooks, type SyncLine } from './paired-kobo.js';
import type { Visitor } from './visitor.js';

const UNKNOWN = '00000000-0000-4000-8000-00000000abcd';
const items = (...ids: string[]) => ids.map((RevisionId) => ({ RevisionId, Type: 'ProductRevisionTagItem' }));

let house: House;
let emma: string;
let ivanhoe: string;

beforeAll(async () => {
  house = await startHouse('postgres', booksTitled('Emma', 'Ivanhoe'));
  [emma, ivanhoe] = (await readyBooks(house, 'Emma', 'Ivanhoe')) as [string, string];
});
afterAll(() => house?.close());

const addShelf = async (name: string, ...books: string[]): Promise<string> => {
  const { body } = await house.admin.post('/api/shelves', { name });
  for (const book of books) await house.admin.call('PUT', `/api/shelves/${body.id}/books/${book}`);
  return body.id;
};
const shelf = async (id: string) => (await house.admin.get(`/api/shelves/${id}`)).body;
const booksOn = async (id: string) =>
  (await house.admin.get(`/api/books?shelf=${id}`)).body.items.map((book: { id: string }) => book.id).sort();
const tagIn = async (line: SyncLine, id: string) => {
  const told = (await line.sync()).filter((item) => brief(item).endsWith(id));
  return told.map(({ NewTag, ChangedTag, DeletedTag }) => (NewTag ?? ChangedTag ?? DeletedTag).Tag);
};
/** Two devices that know everything so far. */
async function two() {
  const [one, other] = [await pairKobo(house), await pairKobo(house)];
  await one.line.sync();
  await other.line.sync();
  return { one, other };
}
const make = async (http: Visitor, body: unknown) => http.post('/v1/library/tags', body);

describe('a shelf made in a browser', () => {
  it('is a new collection, then a changed one with its book, then gone, each told once', async () => {
    const { one } = await two();
    const id = await addShelf('Later');
    expect((await one.line.sync()).map(brief)).toEqual([`NewTag ${id}`]);
    await house.admin.call('PUT', `/api/shelves/${id}/books/${emma}`);
    const [tag] = await tagIn(one.line, id);
    expect(tag).toEqual({
      Id: id,
      Name: 'Later',
      Type: 'UserTag',
      Created: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      LastModified: expect.stringMatching(/Z$/),
      Items: items(emma),
    });
    await house.admin.call('PATCH', `/api/shelves/${id}`, { name: '執 later' });
    expect(await tagIn(one.line, id)).toMatchObject([{ Name: '執 later' }]);
    await house.admin.delete(`/api/shelves/${id}`);
    expect((await one.line.sync()).map(brief)).toEqual([`DeletedTag ${id}`]);
    expect(await one.line.sync()).toEqual([]);
    expect((await house.admin.get(`/api/books/${emma}`)).status).toBe(200);
  });

  it('is on a whole device with its books, and off it again', async () => {
    const { kobo } = await pairKobo(house, { downloadLimit: 1 });
    const id = await addShelf('On the device', emma, ivanhoe);
    await kobo.sync();
    expect(
      kobo.collections
        .get(id)!
        .Items.map(({ RevisionId }) => RevisionId)
        .sort(),
    ).toEqual([emma, ivanhoe].sort());
    await house.admin.delete(`/api/shelves/${id}`);
    await kobo.sync();
    expect([kobo.collections.has(id), kobo.titles, kobo.violations]).toEqual([false, ['Emma', 'Ivanhoe'], []]);
  });

  it('that went and came again under its name is dropped before it is made', async () => {
    const before = await addShelf('Phoenix');
    const { one } = await two();
    await house.admin.delete(`/api/shelves/${before}`);
    const after = await addShelf('Phoenix');
    expect((await one.line.sync()).map(brief)).toEqual([`DeletedTag ${before}`, `NewTag ${after}`]);
    await house.admin.delete(`/api/shelves/${after}`);
  });

  it('is nothing to a device that asks for the first time after it went', async () => {
    const id = await addShelf('Brief');
    const { line } = await pairKobo(house);
    await house.admin.delete(`/api/shelves/${id}`);
    expect((await line.sync()).filter((item) => brief(item).includes('Tag'))).toEqual([]);
  });

  it('that is put a book it holds already moves nothing', async () => {
    const id = await addShelf('Twice', emma);
    const { one } = await two();
    await house.admin.call('PUT', `/api/shelves/${id}/books/${emma}`);
    await house.admin.call('DELETE', `/api/shelves/${id}/books/${ivanhoe}`);
    expect(await one.line.sync()).toEqual([]);
    await house.admin.delete(`/api/shelves/${id}`);
  });

  it("is its user's alone", async () => {
    const bob = await newReader(house, 'bob');
    const id = await addShelf('Private', emma);
    const { line } = await pairKobo(house, { visitor: bob });
    expect((await line.sync()).map(brief).filter((told) => told.includes('Tag'))).toEqual([]);
    for (const [method, path, body] of [
      ['GET', `/api/shelves/${id}`],
      ['PATCH', `/api/shelves/${id}`, { name: 'Mine' }],
      ['DELETE', `/api/shelves/${id}`],
      ['PUT', `/api/shelves/${id}/books/${emma}`],
      ['DELETE', `/api/shelves/${id}/books/${emma}`],
    ] as const)
      expect([method, (await bob.call(method, path, body)).status]).toEqual([method, 404]);
    expect((await bob.get('/api/shelves')).body.items).toEqual([]);
    expect((await shelf(id)).bookCount).toBe(1);
    await house.admin.delete(`/api/shelves/${id}`);
  });

  it('cannot have the name of another, whoever asks how often at once', async () => {
    const names = ['Same', 'Other one', 'Other two'];
    const ids = [];
    for (const name of names) ids.push(await addShelf(name));
    expect((await house.admin.post('/api/shelves', { name: 'Same' })).status).toBe(409);
    const renamed = await Promise.all(ids.map((id) => house.admin.patch(`/api/shelves/${id}`, { name: 'The same' })));
    expect(renamed.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const made = await Promise.all([1, 2, 3].map(() => house.admin.post('/api/shelves', { name: 'At once' })));
    expect(made.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });
});

describe('a collection made on a device', () => {
  it('is answered with its id, a bare JSON string, and is a shelf here and a new collection on the other device', async () => {
    const { one, other } = await two();
    const answer = await make(one.http, { Name: '执', Items: items(emma) });
    expect([answer.status, answer.headers.get('content-type'), typeof answer.body]).toEqual([
      201,
      'application/json; charset=utf-8',
      'string',
    ]);
    const raw = await fetch(`${one.base}/v1/library/tags`, { method: 'POST', body: '{"Name":"执","Items":[]}' });
    expect(await raw.text()).toBe(JSON.stringify(answer.body));
    expect(await shelf(answer.body)).toMatchObject({ name: '执', bookCount: 1 });
    expect(await tagIn(other.line, answer.body)).toMatchObject([{ Name: '执', Items: items(emma) }]);
    const own = await one.line.sync();
    expect(own.map(brief)).toEqual([`ChangedTag ${answer.body}`]);
    expect(await one.line.sync()).toEqual([]);
  });

  it('with the name of one that is there is that one, and its books are put there too', async () => {
    const { one, other } = await two();
    const first = await make(one.http, { Name: 'Both', Items: items(emma) });
    const second = await make(other.http, { Name: 'Both', Items: items(ivanhoe) });
    expect([second.status, second.body]).toEqual([201, first.body]);
    expect(await booksOn(first.body)).toEqual([emma, ivanhoe].sort());
    for (const { line } of [one, other]) expect((await tagIn(line, first.body)).at(-1)!.Items).toHaveLength(2);
  });

  it('passes over what is no book of its user, and tells the device what it got', async () => {
    const { one } = await two();
    const { status, body } = await make(one.http, {
      Name: 'Odd',
      Items: [...items(emma, UNKNOWN, 'nonsense'), { RevisionId: ivanhoe, Type: 'Nonsense' }, null, 5],
    });
    expect([status, await booksOn(body)]).toEqual([201, [emma]]);
    expect(await tagIn(one.line, body)).toMatchObject([{ Items: items(emma) }]);
  });

  it.each([
    ['nothing', undefined],
    ['no name', { Items: [] }],
    ['an empty name', { Name: '', Items: [] }],
    ['a name that is none', { Name: { x: 1 } }],
    ['a list', []],
    ['no JSON', '{"Name":'],
  ])('of which the body says %s is refused', async (_what, body) => {
    const { http } = await pairKobo(house);
    const answer = await make(http, body);
    expect([answer.status, answer.body]).toEqual([400, {}]);
  });

  it('with a character in its name that no database holds has the name without it', async () => {
    const { http } = await pairKobo(house);
    const { status, body } = await make(http, { Name: 'Nul\0and \\u0000', Items: [] });
    expect([status, (await shelf(body)).name]).toEqual([201, 'Nuland \\u0000']);
  });

  it('of a hundred and five books is one collection', async () => {
    const carol = await newReader(house, 'carol');
    await new KoboLibrary(house).pile(carol.id, 105);
    const { http, line } = await pairKobo(house, { visitor: carol });
    const mine = await house.sql<{ id: string }>('select id::text from book where owner_id = $1', [carol.id]);
    const { body } = await make(http, { Name: 'Many', Items: items(...mine.map(({ id }) => id)) });
    const [tag, ...more] = await tagIn(line, body);
    expect([tag!.Items.length, more]).toEqual([105, []]);
  });
});

describe('a collection that a device changes', () => {
  let id: string;

  beforeEach(async () => {
    id = await addShelf(`Changing ${Math.random()}`, emma);
  });
  afterEach(() => house.admin.delete(`/api/shelves/${id}`));

  it('has its new name everywhere, and the device does not hear of it again', async () => {
    const { one, other } = await two();
    const { status, body } = await one.http.call('PUT', `/v1/library/tags/${id}`, { Name: 'New 执' });
    expect([status, body.length]).toEqual([200, 0]);
    expect((await shelf(id)).name).toBe('New 执');
    expect(await one.line.sync()).toEqual([]);
    expect(await tagIn(other.line, id)).toMatchObject([{ Name: 'New 执' }]);
  });

  it('keeps its name where another shelf has the new one, and the device is told', async () => {
    const taken = await addShelf(`Taken ${id}`);
    const { one } = await two();
    expect((await one.http.call('PUT', `/v1/library/tags/${id}`, { Name: `Taken ${id}` })).status).toBe(200);
    expect(await tagIn(one.line, id)).toMatchObject([{ Name: expect.stringMatching(/^Changing/) }]);
    await house.admin.delete(`/api/shelves/${taken}`);
  });

  it('keeps its name where the body has none', async () => {
    const { http } = await pairKobo(house);
    for (const body of [{ Nam: 'x' }, { Name: '' }, [], 'no JSON', undefined])
      expect((await http.call('PUT', `/v1/library/tags/${id}`, body)).status).toBe(400);
    expect((await shelf(id)).name).toMatch(/^Changing/);
  });

  it.each(['items', 'Items'])('takes books under /%s, and gives them back', async (segment) => {
    const { one, other } = await two();
    const put = await one.http.post(`/v1/library/tags/${id}/${segment}`, { Items: items(ivanhoe) });
    expect([put.status, put.body.length, await booksOn(id)]).toEqual([201, 0, [emma, ivanhoe].sort()]);
    expect(await one.line.sync()).toEqual([]);
    expect(await tagIn(other.line, id)).toMatchObject([{ Items: items(emma, ivanhoe) }]);
    const taken = await one.http.post(`/v1/library/tags/${id}/${segment}/delete`, { Items: items(emma, ivanhoe) });
    expect([taken.status, taken.body.length, await booksOn(id)]).toEqual([200, 0, []]);
    expect(await one.line.sync()).toEqual([]);
    expect(await tagIn(other.line, id)).toMatchObject([{ Items: [] }]);
  });

  it('without a list of books is refused', async () => {
    const { http } = await pairKobo(house);
    for (const path of ['items', 'items/delete'])
      for (const body of [{}, { Items: 'x' }, [], undefined])
        expect((await http.post(`/v1/library/tags/${id}/${path}`, body)).status).toBe(400);
    expect(await booksOn(id)).toEqual([emma]);
  });

  it('is told to the device that did not get what it asked', async () => {
    const { one } = await two();
    const put = await one.http.post(`/v1/library/tags/${id}/items`, { Items: items(ivanhoe, UNKNOWN) });
    expect([put.status, await booksOn(id)]).toEqual([201, [emma, ivanhoe].sort()]);
    expect(await tagIn(one.line, id)).toMatchObject([{ Items: items(emma, ivanhoe) }]);
  });

  it('goes when the device deletes it, here and on the other device, and its books stay', async () => {
    const { one, other } = await two();
    const { status, body } = await one.http.delete(`/v1/library/tags/${id}`);
    expect([status, body.length]).toEqual([200, 0]);
    expect((await house.admin.get(`/api/shelves/${id}`)).status).toBe(404);
    expect((await other.line.sync()).map(brief)).toEqual([`DeletedTag ${id}`]);
    expect((await house.admin.get(`/api/books/${emma}`)).status).toBe(200);
  });

  it('stays when the device names none: "tags" is no book', async () => {
    const { http } = await pairKobo(house);
    expect((await http.delete('/v1/library/tags')).status).toBe(405);
    expect((await shelf(id)).bookCount).toBe(1);
  });
});

describe('a collection that is none of the user’s', () => {
  it.each([
    ['PUT', '', { Name: 'New' }, 200],
    ['DELETE', '', undefined, 200],
    ['POST', '/items', { Items: [] }, 201],
    ['POST', '/Items/delete', { Items: [] }, 200],
  ])('%s %s: the device is not refused, and is told to drop it', async (method, path, body, status) => {
    const { one, other } = await two();
    const answer = await one.http.call(method, `/v1/library/tags/${UNKNOWN}${path}`, body);
    expect(answer.status).toBe(status);
    expect((await one.line.sync()).map(brief)).toEqual([`DeletedTag ${UNKNOWN}`]);
    expect([await one.line.sync(), await other.line.sync()]).toEqual([[], []]);
  });

  it.each(['BL-S-12', 'x'.repeat(400), '%E5%9F%B7', 'a b'.replace(' ', '%20'), '%00', 'x%00y'])(
    'is dropped whatever it is called: %s',
    async (id) => {
      const { http, line } = await pairKobo(house);
      await line.sync();
      const { status } = await http.call('PUT', `/v1/library/tags/${id}`, { Name: 'New' });
      expect(status).toBe(200);
      const told = (await line.sync()).map(brief);
      if (!id.includes('%00')) expect(told).toEqual([`DeletedTag ${decodeURIComponent(id)}`]);
    },
  );

  it("and another user's is not touched", async () => {
    const dora = await newReader(house, 'dora');
    const { http, line } = await pairKobo(house, { visitor: dora });
    await line.sync();
    const id = await addShelf('Hands off', emma);
    await http.call('PUT', `/v1/library/tags/${id}`, { Name: 'Mine now' });
    await http.post(`/v1/library/tags/${id}/items`, { Items: items(ivanhoe) });
    await http.post(`/v1/library/tags/${id}/items/delete`, { Items: items(emma) });
    await http.delete(`/v1/library/tags/${id}`);
    expect(await shelf(id)).toMatchObject({ name: 'Hands off', bookCount: 1 });
    expect(await booksOn(id)).toEqual([emma]);
    expect((await line.sync()).map(brief)).toEqual([`DeletedTag ${id}`]);
  });
});
