import { aComic, anEpub, anM4b, anMp3, aPdf } from '@octavo/testing';
import { rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { DavReader } from './dav-reader.js';
import { ADMIN, type House, startHouse, until } from './house.js';
import { type Answer, Visitor } from './visitor.js';

const track = (n: number) => anMp3().titled(`Chapter ${n}`).onAlbum('Persuasion').by('Jane Austen').track(n).lasting(9);
const FILES = {
  'Emma.epub': anEpub().titled('Emma').by('Jane Austen').inSeries('Novels', '4').withChapters(30, 40).build(),
  'Emma.pdf': aPdf().titled('Emma').by('Jane Austen').build(),
  'Emma 2.epub': anEpub().titled('EMMA').by('Jane Austen').withChapters(2).build(),
  'Ten.epub': anEpub().titled('Who: "All"? / 100% & 草枕').by('A. One', 'B. Two').inSeries('Novels', '10').build(),
  'Kobo.kepub.epub': anEpub().titled('For a Kobo').by('K. Obo').build(),
  'Persuasion/01 - Elliot.mp3': track(1).build(),
  'Persuasion/02 - Wentworth.mp3': track(2).build(),
  'Lady Susan.m4b': anM4b().titled('Lady Susan').by('Jane Austen').lasting(60).build(),
  'Saga.cbz': aComic().titled('The Will').inSeries('Saga', '2.5').withPages(2).build(),
};
const TITLES = 7;
const PROPS = '<prop><resourcetype/><getcontentlength/><getetag/></prop>';
const INFINITE = '<D:propfind-finite-depth/>';

describe('the library over WebDAV', () => {
  let house: House;
  let password: string;
  let reader: DavReader;

  beforeAll(async () => {
    house = await startHouse('postgres', FILES);
    await until('the books', async () => (await house.admin.get('/api/books')).body.total === TITLES);
    await house.quiet();
    password = await newPassword(house.admin, 'KOReader');
    reader = new DavReader(`${house.url}/dav/`, ADMIN.email, password);
  });
  afterAll(async () => {
    await reader?.close();
    await house?.close();
  });

  const newPassword = async (who: Visitor, name: string) =>
    (await who.post('/api/app-passwords', { name })).body.password as string;
  const basic = (user: string, secret: string) => `Basic ${Buffer.from(`${user}:${secret}`).toString('base64')}`;

  /** As `who`, or as the administrator's app. */
  async function ask(method: string, path: string, headers: Record<string, string> = {}, body?: string) {
    const signed = { authorization: basic(ADMIN.email, password), ...headers };
    const answer = await new Visitor(house.url).call(method, path, body, {
      'content-type': 'application/xml',
      ...signed,
    });
    return { ...answer, text: textOf(answer) };
  }
  const textOf = ({ body }: Answer) =>
    body instanceof Uint8Array ? Buffer.from(body).toString() : JSON.stringify(body);
  const list = (path: string, headers: Record<string, string> = {}, question = PROPS) =>
    ask('PROPFIND', path, { depth: '1', ...headers }, `<propfind xmlns="DAV:">${question}</propfind>`);
  const hrefs = ({ text }: { text: string }) => [...text.matchAll(/<D:href>(.*?)<\/D:href>/g)].map(([, href]) => href);
  const names = async (path: string, headers?: Record<string, string>) =>
    hrefs(await list(path, headers))
      .slice(1)
      .map((href) => decodeURIComponent(href!.replace(/\/$/, '').split('/').at(-1)!))
      .sort();

  it('is of use to whoever reads libraries, and can be walked to its end', async () => {
    expect(await reader.probe()).toMatchObject({ kind: 'usable', facts: { serverPath: '/dav/', dav: '1', count: 3 } });
    const { end, entries } = await reader.walk();
    expect(end).toMatchObject({ kind: 'complete', left: [] });
    const byAuthor = [...entries.keys()].filter((key) => key.startsWith('Authors/') && !entries.get(key)!.folder);
    const odd = "Who - 'All' - 100% & 草枕";
    // Which of the two came first, nobody knows.
    const plain = (key: string) => key.replace('EMMA', 'Emma').replace(/\([0-9a-f]{6}\)/, '(id)');
    expect(byAuthor.map(plain).sort()).toEqual([
      `Authors/A. One/${odd}.epub`,
      `Authors/B. Two/${odd}.epub`,
      'Authors/Jane Austen/Emma (id).epub',
      'Authors/Jane Austen/Emma.epub',
      'Authors/Jane Austen/Emma.pdf',
      'Authors/Jane Austen/Lady Susan.m4b',
      'Authors/Jane Austen/Persuasion/01 - Elliot.mp3',
      'Authors/Jane Austen/Persuasion/02 - Wentworth.mp3',
      'Authors/K. Obo/For a Kobo.kepub.epub',
      'Authors/Unknown/The Will.cbz',
    ]);
    const bySeries = [...entries.keys()].filter((key) => key.startsWith('Series/') && !entries.get(key)!.folder);
    expect(bySeries.sort()).toEqual([
      'Series/Novels/004 - Emma.epub',
      'Series/Novels/004 - Emma.pdf',
      `Series/Novels/010 - ${odd}.epub`,
      'Series/Saga/002.5 - The Will.cbz',
    ]);
    expect([...entries.values()].filter(({ parent }) => parent === 'Recently added')).toHaveLength(8);
  });

  it('gives every file as it is', async () => {
    const { entries } = await reader.walk();
    const files = [...entries.values()].filter(({ folder }) => !folder);
    const originals = Object.values(FILES).map((bytes) => Buffer.from(bytes));
    for (const entry of files) {
      const bytes = Buffer.from(await reader.bytesOf(entry));
      expect([entry.key, originals.some((one) => one.equals(bytes))]).toEqual([entry.key, true]);
    }
    const emma = [...entries.values()].find(({ key }) => key === 'Series/Novels/004 - Emma.epub')!;
    expect(Buffer.from(FILES['Emma.epub']).equals(await reader.bytesOf(emma))).toBe(true);
  });

  it('sends files with ranges, validators and their own type, to whoever asks as KOReader does', async () => {
    const [, href] = hrefs(await list('/dav/Series/Saga'));
    const whole = await ask('GET', href!);
    expect([whole.status, Buffer.from(FILES['Saga.cbz']).equals(whole.body)]).toEqual([200, true]);
    const { headers } = whole;
    expect(headers.get('content-type')).toBe('application/vnd.comicbook+zip');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(Date.parse(headers.get('last-modified')!)).toBeLessThan(Date.now());
    const etag = headers.get('etag')!;
    expect((await list('/dav/Series/Saga')).text).toContain(`<D:getetag>${etag.replaceAll('"', '&quot;')}</D:getetag>`);
    const part = await ask('GET', href!, { range: 'bytes=2-5' });
    expect([part.status, Buffer.from(part.body)]).toEqual([206, Buffer.from(FILES['Saga.cbz']).subarray(2, 6)]);
    expect((await ask('GET', href!, { 'if-none-match': etag })).status).toBe(304);
    const head = await ask('HEAD', href!);
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(FILES['Saga.cbz'].length)]);
  });

  it('answers KOReader in the very letters it looks for', async () => {
    const question = `<?xml version="1.0"?><a:propfind xmlns:a="DAV:"><a:prop><a:resourcetype/></a:prop></a:propfind>`;
    const { status, text } = await ask('PROPFIND', '/dav/Authors/', { depth: '1' }, question);
    expect(status).toBe(207);
    const items = [...text.matchAll(/<[^:]*:response[^>]*>(.*?)<\/[^:]*:response>/gs)].map(([, item]) => item!);
    expect(items.map((item) => /<[^:]*:href[^>]*>(.*)<\/[^:]*:href>/.exec(item)![1])).toContain(
      '/dav/Authors/Jane%20Austen/',
    );
    expect(items.every((item) => /<[^:]*:collection\/>/.test(item))).toBe(true);
    const { text: files } = await ask('PROPFIND', '/dav/Series/Saga/', { depth: '1' }, question);
    expect(files).toContain('<D:resourcetype/>');
  });

  it('is listed folder by folder, and never all at once', async () => {
    for (const headers of [{}, { depth: 'infinity' }] as Record<string, string>[]) {
      const answer = await ask('PROPFIND', '/dav/', headers);
      expect([answer.status, answer.text.includes(INFINITE)]).toEqual([403, true]);
    }
    expect(hrefs(await list('/dav/', { depth: '0' }))).toEqual(['/dav/']);
    expect(hrefs(await list('/dav/'))).toEqual(['/dav/', '/dav/Authors/', '/dav/Series/', '/dav/Recently%20added/']);
    const [, file] = hrefs(await list('/dav/Series/Saga/'));
    expect(hrefs(await ask('PROPFIND', file!))).toEqual([file]);
    expect((await list('/dav/', { depth: '7' })).status).toBe(400);
  });

  it('answers for a folder without its slash at once, and says where it is', async () => {
    const answer = await list('/dav/Authors/Jane%20Austen');
    expect([answer.status, answer.headers.get('content-location')]).toEqual([207, '/dav/Authors/Jane%20Austen/']);
    expect(hrefs(answer)[0]).toBe('/dav/Authors/Jane%20Austen/');
    expect((await list('/dav')).status).toBe(207);
  });

  it('tells what is asked for and that it does not know the rest, all, or names', async () => {
    const [, path] = hrefs(await list('/dav/Series/Saga/'));
    const asked = await list(path!, {}, '<prop><getetag/><x:y xmlns:x="urn:z"/><quota-used-bytes/></prop>');
    expect(asked.text).toMatch(/<D:getetag>&quot;[0-9a-f]{16}&quot;<\/D:getetag><\/D:prop><D:status>HTTP\/1.1 200 OK/);
    expect(asked.text).toMatch(/<x:y xmlns:x="urn:z"\/><D:quota-used-bytes\/><\/D:prop><D:status>HTTP\/1.1 404/);
    expect((await list(path!, {}, '<propname/>')).text).toContain('<D:getlastmodified/>');
    const all = await ask('PROPFIND', path!, { depth: '0' });
    for (const part of ['getcontenttype>application/vnd.comicbook+zip<', 'displayname>002.5 - The Will.cbz<'])
      expect(all.text).toContain(part);
  });

  it.each([
    ['no XML', 'nonsense', 400],
    ['cut off', '<propfind xmlns="DAV:">', 400],
    ['with a DOCTYPE', '<!DOCTYPE a [<!ENTITY b "c">]><propfind xmlns="DAV:"><allprop/></propfind>', 400],
    ['JSON', '{"a":1}', 400],
    ['too large', `<propfind xmlns="DAV:">${' '.repeat(70_000)}<allprop/></propfind>`, 413],
  ])('refuses a question that is %s', async (_what, body, status) => {
    const answer = await ask('PROPFIND', '/dav/', { depth: '1' }, body);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      status,
      'application/problem+json; charset=utf-8',
    ]);
  });

  it('refuses a large question also where its length is not told before', async () => {
    const authorization = basic(ADMIN.email, password);
    const status = await rawStatus(house.url, [
      'PROPFIND /dav/ HTTP/1.1\r\nHost: x\r\nDepth: 1\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n',
      `Authorization: ${authorization}\r\nContent-Type: text/xml\r\n\r\n`,
      `${(70_000).toString(16)}\r\n${' '.repeat(70_000)}\r\n0\r\n\r\n`,
    ]);
    expect(status).toBe('HTTP/1.1 413 Payload Too Large');
  });

  it.each([
    '/dav/Nothing/',
    '/dav/authors/',
    '/dav/Authors/Nobody/',
    '/dav/Authors/%252e%252e/',
    '/dav/Authors/a%2Fb/x',
  ])('has nothing at %s', async (path) => {
    expect((await list(path)).status).toBe(404);
    expect((await ask('GET', path)).status).toBe(404);
  });

  it.each([
    'PUT',
    'DELETE',
    'MKCOL',
    'MOVE',
    'COPY',
    'PROPPATCH',
    'LOCK',
    'UNLOCK',
    'POST',
    'PATCH',
    'REPORT',
    'SEARCH',
  ])('cannot be written to with %s', async (method) => {
    const answer = await ask(method, '/dav/Authors/Jane%20Austen/Emma.pdf', {}, 'x');
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'OPTIONS, GET, HEAD, PROPFIND']);
  });

  it('takes no book before it says so', async () => {
    const status = await rawStatus(house.url, [
      'PUT /dav/x.epub HTTP/1.1\r\nHost: x\r\nContent-Type: application/epub+zip\r\nContent-Length: 99999999\r\n\r\n',
    ]);
    expect(status).toBe('HTTP/1.1 405 Method Not Allowed');
  });

  it('says what it can do to anybody', async () => {
    for (const path of ['/dav', '/dav/', '/dav/Authors/Nobody/']) {
      const { status, headers } = await new Visitor(house.url).call('OPTIONS', path);
      expect([status, headers.get('dav'), headers.get('ms-author-via')]).toEqual([200, '1', 'DAV']);
      expect(headers.get('allow')).toBe('OPTIONS, GET, HEAD, PROPFIND');
    }
  });

  it('is a list of links in a browser', async () => {
    const { status, headers, text } = await ask('GET', '/dav/Authors/Jane%20Austen');
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(text).toContain('<a href="/dav/Authors/Jane%20Austen/Persuasion/">Persuasion/</a>');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    const head = await ask('HEAD', '/dav/');
    expect([head.status, head.text]).toEqual([200, '']);
  });

  it('names itself as a proxy’s clients know it', async () => {
    const behind = { 'x-forwarded-prefix': '/octavo', 'x-forwarded-host': 'a.example', 'x-forwarded-proto': 'https' };
    expect(hrefs(await list('/dav/Series', behind))[1]).toBe('/octavo/dav/Series/Novels/');
    expect((await list('/dav/Series', behind)).headers.get('content-location')).toBe('/octavo/dav/Series/');
  });

  it('finds a name that is written in two signs', async () => {
    await house.drop('Emile.epub', anEpub().titled('\u00c9mile').by('J.-J. Rousseau').build());
    await until('the book', async () => (await names('/dav/Authors')).includes('J.-J. Rousseau'));
    const answer = await ask('GET', `/dav/Authors/J.-J.%20Rousseau/${encodeURIComponent('E\u0301mile')}.epub`);
    expect(answer.status).toBe(200);
  });

  it('shows nobody the books of others', async () => {
    await house.admin.post('/api/users', { email: 'bob@example.org', password: 'another long one' });
    const bob = new Visitor(house.url);
    await bob.signIn('bob@example.org', 'another long one');
    const authorization = basic('bob@example.org', await newPassword(bob, 'Reader'));
    const [, will] = hrefs(await list('/dav/Series/Saga/'));
    expect((await ask('GET', will!, { authorization })).status).toBe(200);
    await house.sql(
      `update book set owner_id = (select id from user_account where email = $1) where title = 'The Will'`,
      [ADMIN.email],
    );
    expect(await names('/dav/Series/', { authorization })).toEqual(['Novels']);
    expect(await names('/dav/Recently%20added/', { authorization })).not.toContain('The Will.cbz');
    expect((await ask('GET', will!, { authorization })).status).toBe(404);
    expect((await list('/dav/Series/Saga/', { authorization })).status).toBe(404);
    expect((await ask('GET', will!)).status).toBe(200);
    // Somebody of that name is not taken for nobody, also by those who see no book of nobody.
    await house.sql(`update contributor set name = 'unknown', folder_key = null where name = 'B. Two'`);
    const [namesake] = (await names('/dav/Authors/', { authorization })).filter((name) => /unknown/i.test(name));
    expect(namesake).toMatch(/^unknown \([0-9a-f]{6}\)$/);
    expect(await names('/dav/Authors/')).toEqual(expect.arrayContaining(['Unknown', namesake]));
    expect(await names(`/dav/Authors/${encodeURIComponent(namesake!)}/`)).toHaveLength(1);
    expect(await names('/dav/Authors/Unknown/')).toEqual(['The Will.cbz']);
  });

  it('shows no book whose file is gone, and keeps the names of the others', async () => {
    const before = await names('/dav/Authors/Jane%20Austen/');
    await rm(join(house.books, 'Lady Susan.m4b'));
    await until('the mark', async () => (await house.admin.get('/api/books?missing=true')).body.total === 1);
    expect(await names('/dav/Authors/Jane%20Austen/')).toEqual(before.filter((name) => name !== 'Lady Susan.m4b'));
  });
});

