import {
  anEpub,
  aShopBook,
  type Fault,
  gapsBetween,
  mostAtOnce,
  printId,
  type ShopBook,
  ShopServer,
} from '@octavo/testing';
import sharp from 'sharp';
import { type House, startHouse, until } from './house.js';
import { Visitor } from './visitor.js';

const emma = aShopBook({ number: 1, title: 'Emma', authors: ['Jane Austen'], description: '<p>A matchmaker.</p>' });
const epubOf = ({ title, authors }: ShopBook) =>
  anEpub()
    .titled(title)
    .by(...authors)
    .build();

const PICTURES = /^\/(?:images|b|download)\//;

interface Find {
  id: string;
  provider: string;
  standing: string;
  hasCover: boolean;
  coverUrl: string | null;
}

describe('more about books', () => {
  let house: House;
  let amazon: ShopServer;
  let goodreads: ShopServer;
  let library: ShopServer;

  beforeAll(async () => {
    [amazon, goodreads, library] = await Promise.all([
      ShopServer.start('amazon'),
      ShopServer.start('goodreads'),
      ShopServer.start('open-library'),
    ]);
    amazon.books = [emma];
    goodreads.books = [emma];
    library.books = [emma];
    house = await startHouse(
      'postgres',
      { 'emma.epub': epubOf(emma) },
      {
        ENRICHMENT: 'on',
        PROVIDER_GAP: '300ms',
        AMAZON_BASE_URL: amazon.url,
        GOODREADS_BASE_URL: goodreads.url,
        OPEN_LIBRARY_BASE_URL: library.url,
      },
    );
  });
  afterAll(async () => {
    await house?.close();
    await Promise.all([amazon, goodreads, library].map((shop) => shop?.close()));
  });

  const find = async (q: string) => (await house.admin.get(`/api/books?q=${q}`)).body.items[0];
  const detail = async (q: string) => (await house.admin.get(`/api/books/${(await find(q)).id}`)).body;
  const searched = (id: string) =>
    until('the search', async () => {
      const [row] = await house.sql<{ state: string }>('select state from book_enrichment where book_id = $1', [id]);
      return row?.state !== undefined && row.state !== 'WANTED' && row.state;
    });

  /** Every picture that was asked for. */
  const pictures = () =>
    [amazon, goodreads, library].flatMap(({ provider, asked }) =>
      asked.filter(({ path }) => PICTURES.test(path)).map(({ path }) => `${provider} ${path}`),
    );
  const findsOf = async (id: string): Promise<Find[]> => (await house.admin.get(`/api/books/${id}/finds`)).body.items;
  /** Has the providers asked about a book; gives the job when it is over. */
  const askedAnew = async (id: string) => {
    const { body } = await house.admin.post(`/api/books/${id}/enrich`, {});
    return until('the job', async () => {
      const { body: run } = await house.admin.get(`/api/jobs/${body.jobId}`);
      return run.state !== 'waiting' && run.state !== 'active' && run;
    });
  };

  it('comes by itself, from whoever knows the book, and says where from', async () => {
    const { id } = await until('the book', () => find('Emma'));
    expect(await searched(id)).toBe('DONE');
    const book = await detail('Emma');
    expect(book).toMatchObject({ title: 'Emma', description: '<p>A matchmaker.</p>', publisher: emma.publisher });
    expect(book.provenance.description).toMatchObject({ source: 'enrichment', provider: 'amazon' });
    expect(book.provenance.title).toMatchObject({ source: 'file' });
    expect(book.coverUrl).toMatch(/cover\?v=/);
    const cover = await house.admin.get(book.coverUrl);
    expect([cover.status, cover.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    const [change] = (await house.admin.get(`/api/books/${id}/changes`)).body.items;
    expect(change).toMatchObject({ kind: 'ENRICHMENT', by: null, source: 'enrichment' });
    const taken = (await findsOf(id)).find(({ provider }) => provider === 'amazon')!;
    expect(taken.coverUrl).toBe(`/api/finds/${taken.id}/${book.coverUrl.split('/').at(-1)}`);
  });

  it('is asked for slowly, and one thing at a time', () => {
    expect(mostAtOnce(amazon.asked)).toBe(1);
    expect(Math.min(...gapsBetween(amazon.asked))).toBeGreaterThanOrEqual(300);
  });

  it('can be taken back, and does not come again by itself', async () => {
    const { id } = await find('Emma');
    const [{ runId }] = (await house.admin.get(`/api/books/${id}/changes`)).body.items;
    const { body } = await house.admin.post(`/api/changes/${runId}/undo`, {});
    expect(body.undone).toBeGreaterThan(3);
    expect(await detail('Emma')).toMatchObject({ description: null, publisher: null, coverUrl: null });
    const finds = (await house.admin.get(`/api/books/${id}/finds`)).body.items;
    expect(finds.map(({ standing }: { standing: string }) => standing)).toContain('REFUSED');
  });

  it('is asked for when somebody wants it, and never takes what a person wrote', async () => {
    const { id } = await find('Emma');
    await house.sql(`update provider_find set standing = 'SUGGESTED'`);
    await house.admin.patch(`/api/books/${id}`, { publisher: 'My own' });
    const { status, body } = await house.admin.post(`/api/books/${id}/enrich`, { fresh: false });
    expect(status).toBe(202);
    await until('the job', async () => (await house.admin.get(`/api/jobs/${body.jobId}`)).body.state === 'completed');
    expect(await detail('Emma')).toMatchObject({ description: '<p>A matchmaker.</p>', publisher: 'My own' });
  });

  describe('from those who may know it', () => {
    /** Its file names no author: that is not enough to be sure. */
    const doubtful = aShopBook({
      number: 2,
      title: 'Ulysses',
      authors: ['James Joyce'],
      description: '<p>One day.</p>',
    });

    it('is suggested, and taken when somebody says that it is the book', async () => {
      for (const shop of [amazon, goodreads, library]) shop.books = [emma, doubtful];
      await house.drop('ulysses.epub', anEpub().titled('Ulysses').build());
      const { id } = await until('the book', () => find('Ulysses'));
      expect(await searched(id)).toBe('SUGGESTED');
      const { items, total } = (await house.admin.get('/api/suggestions')).body;
      expect(total).toBe(1);
      expect(items[0].book).toMatchObject({ id, title: 'Ulysses', fileName: 'ulysses.epub' });
      const [best] = items[0].finds;
      expect(best).toMatchObject({ title: 'Ulysses', authors: ['James Joyce'], standing: 'SUGGESTED' });
      expect(best.differences).toEqual(
        expect.arrayContaining([{ field: 'description', before: null, after: '<p>One day.</p>' }]),
      );
    });

    it('is shown with its picture, to whoever may see the book', async () => {
      const { id } = await find('Ulysses');
      for (const { id: findId, hasCover, coverUrl } of await findsOf(id)) {
        expect([hasCover, coverUrl]).toEqual([true, expect.stringMatching(`^/api/finds/${findId}/cover\\?v=\\w+$`)]);
        const whole = await house.admin.get(coverUrl!);
        expect([whole.status, whole.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
        expect(whole.headers.get('cache-control')).toContain('immutable');
        const again = await house.admin.get(coverUrl!, { 'if-none-match': whole.headers.get('etag')! });
        expect([again.status, again.body.byteLength]).toEqual([304, 0]);
        const small = await house.admin.get(`${coverUrl}&width=100`);
        expect((await sharp(small.body).metadata()).width).toBe(100);
      }
      const [{ id: findId, coverUrl } = { id: '', coverUrl: '' }] = await findsOf(id);
      const account = { email: 'eve@example.org', password: 'a password of eve' };
      await house.admin.post('/api/users', { ...account, role: 'reader' });
      const stranger = new Visitor(house.url);
      expect((await stranger.get(coverUrl!)).status).toBe(401);
      await stranger.signIn(account.email, account.password);
      expect((await stranger.get(coverUrl!)).status).toBe(200);
      await house.sql(
        `update book set owner_id = (select id from user_account where role = 'admin' limit 1) where id = $1`,
        [id],
      );
      const refused = await stranger.get(coverUrl!);
      expect([refused.status, refused.body.type]).toEqual([404, '/problems/find.not-found']);
      await house.sql('update book set owner_id = null where id = $1', [id]);
      const nobodys = await house.admin.get(`/api/finds/${id}/cover`);
      expect([nobodys.status, nobodys.body.type]).toEqual([404, '/problems/find.not-found']);
      expect((await house.admin.get(`/api/finds/${findId}/cover?width=1`)).status).toBe(400);
    });

    it('has its picture asked for once, which is the one that is taken', async () => {
      const { id } = await find('Ulysses');
      const before = pictures();
      expect((await askedAnew(id)).result.outcome).toBe('suggested');
      const [best] = await findsOf(id);
      const accepted = await house.admin.post(`/api/finds/${best!.id}/accept`, {});
      expect(accepted.status).toBe(202);
      await until('the author', async () => (await detail('Ulysses')).contributors.length > 0);
      const book = await detail('Ulysses');
      expect(book).toMatchObject({
        description: '<p>One day.</p>',
        contributors: expect.arrayContaining([{ name: 'James Joyce', role: 'author' }]),
      });
      expect(book.provenance.description.source).toBe('enrichment');
      expect(book.provenance.cover).toMatchObject({ source: 'enrichment', provider: best!.provider });
      expect(book.coverUrl.split('/').at(-1)).toBe(best!.coverUrl!.split('/').at(-1));
      expect(pictures()).toEqual(before);
      expect((await house.admin.get('/api/suggestions')).body.total).toBe(0);
    });

    it('is not suggested again once somebody said that it is another book', async () => {
      const other = aShopBook({ number: 3, title: 'Nobody', authors: ['A. Stranger'] });
      for (const shop of [amazon, goodreads, library]) shop.books = [other];
      await house.drop('nobody.epub', anEpub().titled('Nobody').build());
      const { id } = await until('the book', () => find('Nobody'));
      expect(await searched(id)).toBe('SUGGESTED');
      const finds = (await house.admin.get(`/api/books/${id}/finds`)).body.items;
      for (const { id: findId } of finds) {
        expect((await house.admin.post(`/api/finds/${findId}/reject`, {})).status).toBe(204);
      }
      const { body } = await house.admin.post(`/api/books/${id}/enrich`, {});
      await until('the job', async () => (await house.admin.get(`/api/jobs/${body.jobId}`)).body.state === 'completed');
      expect((await house.admin.get('/api/suggestions')).body.total).toBe(0);
      expect((await detail('Nobody')).contributors).toEqual([]);
    });

    it.each<[string, number, string, Fault]>([
      ['are none', 10, 'Mist', 'html-cover'],
      ['are not to be had', 11, 'Haze', { status: 500 }],
      ['are refused', 12, 'Fog', { retryAfterSec: 600 }],
    ])('is suggested all the same where its pictures %s', async (_, number, title, fault) => {
      const unseen = aShopBook({ number, title, authors: ['Jane Doe'] });
      for (const shop of [amazon, goodreads, library]) {
        shop.books = [unseen];
        shop.fail(fault, { paths: PICTURES });
      }
      await house.drop(`${title}.epub`, anEpub().titled(title).build());
      const { id } = await until('the book', () => find(title));
      expect(await searched(id)).toBe('SUGGESTED');
      const [note] = await house.sql('select state, retry_at, retried from book_enrichment where book_id = $1', [id]);
      expect(note).toEqual({ state: 'SUGGESTED', retry_at: null, retried: false });
      const { items } = (await house.admin.get(`/api/jobs?queue=enrichment`)).body;
      expect(items.filter(({ state }: { state: string }) => state === 'failed')).toEqual([]);
      const finds = await findsOf(id);
      expect(finds).toHaveLength(3);
      for (const { id: findId, ...shown } of finds) {
        expect(shown).toMatchObject({ standing: 'SUGGESTED', hasCover: true, coverUrl: null });
        const { status, body } = await house.admin.get(`/api/finds/${findId}/cover`);
        expect([status, body.type]).toEqual([404, '/problems/cover.not-found']);
      }
      for (const shop of [amazon, goodreads, library]) shop.recover();
      await house.sql('update provider_host set closed_until = null, refusals = 0');
      await askedAnew(id);
      expect((await findsOf(id)).filter(({ coverUrl }) => coverUrl === null)).toEqual([]);
    });
  });

  describe('when somebody refuses', () => {
    const persuasion = aShopBook({ number: 4, title: 'Persuasion', authors: ['Jane Austen'] });
    const lady = aShopBook({ number: 5, title: 'Lady Susan', authors: ['Jane Austen'] });

    it('comes from the next, and that one is left alone for a while', async () => {
      for (const shop of [amazon, goodreads, library]) shop.books = [persuasion, lady];
      amazon.fail('captcha');
      await house.drop('persuasion.epub', epubOf(persuasion));
      const first = await until('the book', () => find('Persuasion'));
      await searched(first.id);
      expect((await detail('Persuasion')).provenance.description.provider).toBe('goodreads');
      const { items } = (await house.admin.get('/api/metadata/providers')).body;
      const [host] = items.find(({ id }: { id: string }) => id === 'amazon').hosts;
      expect(host).toMatchObject({ reason: expect.any(String), closedUntil: expect.any(String) });

      const before = amazon.asked.length;
      await house.drop('lady.epub', epubOf(lady));
      const second = await until('the book', () => find('Lady'));
      await searched(second.id);
      expect((await detail('Lady')).provenance.description.provider).toBe('goodreads');
      expect(amazon.asked.length).toBe(before);
      amazon.recover();
    });

    it('fails no job and blanks nothing, whatever they send', async () => {
      for (const shop of [goodreads, library]) shop.fail('cut-in-half');
      const before = await detail('Persuasion');
      const job = await askedAnew(before.id);
      expect(job).toMatchObject({ state: 'completed', error: null });
      const after = await detail('Persuasion');
      expect({ ...after, updatedAt: '' }).toEqual({ ...before, updatedAt: '' });
    });
  });

  it('is for administrators to set up, and for everybody to see', async () => {
    const settings = (await house.admin.get('/api/metadata/settings')).body;
    expect(settings.ebooks.map(({ id }: { id: string }) => id)).toEqual(['amazon', 'goodreads', 'open-library']);
    const put = await house.admin.call('PUT', '/api/metadata/settings', { ...settings, automatic: false });
    expect([put.status, put.body.automatic]).toEqual([200, false]);
    const twice = await house.admin.call('PUT', '/api/metadata/settings', {
      ebooks: [{ id: 'amazon' }, { id: 'amazon' }],
    });
    expect(twice.status).toBe(400);
    expect(printId(emma)).toMatch(/^[0-9A-Z]{10}$/);
  });

  describe('of many books at once', () => {
    const counts = async () => (await house.admin.get('/api/metadata/enrichment')).body;
    const many = Array.from({ length: 6 }, (_, i) => aShopBook({ number: 20 + i, title: `Volume ${'ABCDEF'[i]}` }));

    it('is asked for when somebody says so, and only then where it does not go by itself', async () => {
      for (const shop of [amazon, goodreads, library]) {
        shop.recover();
        shop.books = many;
      }
      const settings = (await house.admin.get('/api/metadata/settings')).body;
      await house.admin.call('PUT', '/api/metadata/settings', { ...settings, automatic: false });
      for (const [i, book] of many.entries()) await house.drop(`many/${i}.epub`, epubOf(book));
      await until('the books', async () => (await house.admin.get('/api/books?q=Volume')).body.total === many.length);
      await house.quiet();
      expect((await counts()).never).toBe(many.length);

      const { status, body } = await house.admin.post('/api/metadata/enrichment', { query: { q: 'Volume' } });
      expect([status, body.wanted]).toEqual([202, many.length]);
      await until('the last of them', async () => {
        const { never, wanted } = await counts();
        return never === 0 && wanted === 0;
      });
    });

    it('stops when somebody says so, and goes on when they say so again', async () => {
      await house.sql('delete from provider_answer');
      for (const shop of [amazon, goodreads, library]) shop.fail({ slowMs: 200 });
      const ids = (await house.admin.get('/api/books?q=Volume')).body.items.map((book: { id: string }) => book.id);
      await house.admin.post('/api/metadata/enrichment', { ids });
      await until('the first of them', async () =>
        (await house.admin.get('/api/jobs?queue=enrichment')).body.items.some(
          ({ name, state }: { name: string; state: string }) => name === 'enrichBook' && state === 'active',
        ),
      );
      expect((await house.admin.delete('/api/metadata/enrichment')).status).toBe(204);
      await house.quiet('enrichment');
      expect((await counts()).wanted).toBe(0);
      const asked = amazon.asked.length;
      expect(asked).toBeGreaterThan(0);

      for (const shop of [amazon, goodreads, library]) shop.recover();
      await house.admin.post('/api/metadata/enrichment', { ids });
      await until('the last of them', async () => (await counts()).wanted === 0);
    });
  });
});
