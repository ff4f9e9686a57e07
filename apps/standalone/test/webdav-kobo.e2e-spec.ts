import { anEpub } from '@octavo/testing';
import { type DavHouse, startDavHouse } from './dav-house.js';
import { until } from './house.js';
import { brief, pairKobo, type PairedKobo } from './paired-kobo.js';
import { Visitor } from './visitor.js';

const book = (title: string) => anEpub().titled(title).by('Jane Austen').withChapters(3).build();

describe('a Kobo and books on a WebDAV server', () => {
  let at: DavHouse;
  let connectionId: string;
  let kobo: PairedKobo;
  beforeAll(async () => {
    at = await startDavHouse({ 'Emma.epub': book('Emma'), 'Persuasion.epub': book('Persuasion') });
    connectionId = (await at.connect()).id;
  });
  afterAll(() => at?.close());

  const fetched = () => at.dav.asked.filter(({ method, range }) => method === 'GET' && range === undefined).length;

  it('are not fetched while no device is to have them', async () => {
    await at.house.quiet();
    expect(fetched()).toBe(0);
    const forms = await at.house.sql('select delivery_form from book');
    expect(forms).toEqual([{ delivery_form: 'unasked' }, { delivery_form: 'unasked' }]);
  });

  it('are converted for a device that is to have them, and are on it', async () => {
    kobo = await pairKobo(at.house);
    await until('both books to be ready', async () => {
      const rows = await at.house.sql<{ delivery_form: string }>('select delivery_form from book');
      return rows.every(({ delivery_form }) => delivery_form?.startsWith('kepub:'));
    });
    expect(fetched()).toBe(2);
    expect((await kobo.line.sync()).map(brief)).toHaveLength(2);
  });

  it('stay on it, and can be fetched, while the server is away', async () => {
    at.dav.treat(/./, { status: 503 });
    const { body: books } = await at.house.admin.get('/api/books?q=emma');
    const { body: metadata } = await kobo.http.get(`/v1/library/${books.items[0].id}/metadata`);
    const { Url } = metadata[0].DownloadUrls[0];
    const { status, body } = await new Visitor('').get(Url);
    expect(status).toBe(200);
    // A zip, and not the file that lies on the server.
    expect(Buffer.from(body).subarray(0, 2).toString()).toBe('PK');
    expect(body.byteLength).not.toBe(book('Emma').byteLength);
    await at.house.admin.post(`/api/webdav/${connectionId}/sync`);
    await until('the comparison to fail', async () => (await at.shown(connectionId)).lastSyncStatus === 'FAILED');
    expect((await kobo.line.sync()).map(brief)).toEqual([]);
    expect(await at.titles()).toEqual(['Emma', 'Persuasion']);
    at.dav.recover();
  });

  it('go from it with the connection, and come back with it', async () => {
    expect((await at.house.admin.delete(`/api/webdav/${connectionId}`)).status).toBe(204);
    expect(await at.titles()).toEqual([]);
    const gone = (await kobo.line.sync()).map(brief);
    expect(gone).toHaveLength(2);
    const again = await at.connect();
    expect(again.id).toBe(connectionId);
    await at.read(connectionId);
    expect(await at.titles()).toEqual(['Emma', 'Persuasion']);
    await until('the books to be there again', async () => (await kobo.line.sync()).length > 0);
  });
});