describe('app passwords', () => {
  let house: House;
  let made: Answer['body'];

  beforeAll(async () => {
    house = await startHouse();
    ({ body: made } = await house.admin.post('/api/app-passwords', { name: ' KOReader ' }));
  });
  afterAll(() => house?.close());

  const enter = (user: string, secret: string) =>
    new Visitor(house.url).call('GET', '/dav/', undefined, {
      authorization: `Basic ${Buffer.from(`${user}:${secret}`).toString('base64')}`,
    });

  it('are shown once, and kept as something else', async () => {
    expect(made).toEqual({
      id: expect.any(String),
      name: 'KOReader',
      password: expect.stringMatching(/^(\w{4}-){4}\w{4}$/),
    });
    const { body } = await house.admin.get('/api/app-passwords');
    expect(body).toEqual({
      items: [{ id: made.id, name: 'KOReader', createdAt: expect.any(String), lastUsedAt: null }],
      total: 1,
      next: null,
    });
    const [row] = await house.sql<{ text: string }>('select a::text as text from app_password a');
    expect(row!.text).not.toContain(made.password);
    expect((await house.admin.post('/api/app-passwords', { name: ' ' })).status).toBe(400);
  });

  it('let in as they are typed, with the address in any case, and it is noted', async () => {
    expect((await enter(ADMIN.email, made.password)).status).toBe(200);
    expect((await enter(ADMIN.email.toUpperCase(), made.password.toUpperCase().replaceAll('-', ' '))).status).toBe(200);
    const [item] = (await house.admin.get('/api/app-passwords')).body.items;
    expect(item.lastUsedAt).toEqual(expect.any(String));
  });

  it('are the only key to the books as files, and no key to anything else', async () => {
    const stranger = await new Visitor(house.url).get('/dav/');
    expect([stranger.status, stranger.headers.get('www-authenticate')]).toEqual([
      401,
      'Basic realm="Octavo", charset="UTF-8"',
    ]);
    const own = await enter(ADMIN.email, ADMIN.password);
    expect([own.status, own.body.type]).toEqual([401, '/problems/session.wrong-password']);
    expect(own.headers.get('www-authenticate')).toContain('Basic');
    const { body: key } = await house.admin.post('/api/api-keys', { name: 'script' });
    const script = new Visitor(house.url);
    script.apiKey = key.key;
    expect((await script.get('/dav/')).status).toBe(401);
    expect((await house.admin.get('/dav/')).status).toBe(401);
    const app = { authorization: `Basic ${Buffer.from(`${ADMIN.email}:${made.password}`).toString('base64')}` };
    expect((await new Visitor(house.url).get('/api/books', app)).status).toBe(401);
    for (const broken of ['Basic', 'Basic !', 'Basic bm9jb2xvbg==', `Basic ${Buffer.from('a\0:b').toString('base64')}`])
      expect((await new Visitor(house.url).get('/dav/', { authorization: broken })).status).toBe(401);
  });

  it('that are wrong are answered later and later, and keep neither the right one nor the dashboard out', async () => {
    const statuses: number[] = [];
    let last: Answer | undefined;
    for (let i = 0; i < 6; i++) statuses.push((last = await enter('victim@example.org', 'a guess')).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
    expect(Number(last!.headers.get('retry-after'))).toBeGreaterThan(0);
    for (let i = 0; i < 6; i++) last = await enter(ADMIN.email, `another guess ${i}`);
    expect(last!.status).toBe(429);
    expect((await enter(ADMIN.email, made.password)).status).toBe(200);
    expect((await new Visitor(house.url).signIn(ADMIN.email, ADMIN.password)).status).toBe(200);
  });

  it('are taken away by their owner, at once', async () => {
    await house.admin.post('/api/users', { email: 'eve@example.org', password: 'another long one' });
    const eve = new Visitor(house.url);
    await eve.signIn('eve@example.org', 'another long one');
    expect((await eve.get('/api/app-passwords')).body.items).toEqual([]);
    const foreign = await eve.delete(`/api/app-passwords/${made.id}`);
    expect([foreign.status, foreign.body.type]).toEqual([404, '/problems/app-password.not-found']);
    expect((await house.admin.delete('/api/app-passwords/x')).status).toBe(404);
    expect((await house.admin.delete(`/api/app-passwords/${made.id}`)).status).toBe(204);
    expect((await enter(ADMIN.email, made.password)).status).not.toBe(200);
  });
});

/** The first line of the answer to bytes as they are. */
function rawStatus(url: string, parts: string[]): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(parts.join('')));
    socket.setTimeout(60_000, () => socket.destroy(new Error('no answer')));
    socket.on('error', reject);
    socket.once('data', (data) => {
      socket.destroy();
      resolve(data.toString().split('\r\n')[0]!);
    });
  });
}
