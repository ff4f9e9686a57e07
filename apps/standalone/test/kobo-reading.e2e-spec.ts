import { anEpub } from '@octavo/testing';
import { type House, startHouse, until } from './house.js';
import { KoboLibrary } from './kobo-library.js';
import { brief, newReader, type PairedKobo, pairKobo } from './paired-kobo.js';

const UNKNOWN = '00000000-0000-4000-8000-00000000abcd';
const at = (minutesAgo: number) => `${new Date(Date.now() - minutesAgo * 60_000).toISOString().slice(0, 19)}Z`;
const Location = { Value: 'kobo.4.3', Type: 'KoboSpan', Source: 'OEBPS/chapter-2.xhtml' };

let house: House;
let library: KoboLibrary;
let readers = 0;

beforeAll(async () => {
  house = await startHouse('postgres');
  library = new KoboLibrary(house);
});
afterAll(() => house?.close());

/** A reader with one book and two devices that know of it. */
async function aReader() {
  const reader = await newReader(house, `reader-${(readers += 1)}`);
  const file = anEpub().titled('Emma').by('Jane Austen').withChapters(5, 20).build();
  const [id] = (await library.add(reader.id, [{ file }])) as [string];
  const [one, two] = [
    await pairKobo(house, { visitor: reader, name: 'One' }),
    await pairKobo(house, { visitor: reader, name: 'Two' }),
  ];
  await one.line.sync();
  await two.line.sync();
  const put = (device: PairedKobo, state: object) =>
    device.http.call('PUT', `/v1/library/${id}/state`, { ReadingStates: [{ EntitlementId: id, ...state }] });
  const get = async (device: PairedKobo) => {
    const { status, body } = await device.http.get(`/v1/library/${id}/state`);
    expect([status, body.length]).toEqual([200, 1]);
    return body[0];
  };
  const inBrowser = async () => (await reader.get(`/api/books/${id}/reading`)).body;
  return { reader, id, one, two, put, get, inBrowser };
}
const told = async ({ line }: PairedKobo) => (await line.sync()).map(brief);
const stateTold = async ({ line }: PairedKobo) => {
  const items = await line.sync();
  expect(items.map((item) => Object.keys(item))).toEqual([['ChangedReadingState']]);
  return items[0]!.ChangedReadingState.ReadingState;
};
const reading = (LastModified: string, ProgressPercent: number, more: object = {}) => ({
  LastModified,
  CurrentBookmark: { LastModified, ProgressPercent, ContentSourceProgressPercent: 12, Location },
  Statistics: { LastModified, SpentReadingMinutes: 142, RemainingTimeMinutes: 260 },
  StatusInfo: { LastModified, Status: 'Reading' as const },
  ...more,
});

