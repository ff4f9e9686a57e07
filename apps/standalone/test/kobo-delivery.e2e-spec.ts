import { anEpub } from '@octavo/testing';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { type House, startHouse, until } from './house.js';
import { KoboLibrary } from './kobo-library.js';
import { brief, newReader, type PairedKobo, pairKobo } from './paired-kobo.js';
import type { Visitor } from './visitor.js';

const UNKNOWN = '00000000-0000-4000-8000-00000000abcd';
const book = (title: string, chapters = 1) => anEpub().titled(title).by('Ann Onym').withChapters(chapters).build();
const opf = (title: string) =>
  Buffer.from(`<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="2.0"><metadata
    xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title></metadata></package>`);
const WATCHER_MS = 1_500;
const LONG_AGO = new Date('2026-01-01');
const broken = book('Broken', 6);

let house: House;
let library: KoboLibrary;
let readers = 0;

beforeAll(async () => {
  house = await startHouse('postgres', {}, { KOBO_PAGE_SIZE: '2' });
  library = new KoboLibrary(house);
});
afterAll(() => house?.close());

/** A reader with books of their own, and a device. */
async function aReader(...titles: string[]) {
  const reader = await newReader(house, `reader-${(readers += 1)}`);
  const ids: string[] = [];
  // One after the other: so they stand on the lines of devices.
  for (const title of titles) ids.push(...(await library.add(reader.id, [{ file: book(title) }])));
  return { reader, ids, device: await pairKobo(house, { visitor: reader }) };
}
/** Until the watcher, too, has seen the file: it looks at what the scan may have read already. */
const change = async (...[id, ending, bytes]: Parameters<KoboLibrary['change']>) => {
  await library.change(id, ending, bytes);
  await new Promise((resolve) => setTimeout(resolve, WATCHER_MS));
  await house.quiet();
};
const told = async ({ line }: PairedKobo) => (await line.sync()).map(brief);
const rowOf = async (reader: Visitor, { id }: PairedKobo, bookId: string) => {
  const { body } = await reader.get(`/api/devices/${id}/books`);
  return body.items.find((row: { bookId: string }) => row.bookId === bookId);
};
const keep = (reader: Visitor, { id }: PairedKobo, bookId: string, withheld: boolean) =>
  reader.patch(`/api/devices/${id}/books/${bookId}`, { withheld });

describe('a book that is deleted on a device', () => {
  it('is not sent again, whatever happens to it, and is still here, until the user sends it again', async () => {
    const { reader, ids, device } = await aReader('Deleted', 'Other');
    const [id] = ids as [string, string];
    const other = await pairKobo(house, { visitor: reader });
    await told(device);
    await told(other);
    // It comes back, which proves that the answer arrived: none is under way that could bring the book again.
    expect(await told(device)).toEqual([]);
    for (let again = 0; again < 2; again++) {
      const { status, body } = await device.http.delete(`/v1/library/${id}`);
      expect([status, body.length]).toEqual([204, 0]);
    }
    expect(await told(device)).toEqual([]);
    await change(id, 'opf', opf('Deleted, they said'));
    expect([await told(device), await told(other)]).toEqual([[], [`ChangedProductMetadata ${id}`]]);
    expect([await library.hasFile(id), (await reader.get(`/api/books/${id}`)).status]).toEqual([true, 200]);
    expect((await device.http.get(`/v1/books/${id}/file/kepub`)).status).toBe(404);
    expect(await rowOf(reader, device, id)).toMatchObject({
      state: 'removed',
      withheld: 'device',
      withheldAt: expect.any(String),
      why: expect.stringContaining('deleted on the device'),
    });
    // Everything is sent again, but not that.
    await reader.post(`/api/devices/${device.id}/resync`);
    expect((await told(device)).filter((item) => item.startsWith('New'))).toEqual([`NewEntitlement ${ids[1]}`]);
    expect((await keep(reader, device, id, false)).status).toBe(204);
    expect([await told(device), await told(other)]).toEqual([[`NewEntitlement ${id}`], []]);
    expect((await device.http.get(`/v1/books/${id}/file/kepub`)).status).toBe(200);
  });

  it.each([UNKNOWN, 'nonsense', '%00', 'x'.repeat(400)])('that is none, %s, is answered alike', async (id) => {
    const { http } = await pairKobo(house);
    expect((await http.delete(`/v1/library/${id}`)).status).toBe(204);
  });

  it('and is somebody else’s is not touched', async () => {
    const { ids, device } = await aReader('Theirs');
    const stranger = await pairKobo(house);
    expect((await stranger.http.delete(`/v1/library/${ids[0]}`)).status).toBe(204);
    expect(await told(device)).toEqual([`NewEntitlement ${ids[0]}`]);
  });
});

