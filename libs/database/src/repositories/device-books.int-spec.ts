import type { DeviceBookQuery } from '@octavo/contracts';
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

const list = (device: string, query: Partial<DeviceBookQuery> = {}) =>
  house.database.deviceBooks.list(device, { limit: 50, ...query });
const rowOf = async (device: string, id: string) => {
  const { items } = await list(device);
  return items.find(({ bookId }) => bookId === id)!;
};
const stateOf = async (device: string, id: string) => (await rowOf(device, id))?.state;
const paired = async (pageSize?: number) => new LineReader(house.database, await house.pair(userId), pageSize);

describe('a book on its way to a device', () => {
  it('is not offered, waits, is sent, acknowledged, downloaded, to be removed, removed', async () => {
    const reader = await paired();
    const { device } = reader;
    const id = await house.book('Emma', { form: null });
    expect(await rowOf(device, id)).toMatchObject({ state: 'not-offered', title: 'Emma', visible: true });
    await house.do(({ books }) => books.setDeliveryForm(id, 'kepub:x-1', 'a test'));
    await house.settle({ books: [id] });
    expect(await rowOf(device, id)).toMatchObject({ state: 'waiting', sentAt: null, acknowledgedAt: null });
    await reader.sync();
    const sent = await rowOf(device, id);
    expect(sent).toMatchObject({ state: 'sent', sentAt: expect.any(Date), acknowledgedAt: null, downloadedAt: null });
    await reader.prove();
    const known = await rowOf(device, id);
    expect(known).toMatchObject({ state: 'acknowledged', sentAt: sent.sentAt, acknowledgedAt: expect.any(Date) });
    await house.database.entitlements.downloaded(device, id, 'x');
    expect(await rowOf(device, id)).toMatchObject({
      state: 'downloaded',
      sentAt: sent.sentAt,
      acknowledgedAt: known.acknowledgedAt,
      downloadedAt: expect.any(Date),
    });
    await house.remove(id);
    expect(await rowOf(device, id)).toMatchObject({
      state: 'removing',
      sentAt: null,
      acknowledgedAt: null,
      downloadedAt: null,
      visible: false,
    });
    await reader.sync();
    expect(await stateOf(device, id)).toBe('removing');
    await reader.prove();
    expect(await stateOf(device, id)).toBe('removed');
  });

  it('is sent when an answer that held it went out, and proven only when the device comes back with it', async () => {
    const reader = await paired();
    const id = await house.settled('Emma');
    await reader.page({ lost: true });
    const { sentAt, state } = await rowOf(reader.device, id);
    expect(state).toBe('sent');
    await reader.page({ lost: true });
    await reader.page();
    // The answer that went out first counts.
    expect(await rowOf(reader.device, id)).toMatchObject({ state: 'sent', sentAt, acknowledgedAt: null });
    await reader.prove();
    expect(await stateOf(reader.device, id)).toBe('acknowledged');
  });

  it('over several pages is proven page by page', async () => {
    const [a, b, c] = [await house.settled('a'), await house.settled('b'), await house.settled('c')];
    const reader = await paired(1);
    const states = () => Promise.all([a, b, c].map((id) => stateOf(reader.device, id)));
    await reader.page();
    expect(await states()).toEqual(['sent', 'waiting', 'waiting']);
    await reader.page();
    expect(await states()).toEqual(['acknowledged', 'sent', 'waiting']);
    await reader.page();
    await reader.prove();
    expect(await states()).toEqual(['acknowledged', 'acknowledged', 'acknowledged']);
  });

  it('that changes before it was ever told still waits, and is then told as new', async () => {
    const id = await house.settled('Emma');
    await house.settled('Ivanhoe');
    const reader = await paired(1);
    await house.do(({ entitlements }) => entitlements.touch(id, 'metadata'));
    expect(await stateOf(reader.device, id)).toBe('waiting');
    await reader.page(); // Ivanhoe, which now stands before it
    expect(await stateOf(reader.device, id)).toBe('waiting');
    await house.do(({ entitlements }) => entitlements.touchState(id, userId, null));
    expect(await stateOf(reader.device, id)).toBe('waiting');
    expect(await reader.page()).toEqual([{ kind: 'new', id }]);
    expect(await stateOf(reader.device, id)).toBe('sent');
    await reader.prove();
    expect(await stateOf(reader.device, id)).toBe('acknowledged');
  });

  it('that changes after it was told stays where it is, unless its file changes', async () => {
    const id = await house.settled('Emma');
    const reader = await paired();
    await reader.sync();
    await reader.prove();
    await house.database.entitlements.downloaded(reader.device, id, 'x');
    await house.do(({ entitlements }) => entitlements.touch(id, 'metadata'));
    await house.do(({ entitlements }) => entitlements.touchState(id, userId, null));
    expect(await stateOf(reader.device, id)).toBe('downloaded');
    await house.do(({ entitlements }) => entitlements.touch(id, 'file'));
    expect(await rowOf(reader.device, id)).toMatchObject({ state: 'waiting', downloadedAt: null, sentAt: null });
    await reader.sync();
    expect(await stateOf(reader.device, id)).toBe('sent');
  });

  it('that is no longer known is on the list until it was removed, and not to be removed where it was never told', async () => {
    const reader = await paired();
    const told = await house.settled('Told');
    await reader.sync();
    const untold = await house.settled('Untold');
    await house.sql('delete from book where id = any($1)', [[told, untold]]);
    await house.settle({});
    expect(await stateOf(reader.device, untold)).toBe('not-offered');
    expect(await rowOf(reader.device, told)).toMatchObject({ title: 'Told', state: 'removing', visible: false });
    await reader.sync();
    await reader.prove();
    expect(await stateOf(reader.device, told)).toBe('removed');
  });

  it('that its reader deleted is removed and says when', async () => {
    const id = await house.settled('Emma');
    const reader = await paired();
    await reader.sync();
    await house.database.entitlements.downloaded(reader.device, id, 'x');
    await house.database.entitlements.deletedOnDevice(reader.device, id);
    expect(await rowOf(reader.device, id)).toMatchObject({
      state: 'removed',
      withheld: 'device',
      withheldAt: expect.any(Date),
      downloadedAt: null,
    });
    await house.do(({ entitlements }) => entitlements.release(reader.device, id));
    await house.settle({ books: [id] });
    expect(await rowOf(reader.device, id)).toMatchObject({ state: 'waiting', withheld: null, withheldAt: null });
  });

  it('that its user keeps back is to be removed where it was told, and not offered where it was not', async () => {
    const reader = await paired();
    const told = await house.settled('Told');
    await reader.page();
    const untold = await house.settled('Untold');
    for (const id of [told, untold]) await house.do(({ entitlements }) => entitlements.withhold(reader.device, id));
    await house.settle({ devices: [reader.device], books: [told, untold] });
    expect([await stateOf(reader.device, told), await stateOf(reader.device, untold)]).toEqual([
      'removing',
      'not-offered',
    ]);
    await reader.sync();
    await reader.prove();
    expect(await rowOf(reader.device, told)).toMatchObject({ state: 'not-offered', withheld: 'user' });
  });

  it('that is to be sent anew with all the others waits again', async () => {
    const id = await house.settled('Emma');
    const reader = await paired();
    await reader.sync();
    await reader.prove();
    await house.database.syncLines.startAnew(reader.device);
    expect(await rowOf(reader.device, id)).toMatchObject({ state: 'waiting', sentAt: null, acknowledgedAt: null });
  });
});