describe('a book that is read on two devices', () => {
  it('is where it was left on the other one, without an echo to either', async () => {
    const { id, one, two, put, get } = await aReader();
    const first = reading(at(10), 34);
    const { status, body } = await put(one, first);
    expect([status, body]).toEqual([
      200,
      {
        RequestResult: 'Success',
        UpdateResults: [
          {
            EntitlementId: id,
            CurrentBookmarkResult: { Result: 'Success' },
            StatisticsResult: { Result: 'Success' },
            StatusInfoResult: { Result: 'Success' },
            LastModified: first.LastModified,
            PriorityTimestamp: first.LastModified,
          },
        ],
      },
    ]);
    expect(await told(one)).toEqual([]);
    expect(await stateTold(two)).toMatchObject({
      CurrentBookmark: first.CurrentBookmark,
      Statistics: first.Statistics,
      StatusInfo: { Status: 'Reading', TimesStartedReading: 1 },
    });
    expect(await get(one)).toMatchObject({ CurrentBookmark: first.CurrentBookmark });
    const second = reading(at(5), 50);
    await put(two, second);
    expect(await told(two)).toEqual([]);
    expect(await stateTold(one)).toMatchObject({ CurrentBookmark: second.CurrentBookmark });
    expect([await told(one), await told(two)]).toEqual([[], []]);
  });

  it('that are whole devices: what the reader does on one arrives on the other', async () => {
    const { reader, id } = await aReader();
    const [one, two] = [await pairKobo(house, { visitor: reader }), await pairKobo(house, { visitor: reader })];
    await one.kobo.sync();
    await two.kobo.sync();
    one.kobo.read(id, reading(at(-1), 40)); // the book came a moment ago, and nobody read it before that
    await one.kobo.sync();
    await two.kobo.sync();
    expect(two.kobo.books.get(id)!.readingState?.CurrentBookmark).toMatchObject({ ProgressPercent: 40, Location });
    two.kobo.signOutKeepingBooks();
    expect((await two.kobo.sync()).items).toEqual([{ kind: 'NewEntitlement', id }]);
    expect(two.kobo.books.get(id)!.readingState?.CurrentBookmark).toMatchObject({ ProgressPercent: 40, Location });
    expect([...one.kobo.violations, ...two.kobo.violations]).toEqual([]);
  });

  it('is merged part by part: each part is from whoever wrote it last', async () => {
    const { one, two, put, get } = await aReader();
    await put(one, reading(at(10), 34));
    await put(two, {
      LastModified: at(5),
      Statistics: { LastModified: at(5), SpentReadingMinutes: 200 },
      CurrentBookmark: { LastModified: at(20), ProgressPercent: 1 },
    });
    expect(await get(one)).toMatchObject({
      CurrentBookmark: { ProgressPercent: 34, Location },
      Statistics: { SpentReadingMinutes: 200 },
      StatusInfo: { Status: 'Reading' },
    });
  });

  it('stays where it is when an older place comes late, and its answer says so', async () => {
    const { one, two, put, get } = await aReader();
    await put(one, reading(at(5), 50));
    await told(two);
    const late = await put(two, reading(at(50), 3));
    expect(late.body.UpdateResults[0]).toMatchObject({
      CurrentBookmarkResult: { Result: 'Ignored' },
      StatusInfoResult: { Result: 'Ignored' },
    });
    expect((await get(two)).CurrentBookmark.ProgressPercent).toBe(50);
    expect([await told(one), await told(two)]).toEqual([[], []]);
  });

  it('told twice of the same place, moves nothing the second time', async () => {
    const { one, two, put, inBrowser } = await aReader();
    const state = reading(at(5), 50);
    await put(one, state);
    await stateTold(two);
    expect((await put(one, state)).body.UpdateResults[0].CurrentBookmarkResult.Result).toBe('Success');
    expect(await told(two)).toEqual([]);
    expect((await inBrowser()).history).toHaveLength(1);
  });
});

describe('a clock', () => {
  it.each(['1970-01-01T00:03:12Z', '2000-01-01T00:00:00Z'])(
    'that stands at %s says nothing: what it tells is of now',
    async (LastModified) => {
      const { one, two, put, get } = await aReader();
      await put(one, reading(at(60), 10));
      await put(two, reading(LastModified, 77));
      const { CurrentBookmark } = await get(one);
      expect(CurrentBookmark.ProgressPercent).toBe(77);
      expect(Math.abs(Date.parse(CurrentBookmark.LastModified) - Date.now())).toBeLessThan(60_000);
      await put(one, reading(at(-1), 78));
      expect((await get(two)).CurrentBookmark.ProgressPercent).toBe(78);
    },
  );

  it('that is a year ahead wins for five minutes at most', async () => {
    const { one, two, put, get } = await aReader();
    await put(one, reading(at(-365 * 24 * 60), 77));
    const { CurrentBookmark, LastModified } = await get(two);
    expect(CurrentBookmark.ProgressPercent).toBe(77);
    for (const time of [CurrentBookmark.LastModified, LastModified])
      expect(Date.parse(time)).toBeLessThanOrEqual(Date.now() + 5 * 60_000);
    await put(two, reading(at(-6), 78));
    expect((await get(one)).CurrentBookmark.ProgressPercent).toBe(78);
  });
});