describe('a book that its user keeps from a device', () => {
  it('goes from it and stays away until it is sent', async () => {
    const { reader, ids, device } = await aReader('Kept');
    const id = ids[0]!;
    await told(device);
    expect((await keep(reader, device, id, true)).status).toBe(204);
    expect((await keep(reader, device, id, true)).status).toBe(204);
    expect(await rowOf(reader, device, id)).toMatchObject({ state: 'removing', withheld: 'user' });
    expect(await told(device)).toEqual([`ChangedEntitlement ${id}`]);
    expect((await device.http.get(`/v1/library/${id}/metadata`)).body).toEqual([]);
    await change(id, 'epub', book('Kept', 3));
    expect(await told(device)).toEqual([]);
    await keep(reader, device, id, false);
    expect(await told(device)).toEqual([`NewEntitlement ${id}`]);
  });

  it('is one the user can see, and a body that says what is to be', async () => {
    const { reader, ids, device } = await aReader('Mine');
    const stranger = await aReader('Theirs');
    expect((await keep(reader, device, stranger.ids[0]!, true)).status).toBe(404);
    expect((await keep(reader, device, UNKNOWN, true)).status).toBe(404);
    for (const body of [{}, { withheld: 'yes' }, [], null])
      expect((await reader.patch(`/api/devices/${device.id}/books/${ids[0]}`, body)).status).toBe(400);
  });
});

describe('the books of a device', () => {
  it('are followed through a sync that loses answers', async () => {
    const { reader, ids, device } = await aReader('A', 'B', 'C');
    const [a, b, c] = ids as [string, string, string];
    const states = async () => {
      const rows = await Promise.all(ids.map((id) => rowOf(reader, device, id)));
      return rows.map(({ state }) => state);
    };
    const whys = async (id: string) => (await rowOf(reader, device, id)).why;
    expect([await states(), await whys(a)]).toEqual([
      ['waiting', 'waiting', 'waiting'],
      expect.stringMatching(/next sync/),
    ]);
    await device.line.page({ lost: true });
    expect([await states(), await whys(a)]).toEqual([
      ['sent', 'sent', 'waiting'],
      expect.stringMatching(/has not come back/),
    ]);
    await device.line.page();
    expect(await states()).toEqual(['sent', 'sent', 'waiting']);
    await device.line.page();
    expect(await states()).toEqual(['acknowledged', 'acknowledged', 'sent']);
    expect(await whys(a)).toMatch(/not fetched/);
    await device.line.page();
    expect(await states()).toEqual(['acknowledged', 'acknowledged', 'acknowledged']);
    const { sentAt, acknowledgedAt } = await rowOf(reader, device, c);
    expect(Date.parse(acknowledgedAt)).toBeGreaterThanOrEqual(Date.parse(sentAt));

    await device.http.call('HEAD', `/v1/books/${a}/file/kepub`);
    await device.http.get(`/v1/books/${b}/file/kepub`, { range: 'bytes=0-9' });
    expect(await states()).toEqual(['acknowledged', 'acknowledged', 'acknowledged']);
    await device.http.get(`/v1/books/${a}/file/kepub`);
    await device.http.get(`/v1/books/${b}/file/kepub`, { range: 'bytes=10-' });
    await until(
      'the downloads to be noted',
      async () => (await states()).join() === 'downloaded,downloaded,acknowledged',
    );
    expect(await rowOf(reader, device, a)).toMatchObject({ downloadedAt: expect.any(String), why: null });
    expect((await reader.get(`/api/devices/${device.id}`)).body).toMatchObject({
      granted: 3,
      acknowledged: 3,
      downloaded: 2,
      lastSyncAt: expect.any(String),
    });
  });

  it('can be looked through, by state and by words, page by page', async () => {
    const { reader, device } = await aReader('Apple', 'Bär', 'Cherry');
    await device.line.page();
    const list = async (query: string) => (await reader.get(`/api/devices/${device.id}/books?${query}`)).body;
    expect((await list('state=waiting')).items.map(({ title }: { title: string }) => title)).toEqual(['Cherry']);
    expect((await list('q=bar')).items.map(({ title }: { title: string }) => title)).toEqual(['Bär']);
    const first = await list('limit=2');
    const second = await list(`limit=2&cursor=${encodeURIComponent(first.next)}`);
    expect([first.total, first.items.length, second.items.length, second.next]).toEqual([3, 2, 1, null]);
    for (const query of ['state=nonsense', 'limit=0', 'limit=x', `q=${'x'.repeat(300)}`])
      expect((await reader.get(`/api/devices/${device.id}/books?${query}`)).status).toBe(400);
  });
});

