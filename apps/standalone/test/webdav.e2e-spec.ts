import { anEpub } from '@octavo/testing';
import { ANN, type DavHouse, startDavHouse } from './dav-house.js';

const emma = anEpub().titled('Emma').by('Jane Austen').build();
const persuasion = anEpub().titled('Persuasion').by('Jane Austen').build();
const TREE = {
  Austen: { 'emma_by_austen.epub': emma, 'Persuasion.epub': persuasion, 'notes.xlsx': 'nothing' },
  'Moby Dick.txt': 'no book',
};

describe('books on a WebDAV server', () => {
  let at: DavHouse;
  beforeAll(async () => {
    at = await startDavHouse(TREE);
  });
  afterAll(() => at?.close());

  it('are in the library, with what is inside them, and stay where they are', async () => {
    const connection = await at.connect();
    expect(connection).toMatchObject({
      ...{
        baseUrl: at.dav.url,
        username: ANN.username,
        state: 'ACTIVE',
        bookCount: 2,
        missingCount: 0,
        unreadCount: 0,
      },
      ...{ lastSyncStatus: 'OK', lastError: null, failures: 0 },
      sync: { state: 'COMPLETED', found: 2, added: 2, tally: { folders: 2, ignored: 2 } },
    });
    expect(JSON.stringify(connection)).not.toContain(ANN.password);
    expect(await at.titles()).toEqual(['Emma', 'Persuasion']);
  });

  it('are downloaded through Octavo, whole and in parts', async () => {
    const { body } = await at.house.admin.get('/api/books?q=emma');
    const [{ id }] = body.items[0].files;
    const whole = await at.house.admin.get(`/api/files/${id}/content`);
    expect(whole.status).toBe(200);
    expect(Buffer.from(whole.body)).toEqual(Buffer.from(emma));
    const part = await at.house.admin.get(`/api/files/${id}/content`, { range: 'bytes=10-19' });
    expect(part.status).toBe(206);
    expect(Buffer.from(part.body)).toEqual(Buffer.from(emma.subarray(10, 20)));
  });

  it('are read anew where they lie, when somebody asks, and go where the server has them no more', async () => {
    const { admin } = at.house;
    const [emmaBook] = (await admin.get('/api/books?q=emma')).body.items;
    const revised = anEpub().titled('Emma, revised').by('Jane Austen').build();
    at.dav.hold({ Austen: { 'emma_by_austen.epub': revised, 'Persuasion.epub': persuasion } });
    const resync = (id: string) => admin.post(`/api/books/${id}/resync`, { refresh: false });
    expect(await resync(emmaBook.id)).toMatchObject({ status: 200, body: { title: 'Emma, revised' } });
    at.dav.treat(/./, { status: 503 });
    expect((await resync(emmaBook.id)).status).toBe(503);
    at.dav.recover();
    at.dav.hold({});
    expect((await resync(emmaBook.id)).status).toBe(503); // a folder that is empty all at once says nothing
    at.dav.hold({ Austen: { 'Persuasion.epub': persuasion } });
    expect(await resync(emmaBook.id)).toMatchObject({ status: 200, body: { deleted: true, bookDeleted: true } });
    expect(await at.titles()).toEqual(['Persuasion']);
    at.dav.hold({ Austen: { 'emma_by_austen.epub': revised, 'Persuasion.epub': persuasion } });
    const [connection] = (await admin.get('/api/webdav')).body.items;
    await at.sync(connection.id);
    await at.read(connection.id);
    expect(await at.titles()).toEqual(['Emma, revised', 'Persuasion']);
  });

  it('have what lies beside them', async () => {
    const opf = `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="2.0"><metadata
      xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Of the sidecar</dc:title></metadata></package>`;
    at.dav.hold({ Austen: { 'emma_by_austen.epub': emma, 'Persuasion.epub': persuasion, 'Persuasion.opf': opf } });
    const [connection] = (await at.house.admin.get('/api/webdav')).body.items;
    await at.sync(connection.id);
    await at.read(connection.id);
    expect(await at.titles()).toContain('Of the sidecar');
  });
});