describe('a place', () => {
  it('at the very beginning is nothing less than a place', async () => {
    const { one, put, get, inBrowser } = await aReader();
    await put(one, reading(at(5), 0));
    expect((await get(one)).CurrentBookmark).toMatchObject({ ProgressPercent: 0, Location });
    expect(await inBrowser()).toMatchObject({ percent: 0 });
  });

  it('in numbers that are text is read', async () => {
    const { one, put, get } = await aReader();
    const state = reading(at(5), 0);
    await put(one, {
      ...state,
      CurrentBookmark: { ...state.CurrentBookmark, ProgressPercent: '40' },
      Statistics: { ...state.Statistics, SpentReadingMinutes: '7' },
    });
    expect(await get(one)).toMatchObject({
      CurrentBookmark: { ProgressPercent: 40 },
      Statistics: { SpentReadingMinutes: 7 },
    });
  });

  it.each([
    ['without a location', {}],
    ['with a location of nothing', { Location: null }],
    ['with half a location', { Location: { Value: 'kobo.1.1' } }],
  ])('%s is never told to the other device as a mere percentage', async (_what, rest) => {
    const { id, one, two, put } = await aReader();
    const LastModified = at(5);
    await put(one, { LastModified, CurrentBookmark: { LastModified, ProgressPercent: 60, ...rest } });
    const before = (await two.line.sync()).map((item) => item.ChangedReadingState.ReadingState.CurrentBookmark);
    await until(
      'a place to be found',
      async () => (await house.sql('select from reading_place where book_id = $1', [id]))[0],
    );
    await house.quiet();
    const after = (await two.line.sync()).map((item) => item.ChangedReadingState.ReadingState.CurrentBookmark);
    for (const bookmark of [...before, ...after]) {
      if (bookmark?.ProgressPercent === undefined) continue;
      expect(bookmark).toMatchObject({ ProgressPercent: 60, Location: { Type: 'KoboSpan' } });
    }
    expect([...before, ...after].at(-1)).toMatchObject({ ProgressPercent: 60 });
  });

  it('that is empty changes nothing', async () => {
    const { one, put, get } = await aReader();
    await put(one, reading(at(5), 34));
    for (const CurrentBookmark of [{}, null, 'x', []])
      expect((await put(one, { LastModified: at(1), CurrentBookmark })).status).toBe(200);
    expect((await get(one)).CurrentBookmark).toMatchObject({ ProgressPercent: 34, Location });
  });

  it('at the end: a finished book is at a hundred, whatever page comes with it, and can be begun again', async () => {
    const { one, two, put, get, inBrowser } = await aReader();
    await put(one, reading(at(10), 98));
    const LastModified = at(5);
    await put(one, {
      LastModified,
      StatusInfo: { LastModified, Status: 'Finished' },
      CurrentBookmark: { LastModified, ProgressPercent: 2, Location: { ...Location, Value: 'kobo.1.1' } },
    });
    expect(await get(two)).toMatchObject({
      StatusInfo: { Status: 'Finished' },
      CurrentBookmark: { ProgressPercent: 100 },
    });
    expect(await inBrowser()).toMatchObject({ status: 'Finished', percent: 100 });
    expect(await stateTold(two)).toMatchObject({ StatusInfo: { Status: 'Finished' } });
    await put(two, reading(at(1), 1));
    expect(await get(one)).toMatchObject({
      StatusInfo: { Status: 'Reading', TimesStartedReading: 2 },
      CurrentBookmark: { ProgressPercent: 1 },
    });
  });

  it('with a character in it that no database holds is taken without', async () => {
    const { one, put, get } = await aReader();
    const state = reading(at(5), 34);
    const odd = { ...Location, Source: 'OEBPS/chap\0ter-2.xhtml' };
    expect((await put(one, { ...state, CurrentBookmark: { ...state.CurrentBookmark, Location: odd } })).status).toBe(
      200,
    );
    expect((await get(one)).CurrentBookmark.Location).toEqual(Location);
  });
});

