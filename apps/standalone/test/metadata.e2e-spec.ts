import { anEpub, anFb2, pngCover } from '@octavo/testing';
import { chmod, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { type House, startHouse, until } from './house.js';
import { Visitor } from './visitor.js';

const emma = (author = 'Jane Austen') => anEpub().titled('Emma').by(author).inSeries('Novels of manners', '4');

/** Root may look at everything. */
const asRoot = process.getuid?.() === 0;

describe('metadata', () => {
  let house: House;
  /** Of the book. */
  let id: string;

  beforeAll(async () => {
    house = await startHouse('postgres', { 'emma.epub': emma().build() });
    await until('the book', async () => (await house.admin.get('/api/books')).body.total === 1);
    await house.quiet();
    ({ id } = await find('Austen'));
  });
  afterAll(() => house?.close());

  const find = async (q: string) => (await house.admin.get(`/api/books?q=${q}`)).body.items[0];
  const emmaNow = async () => (await house.admin.get(`/api/books/${id}`)).body;
  const patch = (body: object) => house.admin.patch(`/api/books/${id}`, body);

  it('is a person’s from the moment they write it, and nobody’s when they empty it', async () => {
    const { status, body } = await patch({ title: 'Emma Woodhouse', series: [], subjects: ['Classics'] });
    expect([status, body.title, body.series, body.subjects]).toEqual([200, 'Emma Woodhouse', [], ['Classics']]);
    expect(body.provenance.title).toMatchObject({ source: 'manual', locked: false });
    expect(body.provenance.series).toMatchObject({ source: 'manual' });
    expect(body.provenance['contributors.author']).toMatchObject({ source: 'file' });
    expect(body.provenance.contributors).toMatchObject({ source: 'file' });
    expect((await find('Woodhouse')).id).toBe(body.id);
  });

  it('is kept as it is meant: descriptions are safe, numbers are checked, languages are known', async () => {
    const { body } = await patch({
      description: '<p onclick="x()">A <b>match</b>maker<script>alert(1)</script></p>',
      language: 'English',
      identifiers: [{ scheme: 'isbn', value: '0-14-143958-0' }],
    });
    expect(body.description).toBe('<p>A <b>match</b>maker</p>');
    expect([body.language, body.identifiers]).toEqual(['en', [{ scheme: 'isbn', value: '9780141439587' }]]);
    for (const wrong of [
      { identifiers: [{ scheme: 'isbn', value: '9780141439588' }] },
      { language: 'Klingonese' },
      { title: '' },
      { title: null },
      { publishedDate: '1815-13' },
      { nonsense: 1 },
      { locks: { nonsense: true } },
      { contributors: [{ name: 'x', role: 'king' }] },
    ]) {
      const answer = await patch(wrong);
      expect([wrong, answer.status, answer.body.type]).toEqual([wrong, 400, '/problems/request.invalid']);
    }
  });

  it('stays a person’s when its file changes, and the rest follows the file', async () => {
    await house.drop('emma.epub', emma('J. Austen').titled('EMMA').build());
    const book = await until('the other author', async () => {
      const now = await emmaNow();
      return now.contributors[0].name === 'J. Austen' && now;
    });
    expect([book.title, book.series]).toEqual(['Emma Woodhouse', []]);
    const [change] = (await house.admin.get(`/api/books/${book.id}/changes`)).body.items;
    expect(change).toMatchObject({
      kind: 'FILE',
      by: null,
      field: 'contributors',
      source: 'file',
      sourceBefore: 'file',
    });
  });

  it('can be as its file says again, field by field', async () => {
    const { items } = (await house.admin.get(`/api/books/${id}/sources`)).body;
    const file = items.find(({ source }: { source: string }) => source === 'file');
    expect(file).toMatchObject({
      name: 'emma.epub',
      values: { title: 'EMMA', series: [{ name: 'Novels of manners', number: '4' }] },
    });
    const { body } = await patch({ restore: { title: { source: 'file' } } });
    expect([body.title, body.provenance.title.source, body.series]).toEqual(['EMMA', 'file', []]);
  });

  it('has a history, which can be taken back in parts and as a whole', async () => {
    const edited = await patch({ title: 'Emma, edited', subtitle: 'a novel' });
    const history = (await house.admin.get(`/api/books/${id}/changes`)).body.items;
    const [one, other] = history;
    expect([one.runId, one.kind, one.by]).toEqual([other.runId, 'EDIT', expect.stringContaining('@')]);
    const title = [one, other].find(({ field }) => field === 'title');
    expect(title).toMatchObject({ before: 'EMMA', after: 'Emma, edited', sourceBefore: 'file', source: 'manual' });

    expect((await house.admin.post(`/api/changes/${title.id}/undo`, {})).body).toEqual({ undone: 1, kept: [] });
    expect(await emmaNow()).toMatchObject({ title: 'EMMA', subtitle: 'a novel' });
    expect((await house.admin.post(`/api/changes/${one.runId}/undo`, {})).body).toEqual({ undone: 1, kept: [] });
    expect(await emmaNow()).toMatchObject({ title: 'EMMA', subtitle: null });
    expect((await house.admin.post(`/api/changes/${one.runId}/undo`, {})).body).toEqual({ undone: 0, kept: [] });
    expect(edited.body.title).toBe('Emma, edited');
  });

  it('is not taken back where it was changed or locked since', async () => {
    await patch({ subtitle: 'first', publisher: 'First' });
    const [{ runId }] = (await house.admin.get(`/api/books/${id}/changes`)).body.items;
    await patch({ subtitle: 'second', locks: { publisher: true } });
    const { body } = await house.admin.post(`/api/changes/${runId}/undo`, {});
    expect(body.undone).toBe(0);
    expect(body.kept).toHaveLength(2);
    expect(body.kept).toEqual(
      expect.arrayContaining([
        { bookId: id, field: 'subtitle', reason: 'changed since' },
        { bookId: id, field: 'publisher', reason: 'locked' },
      ]),
    );
    await patch({ locks: { publisher: false } });
  });

  it('is nobody else’s business', async () => {
    await house.sql('update book set owner_id = (select id from user_account limit 1) where id = $1', [id]);
    const [{ id: change }] = (await house.admin.get(`/api/books/${id}/changes`)).body.items;
    const account = { email: 'eve@example.org', password: 'a password of eve' };
    await house.admin.post('/api/users', { ...account, role: 'reader' });
    const stranger = new Visitor(house.url);
    await stranger.signIn(account.email, account.password);
    const answers = [
      await stranger.patch(`/api/books/${id}`, { title: 'Mine' }),
      await stranger.get(`/api/books/${id}/changes`),
      await stranger.get(`/api/books/${id}/sources`),
      await stranger.post(`/api/changes/${change}/undo`, {}),
      await stranger.post(`/api/books/${id}/resync`, {}),
      await stranger.post(`/api/files/${(await emmaNow()).files[0].id}/resync`, {}),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404]);
    const bulk = await stranger.post('/api/books/bulk', { ids: [id], patch: { publisher: 'Mine' } });
    expect(bulk.body).toMatchObject({ total: 0, changed: 0 });
    await house.sql('update book set owner_id = null where id = $1', [id]);
  });

  it('has the cover a person gives it, or none, and the one before when that is taken back', async () => {
    const put = async (bytes: Uint8Array) => {
      const form = new FormData();
      form.set('file', new Blob([new Uint8Array(bytes)]), 'cover.png');
      return house.admin.form(`/api/books/${id}/cover`, form, 'PUT');
    };
    expect((await put(pngCover({ width: 600, height: 900 }))).status).toBe(204);
    const chosen = await emmaNow();
    expect(chosen.provenance.cover).toMatchObject({ source: 'manual' });
    expect((await house.admin.get(chosen.coverUrl)).headers.get('content-type')).toBe('image/png');
    for (const [bytes, status] of [
      [new TextEncoder().encode('<html>no picture</html>'), 422],
      [pngCover({ width: 600, height: 900 }).subarray(0, 60), 422],
      [pngCover({ width: 20, height: 30 }), 422],
    ] as const)
      expect((await put(bytes)).status).toBe(status);
    expect((await emmaNow()).coverUrl).toBe(chosen.coverUrl);

    expect((await house.admin.delete(`/api/books/${id}/cover`)).status).toBe(204);
    expect((await emmaNow()).coverUrl).toBeNull();
    const [{ id: change, field }] = (await house.admin.get(`/api/books/${id}/changes`)).body.items;
    expect(field).toBe('cover');
    expect((await house.admin.post(`/api/changes/${change}/undo`, {})).body).toEqual({ undone: 1, kept: [] });
    expect((await emmaNow()).coverUrl).toBe(chosen.coverUrl);
  });

  describe('of many books', () => {
    it('is changed at once, after a look at what would change, and taken back at once', async () => {
      await house.drop('persuasion.epub', anEpub().titled('Persuasion').by('Jane Austen').build());
      await until('the second book', async () => (await house.admin.get('/api/books?q=Austen')).body.total === 2);
      const patch = { publisher: 'Everyman', addSubjects: ['classics', 'Regency'] };
      const would = await house.admin.post('/api/books/bulk', { query: { q: 'Austen' }, patch, dryRun: true });
      expect(would.body).toMatchObject({ changeId: null, total: 2, changed: 2 });
      expect((await find('Persuasion')).publisher).toBeNull();

      const did = await house.admin.post('/api/books/bulk', { query: { q: 'Austen' }, patch });
      expect(did.body.items).toEqual(would.body.items);
      expect(await find('Persuasion')).toMatchObject({ publisher: 'Everyman', subjects: ['classics', 'Regency'] });
      // "Classics" was there: the same in another spelling is not added.
      expect((await emmaNow()).subjects).toEqual(['Classics', 'Regency']);
      const again = await house.admin.post('/api/books/bulk', { query: { q: 'Austen' }, patch });
      expect(again.body).toMatchObject({ changeId: null, changed: 0 });

      const undone = await house.admin.post(`/api/changes/${did.body.changeId}/undo`, {});
      expect(undone.body).toEqual({ undone: 4, kept: [] });
      expect(await find('Persuasion')).toMatchObject({ publisher: null, subjects: [] });
    });

    it.each([{}, { ids: [] }, { ids: ['x'] }, { query: {}, ids: ['7b9f7f9c-6f0f-4f6f-8f6f-6f6f6f6f6f6f'] }])(
      'asks which: %j',
      async (which) => {
        const answer = await house.admin.post('/api/books/bulk', { ...which, patch: { publisher: 'x' } });
        expect([answer.status, answer.body.type]).toEqual([400, '/problems/request.invalid']);
      },
    );
  });

  describe('read anew', () => {
    const resync = (body: object = {}) => house.admin.post(`/api/books/${id}/resync`, body);

    it('takes what the file says where nothing better is known', async () => {
      await rm(join(house.books, 'persuasion.epub'));
      await until('one book', async () => (await house.admin.get('/api/books?missing=false')).body.total === 1);
      await house.admin.post(`/api/books/${(await find('Persuasion')).id}/resync`, {});
      expect((await house.admin.get('/api/books')).body.total).toBe(1);

      await patch({ title: 'By hand', description: null, subjects: [] });
      const { status, body } = await resync();
      expect([status, body.title, body.subjects, body.errors]).toEqual([200, 'By hand', [], []]);
    });

    it('changes nothing a second time', async () => {
      const first = (await resync()).body;
      const second = (await resync()).body;
      expect(second.updatedAt).toBe(first.updatedAt);
      expect(second).toEqual(first);
    });

    it('takes the file’s word over everything but locks when it refreshes', async () => {
      await patch({ subtitle: 'kept, since the file has none', locks: { title: true } });
      expect((await resync({ refresh: true })).body).toMatchObject({
        title: 'By hand',
        series: [{ name: 'Novels of manners', number: '4' }],
      });
      await patch({ locks: { title: false } });
      const { body } = await resync({ refresh: true });
      expect(body).toMatchObject({ title: 'EMMA', subtitle: 'kept, since the file has none' });
      expect(body.provenance.title.source).toBe('file');
    });

    it('answers a file with itself', async () => {
      const { files } = await emmaNow();
      const { status, body } = await house.admin.post(`/api/files/${files[0].id}/resync`, {});
      expect([status, body.id, body.bookId, body.name]).toEqual([200, files[0].id, id, 'emma.epub']);
    });

    it.each([
      ['yes', 400],
      [1, 400],
      [null, 400],
    ])('wants true or false, not %j', async (refresh, status) => {
      expect((await resync({ refresh })).status).toBe(status);
    });

    it.each(['abc', '7b9f7f9c-6f0f-4f6f-8f6f-6f6f6f6f6f6f'])('finds no %s', async (unknown) => {
      const answers = [
        await house.admin.post(`/api/books/${unknown}/resync`, {}),
        await house.admin.post(`/api/files/${unknown}/resync`, {}),
      ];
      expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    });

    it('is the same however many ask at once', async () => {
      const answers = await Promise.all(Array.from({ length: 4 }, () => resync({ refresh: true })));
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
      const { contributors } = await emmaNow();
      expect(contributors).toEqual([{ name: 'J. Austen', role: 'author' }]);
    });

    it('leaves everything as it is where the file is damaged', async () => {
      const before = await emmaNow();
      const path = join(house.books, 'emma.epub');
      await rename(path, join(house.books, '../emma.kept'));
      await writeFile(path, 'PK\x03\x04 no book at all');
      const answer = await house.admin.post(`/api/files/${before.files[0].id}/resync`, { refresh: true });
      expect([answer.status, answer.body.type]).toEqual([422, '/problems/file.unreadable']);
      expect(answer.body.errors).toEqual([
        expect.objectContaining({ path: 'emma.epub', fileId: before.files[0].id, format: 'epub' }),
      ]);
      expect((await resync()).status).toBe(422);
      expect((await emmaNow()).title).toBe(before.title);
      await rename(join(house.books, '../emma.kept'), path);
      await house.quiet('ingest');
    });

    it('tells of the file that is damaged, and takes what the others say', async () => {
      await house.drop('two.epub', anEpub().titled('Two Forms').build());
      await house.drop('two.fb2', anFb2().titled('Two Forms').build());
      const two = await until('both forms', async () => {
        const book = await find('Two');
        return book?.files.length === 2 && book;
      });
      await house.quiet();
      await writeFile(join(house.books, 'two.fb2'), 'no book at all');
      const answer = await house.admin.post(`/api/books/${two.id}/resync`, {});
      expect([answer.status, answer.body.title]).toEqual([200, 'Two Forms']);
      expect(answer.body.errors).toEqual([
        expect.objectContaining({ path: 'two.fb2', format: 'fb2', code: 'file.unreadable' }),
      ]);
    });

    it('takes away a form that is gone, and leaves the book', async () => {
      const two = await find('Two');
      await rm(join(house.books, 'two.fb2'));
      const answer = await house.admin.post(`/api/books/${two.id}/resync`, {});
      expect([answer.status, answer.body.id, answer.body.files.length]).toEqual([200, two.id, 1]);
    });

    it('says that something else is at it, where that takes too long', async () => {
      const two = await find('Two');
      const holder = new pg.Client({ connectionString: house.databaseUrl });
      await holder.connect();
      await holder.query('begin');
      await holder.query('select 1 from book where id = $1 for update', [two.id]);
      const answer = await house.admin.post(`/api/books/${two.id}/resync`, {});
      await holder.query('rollback');
      await holder.end();
      expect([answer.status, answer.body.type]).toEqual([409, '/problems/book.locked']);
    });

    it('takes nothing away while the folder is not the one it was', async () => {
      const before = await emmaNow();
      const away = join(house.books, '../books.away');
      await rename(house.books, away);
      expect((await resync()).status).toBe(503);
      await mkdir(house.books);
      expect(await readdir(house.books)).toEqual([]);
      const answer = await resync();
      expect([answer.status, answer.body.type]).toEqual([503, '/problems/library.unavailable']);
      await rm(house.books, { recursive: true });
      await rename(away, house.books);
      expect((await emmaNow()).id).toBe(before.id);
    });

    it('takes the book away with the last of its files, and gives it back when they return', async () => {
      const { files } = await emmaNow();
      await patch({ title: 'Remembered' });
      const path = join(house.books, 'emma.epub');
      await rename(path, join(house.books, '../emma.kept'));
      const answer = await house.admin.post(`/api/files/${files[0].id}/resync`, {});
      expect([answer.status, answer.body]).toEqual([200, { deleted: true, bookDeleted: true }]);
      const gone = [
        await house.admin.get(`/api/books/${id}`),
        await house.admin.get(`/api/files/${files[0].id}/content`),
      ];
      expect(gone.map(({ status }) => status)).toEqual([404, 404]);

      await rename(join(house.books, '../emma.kept'), join(house.books, 'renamed.epub'));
      const back = await until('the book', async () => (await find('Remembered')) as { id: string } | undefined);
      expect(back.id).toBe(id);
    });

    // Root may look at everything.
    (asRoot ? it.skip : it)('does not take for gone what may not be looked at', async () => {
      const folder = join(house.books, 'closed');
      await house.drop('closed/sealed.epub', anEpub().titled('Sealed').build());
      const book = await until('the book', () => find('Sealed'));
      await chmod(folder, 0);
      const answer = await house.admin.post(`/api/books/${book.id}/resync`, {});
      await chmod(folder, 0o755);
      expect([answer.status, (await find('Sealed')).id]).toEqual([503, book.id]);
    });
  });
});