describe('the counts of a device', () => {
  it('say how many books it may open, knows and has', async () => {
    const [a, b] = [await house.settled('a'), await house.settled('b')];
    const reader = await paired();
    const counts = async () => (await house.database.devices.deliveryCounts([reader.device])).get(reader.device);
    expect(await counts()).toEqual({ granted: 2, acknowledged: 0, downloaded: 0 });
    await reader.sync();
    expect(await counts()).toEqual({ granted: 2, acknowledged: 0, downloaded: 0 });
    await reader.prove();
    await house.database.entitlements.downloaded(reader.device, a, 'x');
    expect(await counts()).toEqual({ granted: 2, acknowledged: 2, downloaded: 1 });
    await house.remove(b);
    expect(await counts()).toEqual({ granted: 1, acknowledged: 1, downloaded: 1 });
  });
});

describe('the list of the books of a device', () => {
  const titlesOf = async (device: string, query: Partial<DeviceBookQuery> = {}) =>
    (await list(device, query)).items.map(({ title }) => title);

  it('is sorted as the library is, with what is gone among it, and paged without a gap or a repeat', async () => {
    const books = [];
    for (const title of ['Émile', 'The Zoo', 'apple', 'Bär & Co', '50% off', 'a_b', 'Aardvark'])
      books.push(await house.settled(title));
    const reader = await paired();
    await reader.sync();
    await house.sql('delete from book where id = $1', [books.at(-1)]);
    await house.settle({});
    const all = ['50% off', 'a_b', 'Aardvark', 'apple', 'Bär & Co', 'Émile', 'The Zoo'];
    expect(await titlesOf(reader.device)).toEqual(all);
    const found: string[] = [];
    for (let cursor: string | undefined, more = true; more;) {
      const page = await list(reader.device, { limit: 2, ...(cursor && { cursor }) });
      expect(page.total).toBe(7);
      found.push(...page.items.map(({ title }) => title));
      cursor = page.next ?? undefined;
      more = cursor !== undefined;
    }
    expect(found).toEqual(all);
    for (const [q, expected] of [
      ['emile', ['Émile']],
      ['BAR', ['Bär & Co']],
      ['%', ['50% off']],
      ['a_b', ['a_b']],
      ['aardvark', ['Aardvark']],
      ['nothing', []],
    ] as const)
      expect(await titlesOf(reader.device, { q })).toEqual(expected);
    expect(await titlesOf(reader.device, { cursor: 'nonsense' })).toEqual(all);
  });

  it('shows those in one state, and counts only these', async () => {
    const [a, b] = [await house.settled('a'), await house.settled('b')];
    const reader = await paired(1);
    await reader.page();
    expect(await list(reader.device, { state: 'waiting' })).toMatchObject({ total: 1, items: [{ bookId: b }] });
    expect(await list(reader.device, { state: 'sent' })).toMatchObject({ total: 1, items: [{ bookId: a }] });
    expect(await list(reader.device, { state: 'downloaded' })).toMatchObject({ total: 0, items: [], next: null });
  });

  it("never shows another user's books", async () => {
    const other = await house.user();
    await house.settled('theirs', { owner: other });
    expect(await titlesOf((await paired()).device)).toEqual([]);
  });
});
