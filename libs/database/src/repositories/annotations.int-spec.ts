import { testDatabase, type TestDatabase } from '@octavo/testing';
import { Database } from '../database.js';
import type { AnnotatedContent, AnnotationChanges } from './annotations.repository.js';

const NOW = new Date('2026-03-08T12:00:00Z');
const minutes = (n: number) => new Date(NOW.getTime() + n * 60_000);
const EVERYTHING = { limit: 100, bytes: 1_000_000 };

describe('the annotations of users', () => {
  let test: TestDatabase;
  let database: Database;
  let userId: string;
  let one: AnnotatedContent;
  let two: AnnotatedContent;
  let count = 0;

  beforeAll(async () => {
    test = await testDatabase();
    database = await Database.open(test.url, 4);
    userId = await newUser();
  });
  afterAll(async () => {
    await database?.close();
    await test?.drop();
  });
  beforeEach(async () => {
    const contentId = `content ${(count += 1)}`;
    one = { userId, contentId, deviceId: await pair('One') };
    two = { userId, contentId, deviceId: await pair('Two') };
  });

  const newUser = async () =>
    (await database.users.create({ email: `${Math.random()}@a.example`, name: '', role: 'reader', passwordHash: '' }))
      .id;
  const pair = async (name: string, owner = userId) =>
    (await database.devices.pair(owner, name, `${Math.random()}`)).id;
  const highlight = (id: string, modifiedAt: Date, fields: object = {}) => ({
    id,
    modifiedAt,
    body: { id, clientLastModifiedUtc: modifiedAt.toISOString(), ...fields },
  });
  const keep = (from: AnnotatedContent, changes: Partial<AnnotationChanges>, now = NOW) =>
    database.transaction(({ annotations }) => annotations.keep(from, { updated: [], deletedIds: [], ...changes }, now));
  const texts = async (contentId = one.contentId, owner = userId) =>
    (await database.annotations.list(owner, contentId, EVERYTHING)).rows.map(
      ({ id, body }) => `${id}:${String(body.text)}`,
    );

  it('are there once, however often they are told, and know who told them last', async () => {
    const updated = [highlight('a', minutes(0), { text: 1 }), highlight('b', minutes(0), { text: 2 })];
    expect(await keep(one, { updated })).toBe(2);
    expect(await keep(one, { updated })).toBe(0);
    expect(await keep(two, { updated: [highlight('b', minutes(1), { text: 3 })] })).toBe(1);
    const { rows, more } = await database.annotations.list(userId, one.contentId, EVERYTHING);
    expect(rows.map(({ id, device, body }) => [id, device, body.text])).toEqual([
      ['a', 'One', 1],
      ['b', 'Two', 3],
    ]);
    expect([more, rows[0]?.modifiedAt]).toEqual([false, minutes(0)]);
  });

  it('are those of the newest update, in whatever order they come', async () => {
    const updates = [1, 2, 3].map((n) => highlight('a', minutes(n), { text: n }));
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
    ]) {
      const content = { ...one, contentId: `order ${order.join('')}` };
      for (const n of order) await keep(content, { updated: [updates[n]!] });
      expect(await texts(content.contentId)).toEqual(['a:3']);
    }
  });

  it('keep the place they are known to have when an update has none', async () => {
    await keep(one, { updated: [highlight('a', minutes(0), { location: { span: { startPath: null } }, text: 1 })] });
    await keep(one, { updated: [highlight('a', minutes(1), { text: 2 })] });
    const { rows } = await database.annotations.list(userId, one.contentId, EVERYTHING);
    expect(rows[0]?.body).toMatchObject({ location: { span: { startPath: null } }, text: 2 });
  });

  it.each<[string, Date, boolean]>([
    ['an older update', minutes(1), false],
    ['an update of that very time', minutes(5), false],
    ['a newer update', minutes(6), true],
  ])('stay deleted but for a newer update: %s', async (_what, at, back) => {
    await keep(one, { updated: [highlight('a', minutes(0), { text: 1 })] });
    expect(await keep(one, { deletedIds: ['a'] }, minutes(5))).toBe(1);
    expect(await keep(one, { deletedIds: ['a'] }, minutes(7))).toBe(0);
    expect(await texts()).toEqual([]);
    await keep(two, { updated: [highlight('a', at, { text: 2 })] }, minutes(8));
    expect(await texts()).toEqual(back ? ['a:2'] : []);
  });

  it('stay deleted when what was deleted is told again by a device whose clock is ahead', async () => {
    const said = { clientLastModifiedUtc: '2031-01-01T00:00:00Z', text: 1 };
    await keep(one, { updated: [{ id: 'a', modifiedAt: minutes(5), body: said }] }, NOW);
    await keep(two, { deletedIds: ['a'] }, minutes(1));
    await keep(one, { updated: [{ id: 'a', modifiedAt: minutes(15), body: said }] }, minutes(10));
    expect(await texts()).toEqual([]);
  });

  it('stay deleted when an update comes that is older than the deleted one, though it says to be later than that', async () => {
    await keep(one, { updated: [highlight('a', minutes(5))] });
    await keep(two, { deletedIds: ['a'] }, minutes(1));
    await keep(one, { updated: [highlight('a', minutes(3))] }, minutes(2));
    expect(await texts()).toEqual([]);
  });

  it('may be deleted before they are known: an older update that comes late does not bring them', async () => {
    await keep(one, { deletedIds: ['a', 'b'] }, minutes(5));
    await keep(two, { updated: [highlight('a', minutes(1)), highlight('b', minutes(9), { text: 1 })] });
    expect(await texts()).toEqual(['b:1']);
  });

  it('are never those of another user', async () => {
    const other = await newUser();
    const theirs = { userId: other, deviceId: await pair('Theirs', other), contentId: one.contentId };
    await keep(one, { updated: [highlight('a', NOW, { text: 'mine' })] });
    await keep(theirs, { updated: [highlight('a', minutes(5), { text: 'theirs' })], deletedIds: ['b'] });
    expect([await texts(), await texts(one.contentId, other)]).toEqual([['a:mine'], ['a:theirs']]);
  });

  it('are read in pieces without a gap or a repeat, by number and by size', async () => {
    const ids = Array.from({ length: 25 }, (_, n) => `${n % 2 ? 'B' : 'b'}${n}`);
    await keep(one, { updated: ids.map((id) => highlight(id, NOW, { text: 'x'.repeat(1_000) })) });
    for (const [limit, bytes, pieces] of [
      [10, 1_000_000, 3],
      [100, 5_500, 5],
      [1, 1_000_000, 25],
      [100, 1, 25],
    ] as const) {
      const found: string[] = [];
      let after: string | undefined;
      let asked = 0;
      for (let more = true; more; asked++) {
        const piece = await database.annotations.list(userId, one.contentId, { after, limit, bytes });
        found.push(...piece.rows.map(({ id }) => id));
        ({ more, after } = { more: piece.more, after: found.at(-1) });
      }
      expect([asked, found]).toEqual([pieces, [...ids].sort()]);
    }
  });

  it('look the same to a device as long as no other device changes any', async () => {
    const seen = async (from: AnnotatedContent) =>
      (await database.annotations.onDevice(from, [from.contentId])).get(from.contentId)!;
    expect(await seen(one)).toEqual({ ours: false, firstDownloadedAt: null, fingerprint: '', drawings: false });
    await keep(one, { updated: [highlight('a', NOW), highlight('b', NOW)] });
    expect(await seen(one)).toMatchObject({ fingerprint: '' });
    const first = await seen(two);
    expect(first).toMatchObject({ fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/) });
    await keep(two, { updated: [highlight('c', NOW)] });
    expect((await seen(two)).fingerprint).toBe(first.fingerprint);
    await keep(one, { deletedIds: ['a'] });
    expect((await seen(two)).fingerprint).not.toBe(first.fingerprint);
    expect((await seen(one)).fingerprint).not.toBe('');
  });

  it.each<[string, object, boolean]>([
    ['a highlight', { type: 'highlight', attachments: {} }, false],
    ['one whose attachments are none', { type: 'highlight', attachments: null }, false],
    ['one that says nothing', { type: null }, false],
    ['markup', { type: 'Markup', attachments: {} }, true],
    ['one with an attachment', { type: 'highlight', attachments: { 'x.svg': {} } }, true],
  ])('know what is drawn among them, until it is deleted: %s', async (_what, fields, drawings) => {
    const known = async () => (await database.annotations.onDevice(one, [one.contentId])).get(one.contentId)!.drawings;
    await keep(one, { updated: [highlight('a', NOW), highlight('b', NOW, fields)] });
    expect(await known()).toBe(drawings);
    await keep(one, { deletedIds: ['b'] });
    expect(await known()).toBe(false);
  });

  it('are asked after by any text; only a book the device has a right to is ours', async () => {
    const ids = ['', 'x', '../..', '00000000-0000-4000-8000-000000000000', 'file:///mnt/onboard/a.epub'];
    const kept = await database.annotations.onDevice(one, ids);
    expect([...kept.keys()].sort()).toEqual([...ids].sort());
    expect([...kept.values()].some(({ ours }) => ours)).toBe(false);
  });

  it('come from a device since it first called, until it turns to the store', async () => {
    const { annotations, devices } = database;
    const since = await annotations.comeFrom(one.deviceId);
    expect(Math.abs(since!.getTime() - Date.now())).toBeLessThan(60_000);
    expect(await annotations.comeFrom(one.deviceId)).toEqual(since);
    await devices.useStore(one.deviceId, true);
    expect(await annotations.comeFrom(one.deviceId)).toBeUndefined();
    await devices.useStore(one.deviceId, false);
    expect((await annotations.comeFrom(one.deviceId))!.getTime()).toBeGreaterThan(since!.getTime());
  });
});