describe('a book that changes', () => {
  it('in its metadata is told once, with the new title, and is no new book', async () => {
    const { ids, device } = await aReader('Old title');
    await told(device);
    await change(ids[0]!, 'opf', opf('New title 执'));
    const items = await device.line.sync();
    expect(items.map(brief)).toEqual([`ChangedProductMetadata ${ids[0]}`]);
    expect(items[0]!.ChangedProductMetadata.BookMetadata.Title).toBe('New title 执');
    expect(await told(device)).toEqual([]);
  });

  it('in its file is told as new, with another size, and fetched again by a whole device', async () => {
    const { reader, ids } = await aReader('Short');
    const { kobo, line } = await pairKobo(house, { visitor: reader, downloadLimit: 2 });
    const [before] = await line.sync();
    await kobo.sync();
    const file = kobo.books.get(ids[0]!)!.file!;
    await change(ids[0]!, 'epub', book('Short', 12));
    const [after] = await line.sync();
    const sizes = [before, after].map((item) => item!.NewEntitlement.BookMetadata.DownloadUrls[0]!.Size);
    expect(sizes[1]).toBeGreaterThan(sizes[0]!);
    expect((await kobo.sync()).items).toEqual([{ kind: 'NewEntitlement', id: ids[0] }]);
    expect([kobo.books.get(ids[0]!)!.file!.length > file.length, kobo.violations]).toEqual([true, []]);
    expect((await kobo.sync()).items).toEqual([]);
  });

  it('both before it was ever told is one new book', async () => {
    const { ids, device } = await aReader('First');
    await change(ids[0]!, 'opf', opf('Second'));
    await change(ids[0]!, 'epub', book('Third', 4));
    const items = await device.line.sync();
    expect(items.map(brief)).toEqual([`NewEntitlement ${ids[0]}`]);
    expect(items[0]!.NewEntitlement.BookMetadata.Title).toBe('Second');
  });

  it('and goes between two pages is told as gone where it was told, and not at all where it was not', async () => {
    const { ids, device } = await aReader('A', 'B', 'C', 'D');
    const [a, b, c, d] = ids as [string, string, string, string];
    const first = await device.line.page();
    expect([first.items.map(brief).sort(), first.more]).toEqual([
      [a, b].map((id) => `NewEntitlement ${id}`).sort(),
      true,
    ]);
    await library.delete(a);
    await library.delete(c);
    const rest = [...(await told(device)), ...(await told(device))];
    // That it is to forget what it never had does a device no harm.
    expect(rest.filter((item) => item !== `ChangedEntitlement ${c}`).sort()).toEqual(
      [`ChangedEntitlement ${a}`, `NewEntitlement ${d}`].sort(),
    );
    expect(await told(device)).toEqual([]);
    expect((await device.http.get(`/v1/books/${a}/file/kepub`)).status).toBe(404);
  });
});

describe('a book that cannot be as it should', () => {
  it('because its conversion fails goes as the EPUB it is, and its page says why', async () => {
    const { reader, device } = await aReader();
    const page = `<html xmlns="http://www.w3.org/1999/xhtml"><body><p>${'<i/>'.repeat(500_001)}</p></body></html>`;
    const file = anEpub().titled('Too much').withFile('OEBPS/chapter-1.xhtml', page).build();
    const [id] = await library.add(reader.id, [{ file }]);
    const [item] = await device.line.sync();
    expect(item!.NewEntitlement.BookMetadata.DownloadUrls).toMatchObject([{ Format: 'EPUB3' }]);
    const { kepub } = (await reader.get(`/api/books/${id}`)).body.files[0];
    expect(kepub).toMatchObject({ state: 'FAILED', reason: expect.stringMatching(/more than a book may hold/) });
    const { status, headers } = await device.http.get(`/v1/books/${id}/file/epub`, { range: 'bytes=0-9' });
    expect([status, headers.get('content-disposition')]).toEqual([206, expect.not.stringContaining('kepub')]);
  });

  it('because it is broken is not offered, and the page of the device says why', async () => {
    const { reader, device } = await aReader();
    await house.drop('Broken.epub', broken.subarray(0, broken.length / 2));
    await utimes(join(house.books, 'Broken.epub'), LONG_AGO, LONG_AGO); // a young one may be a copy under way
    const id = await until('the broken book', async () => {
      const { items } = (await reader.get('/api/books?q=broken')).body;
      return items[0]?.status === 'PROBLEM' && (items[0].id as string);
    });
    await house.quiet();
    expect(await told(device)).toEqual([]);
    const row = await rowOf(reader, device, id);
    expect(row).toMatchObject({ state: 'not-offered', sentAt: null });
    expect(row.why).toMatch(/[^.]\.$/);
    await house.drop('Broken.epub', broken);
    await until('the mended book', async () => (await rowOf(reader, device, id)).state === 'waiting');
    expect(await told(device)).toEqual([`NewEntitlement ${id}`]);
  });
});