describe('a reading in the browser', () => {
  it('goes to the devices, and its history goes back to any of its places', async () => {
    const { reader, id, one, two, put, get, inBrowser } = await aReader();
    expect(await inBrowser()).toMatchObject({ status: 'ReadyToRead', percent: null, history: [] });
    await put(one, reading(at(10), 34));
    await put(two, reading(at(5), 3));
    const { history } = await inBrowser();
    expect(history).toMatchObject([
      { by: 'Two', percent: 3, status: 'Reading', hasLocation: true },
      { by: 'One', percent: 34, status: 'Reading', hasLocation: true },
    ]);
    await told(one);
    await told(two);
    const restored = await reader.post(`/api/books/${id}/reading/restore`, { changeId: history[1].id });
    expect([restored.status, restored.body]).toMatchObject([200, { percent: 34, status: 'Reading' }]);
    expect(restored.body.history).toHaveLength(3);
    expect(restored.body.history[0]).toMatchObject({ by: null, percent: 34 });
    for (const device of [one, two])
      expect(await stateTold(device)).toMatchObject({ CurrentBookmark: { ProgressPercent: 34, Location } });
    const set = await reader.call('PUT', `/api/books/${id}/reading`, { status: 'Finished' });
    expect(set.body).toMatchObject({ status: 'Finished', percent: 100 });
    expect(await stateTold(one)).toMatchObject({ StatusInfo: { Status: 'Finished' } });
    expect((await get(two)).StatusInfo.Status).toBe('Finished');
  });

  it('is the latest word, though a device’s clock is ahead', async () => {
    const { reader, id, one, put, inBrowser } = await aReader();
    await put(one, reading(at(-4), 80));
    await reader.call('PUT', `/api/books/${id}/reading`, { percent: 20, status: 'Reading' });
    expect(await inBrowser()).toMatchObject({ percent: 20 });
  });

  it('is refused where it is none, and is its user’s alone', async () => {
    const { reader, id, one, put } = await aReader();
    await put(one, reading(at(10), 34));
    for (const body of [{}, { percent: 101 }, { percent: -1 }, { percent: 'x' }, { status: 'Skimmed' }, [], null])
      expect([body, (await reader.call('PUT', `/api/books/${id}/reading`, body)).status]).toEqual([body, 400]);
    expect((await reader.post(`/api/books/${id}/reading/restore`, { changeId: UNKNOWN })).status).toBe(404);
    expect((await reader.post(`/api/books/${id}/reading/restore`, { changeId: 'x' })).status).toBe(400);
    expect((await reader.get(`/api/books/${UNKNOWN}/reading`)).status).toBe(404);
    const { reader: stranger, id: other } = await aReader();
    expect((await stranger.get(`/api/books/${id}/reading`)).status).toBe(404);
    const [change] = (await reader.get(`/api/books/${id}/reading`)).body.history;
    expect((await stranger.post(`/api/books/${other}/reading/restore`, { changeId: change.id })).status).toBe(404);
  });

  it('of a hundred and five books goes to a device as a hundred and five', async () => {
    const reader = await newReader(house, 'many');
    await library.pile(reader.id, 105);
    const { line } = await pairKobo(house, { visitor: reader });
    const ids = (await line.sync()).map((item) => item.NewEntitlement.BookEntitlement.Id);
    for (const id of ids) await reader.call('PUT', `/api/books/${id}/reading`, { status: 'Finished' });
    const [first, second] = [await line.page(), await line.page()];
    expect([first.items.length, first.more, second.items.length, second.more]).toEqual([100, true, 5, false]);
    const finished = [...first.items, ...second.items].map(({ ChangedReadingState: { ReadingState } }) => ReadingState);
    expect(new Set(finished.map(({ EntitlementId }) => EntitlementId))).toEqual(new Set(ids));
    expect(new Set(finished.map(({ StatusInfo }) => StatusInfo.Status))).toEqual(new Set(['Finished']));
  });
});

