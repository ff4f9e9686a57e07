import { anEpub, aZip } from '@octavo/testing';
import { chmod, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type House, startHouse, until } from './house.js';

const good = anEpub().titled('Good').by('A. Sound').build();
const bomb = aZip()
  .with('mimetype', 'application/epub+zip', { stored: true })
  .with(
    'META-INF/container.xml',
    '<container><rootfiles><rootfile full-path="a.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
  )
  .withBomb('a.opf', 300 * 1024 * 1024)
  .build();
const climbing = anEpub().titled('Climber').by('E. Vil').withFile('../../../../tmp/octavo-was-here', 'no').build();

describe('bad files in the folder', () => {
  let house: House;

  beforeAll(async () => {
    house = await startHouse('postgres', {
      'good.epub': good,
      'The truncated one.epub': good.subarray(0, good.length / 2),
      'no package.epub': anEpub()
        .without('OEBPS/content.opf')
        .without('EPUB/package.opf')
        .withFile('META-INF/container.xml', '<container/>')
        .build(),
      'empty.epub': new Uint8Array(),
      'empty too.epub': new Uint8Array(),
      'bomb.epub': bomb,
      'climbing.epub': climbing,
      'text.epub': Buffer.from('this is no archive at all'),
      'notes.txt': Buffer.from('not a book'),
      '.hidden/secret.epub': good,
    });
    await until('all to be read', async () => (await house.admin.get('/api/books')).body.total === 6);
    await house.quiet();
  });
  afterAll(() => house?.close());

  const called = async (title: string) =>
    (await house.admin.get(`/api/books?q=${encodeURIComponent(title)}`)).body.items[0];

  it.each([
    ['The truncated one', 'file.unreadable'],
    ['No Package', 'file.unreadable'],
    ['Bomb', 'archive.bomb'],
    ['Text', 'file.unreadable'],
  ])('%s is a book called after its file, with %s on it', async (title, code) => {
    const book = await called(title);
    expect(book).toMatchObject({
      title,
      status: 'PROBLEM',
      files: [{ problem: { code, detail: expect.any(String) } }],
    });
    expect(book.files[0].kepub.state).toBe('NONE');
  });

  it('makes no book of an empty file, and says so on the scan', async () => {
    expect((await house.admin.get('/api/books?q=empty')).body.total).toBe(0);
    const [library] = (await house.admin.get('/api/libraries')).body.items;
    const scans = (await house.admin.get(`/api/libraries/${library.id}/scans`)).body.items;
    const { faults } = (await house.admin.get(`/api/libraries/${library.id}/scans/${scans.at(-1).id}`)).body;
    expect(faults.map(({ path, code }: { path: string; code: string }) => [path, code])).toEqual([
      ['The truncated one.epub', 'file.unreadable'],
      ['bomb.epub', 'archive.bomb'],
      ['empty too.epub', 'file.empty'],
      ['empty.epub', 'file.empty'],
      ['no package.epub', 'file.unreadable'],
      ['text.epub', 'file.unreadable'],
    ]);
  });

  it('reads an archive with a name that climbs out, and writes nothing there', async () => {
    const book = await called('Climber');
    expect(book.status).toBe('READY');
    expect(book.files[0].warnings.join(' ')).toMatch(/lead outside the archive/);
    await expect(import('node:fs/promises').then(({ stat }) => stat('/tmp/octavo-was-here'))).rejects.toThrow();
  });

  it('reads the good one and offers only what a Kobo can open', async () => {
    expect((await called('Good')).status).toBe('READY');
    const { body } = await house.admin.post('/api/devices', { name: 'Kobo' });
    expect(body.granted).toBe(2);
  });

  it('mends the book when the file is mended', async () => {
    const { id } = await called('Bomb');
    await house.drop('bomb.epub', anEpub().titled('Defused').by('A. Sound').build());
    await until('the mended book', async () => (await house.admin.get(`/api/books/${id}`)).body.title === 'Defused');
    expect((await house.admin.get(`/api/books/${id}`)).body).toMatchObject({
      status: 'READY',
      files: [{ problem: null }],
    });
  });

  it('is not put out by a file that comes and goes, and shows the job that met it', async () => {
    const [library] = await house.sql<{ id: string }>('select id from library');
    await house.drop('brief.epub', good);
    await rm(join(house.books, 'brief.epub'));
    const scan = await house.admin.post(`/api/libraries/${library!.id}/scan`);
    expect(scan.status).toBe(202);
    await until(
      'the scan',
      async () => (await house.admin.get(`/api/jobs/${scan.body.jobId}`)).body.state === 'completed',
    );
    await house.quiet();
    expect((await called('Good')).missing).toBe(false);
  });

  it('takes a library whose folder went away for unavailable, and no book for missing', async () => {
    const { rename } = await import('node:fs/promises');
    await rename(house.books, `${house.books}-away`);
    await until(
      'the complaint',
      async () => (await house.admin.get('/api/libraries')).body.items[0].problem?.code === 'library.unavailable',
    );
    expect((await house.admin.get('/api/books?missing=true')).body.total).toBe(0);
    await rename(`${house.books}-away`, house.books);
    const [library] = await house.sql<{ id: string }>('select id from library');
    await house.admin.post(`/api/libraries/${library!.id}/scan`);
    await until('the all-clear', async () => (await house.admin.get('/api/libraries')).body.items[0].problem === null);
    expect((await house.admin.get('/api/books?missing=true')).body.total).toBe(0);
  });

  it('answers errors of the API as problems, with the fault named', async () => {
    const cases: [string, string, unknown, number, string][] = [
      ['GET', '/api/books/nonsense', undefined, 404, 'route.not-found'],
      ['GET', '/api/books/00000000-0000-4000-8000-000000000000', undefined, 404, 'book.not-found'],
      ['GET', '/api/books?limit=9999', undefined, 400, 'request.invalid'],
      ['GET', '/api/nothing', undefined, 404, 'route.not-found'],
      ['POST', '/api/devices', {}, 400, 'request.invalid'],
      ['POST', '/api/devices', '{"name":', 400, 'request.invalid'],
    ];
    for (const [method, path, body, status, code] of cases) {
      const answer = await house.admin.call(method, path, body);
      expect([path, answer.status, answer.body.type]).toEqual([path, status, `/problems/${code}`]);
      expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    }
  });
});

const asRoot = process.getuid?.() === 0;
(asRoot ? describe.skip : describe)('a file this account may not read', () => {
  it('is a book with the reason on it, and is read once it may be', async () => {
    const house = await startHouse('postgres', { 'locked.epub': good });
    const file = join(house.books, 'locked.epub');
    await writeFile(file, good);
    await chmod(file, 0);
    await until(
      'the reason',
      async () => (await house.admin.get('/api/books')).body.items[0]?.files[0].problem?.code === 'file.forbidden',
    );
    await chmod(file, 0o644);
    const [library] = await house.sql<{ id: string }>('select id from library');
    await house.admin.post(`/api/libraries/${library!.id}/scan`);
    await until('the book', async () => (await house.admin.get('/api/books?q=Good')).body.total === 1);
    await house.close();
  });
});