describe('a reading of a book the device does not have', () => {
  const paths = [UNKNOWN, 'nonsense', 'x'.repeat(400), '%00'];

  it.each(paths)('%s is taken for one that it has', async (id) => {
    const { http } = await pairKobo(house);
    const state = { EntitlementId: id, ...reading(at(5), 34) };
    const put = await http.call('PUT', `/v1/library/${id}/state`, { ReadingStates: [state] });
    expect([put.status, put.body.RequestResult]).toEqual([200, 'Success']);
    const get = await http.get(`/v1/library/${id}/state`);
    expect([get.status, get.body]).toEqual([200, []]);
  });

  it('but somebody else is not kept', async () => {
    const { id, one, put, get } = await aReader();
    await put(one, reading(at(5), 34));
    const stranger = await pairKobo(house);
    const body = { ReadingStates: [{ EntitlementId: id, ...reading(at(1), 99) }] };
    expect((await stranger.http.call('PUT', `/v1/library/${id}/state`, body)).status).toBe(200);
    expect((await get(one)).CurrentBookmark.ProgressPercent).toBe(34);
    expect((await stranger.http.get(`/v1/library/${id}/state`)).body).toEqual([]);
    expect(await house.sql('select from reading_state where book_id = $1', [id])).toHaveLength(1);
  });

  it('but has lost is kept: the reader may have read on without a network', async () => {
    const { reader, id, one, put, inBrowser } = await aReader();
    await reader.patch(`/api/devices/${one.id}/books/${id}`, { withheld: true });
    await told(one);
    await put(one, reading(at(5), 34));
    expect(await inBrowser()).toMatchObject({ percent: 34 });
  });
});

describe('a body of the wrong kind', () => {
  const state = (fields: object) => ({ ReadingStates: [fields] });

  it.each<[string, unknown, number]>([
    ['nothing', undefined, 400],
    ['no JSON', '{"ReadingStates":', 400],
    ['an empty object', {}, 400],
    ['a list', [], 400],
    ['a number', 5, 400],
    ['null', 'null', 400],
    ['states that are no list', { ReadingStates: {} }, 400],
    ['no states', { ReadingStates: [] }, 200],
    ['states that are none', { ReadingStates: [null, 5, 'x', [], {}] }, 200],
    ['words for numbers', state({ CurrentBookmark: { ProgressPercent: 'Nijik' } }), 200],
    ['parts that are lists', state({ CurrentBookmark: [], Statistics: [1], StatusInfo: [[]] }), 200],
    ['times that are none', state({ LastModified: 'soon', StatusInfo: { LastModified: 5, Status: 'Reading' } }), 200],
    ['numbers beyond all measure', state({ Statistics: { SpentReadingMinutes: 1e308 } }), 200],
    ['ten thousand states', { ReadingStates: Array.from({ length: 10_000 }, () => ({ EntitlementId: UNKNOWN })) }, 200],
  ])('%s is never a fault of ours', async (_what, body, status) => {
    const { id, one, two, get } = await shared;
    const withId = JSON.parse(JSON.stringify(body ?? null));
    for (const each of withId?.ReadingStates?.slice?.(0, 10) ?? [])
      if (each?.constructor === Object) each.EntitlementId = id;
    const sent = body === undefined || typeof body === 'string' ? body : withId;
    const answer = await one.http.call('PUT', `/v1/library/${id}/state`, sent);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    await get(one);
    expect((await two.http.get('/v1/library/sync')).status).toBe(200);
  });

  let shared: ReturnType<typeof aReader>;
  beforeAll(() => (shared = aReader()));
});
