import { anEpub, DavServer } from '@octavo/testing';
import dns from 'node:dns';
import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { ANN, type DavHouse, startDavHouse } from './dav-house.js';
import { type House, startHouse } from './house.js';
import { type Answer } from './visitor.js';

const TREE = { 'Emma.epub': anEpub().titled('Emma').by('Jane Austen').build() };

/** Counts who comes, and says nothing. */
class Door {
  visits = 0;
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly server: Server) {
    server.on('connection', (socket) => {
      this.visits += 1;
      this.sockets.add(socket.on('error', () => undefined));
    });
  }

  /** On every address of this machine, both families. */
  static async open(): Promise<Door> {
    const server = createServer();
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(0, resolve);
    });
    return new Door(server);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

const reasonOf = ({ status, body }: Answer) => [status, body.errors?.[0]?.reason];

/** Has a name lead somewhere, for as long as `work` takes. */
async function withName<Result>(name: string, address: string, work: () => Promise<Result>): Promise<Result> {
  const real = dns.lookup;
  const spy = jest.spyOn(dns, 'lookup').mockImplementation((host: string, ...rest: unknown[]) => {
    if (host !== name) return (real as (...given: unknown[]) => void)(host, ...rest);
    const callback = rest.at(-1) as (error: null, found: dns.LookupAddress[]) => void;
    process.nextTick(() => callback(null, [{ address, family: address.includes(':') ? 6 : 4 }]));
  });
  return work().finally(() => spy.mockRestore());
}

describe('an address of a server that somebody types', () => {
  let house: House;
  let door: Door;
  beforeAll(async () => {
    house = await startHouse();
    door = await Door.open();
  });
  afterAll(async () => {
    await house?.close();
    await door?.close();
  });
  const test = (baseUrl: string, at: House = house) => at.admin.post('/api/webdav/test', { baseUrl, ...ANN });
  const add = (baseUrl: string) => house.admin.post('/api/webdav', { baseUrl, ...ANN });

  it.each([
    ...['http://127.0.0.1:PORT/', 'http://localhost:PORT/dav/', 'https://localhost:PORT/', 'http://[::1]:PORT/'],
    ...['http://[::ffff:127.0.0.1]:PORT/', 'http://[::ffff:7f00:1]:PORT/', 'http://0x7f.1:PORT/'],
    ...['http://2130706433:PORT/', 'http://017700000001:PORT/', 'http://0:PORT/', 'http://[::]:PORT/'],
    ...['http://127.255.255.254:PORT/', 'http://LOCALHOST:PORT/'],
    ...[
      'http://169.254.169.254/',
      'http://169.254.169.254/latest/meta-data/',
      'http://[fe80::1]/',
      'http://[ff02::1]/',
    ],
    ...['http://[64:ff9b::7f00:1]:PORT/', 'http://[64:ff9b::127.0.0.1]/', 'http://[2002:7f00:1::]:PORT/'],
    ...['http://224.0.0.1/', 'http://255.255.255.255/', 'http://192.0.2.1/'],
  ])('may not lead here: %s', async (written) => {
    const baseUrl = written.replace('PORT', String(door.port));
    for (const ask of [add, test]) {
      const answer = await ask(baseUrl);
      expect(reasonOf(answer)).toEqual([422, 'blocked_address']);
      expect(answer.body.detail).toContain('OUTBOUND_ALLOW');
    }
    expect(door.visits).toBe(0);
    expect(await house.sql('select 1 from webdav_connection')).toEqual([]);
  });

  it.each(['127.0.0.1', '169.254.169.254', '::1', '::ffff:127.0.0.1', '64:ff9b::7f00:1'])(
    'may not be a name that leads here: %s',
    async (address) => {
      await withName('nas.example', address, async () => {
        expect(reasonOf(await test(`http://nas.example:${door.port}/`))).toEqual([422, 'blocked_address']);
      });
      expect(door.visits).toBe(0);
    },
  );

  it('may not have the port of something that is no web server, ours above all', async () => {
    for (const port of ['22', '25', '5432', '6379', '1', '1023'])
      expect([port, ...reasonOf(await test(`http://nas.example:${port}/`))]).toEqual([port, 422, 'blocked_address']);
    const { port } = new URL(house.databaseUrl);
    expect(reasonOf(await test(`http://nas.example:${port}/`))).toEqual([422, 'blocked_address']);
  });

  it('may lead into a private network unless that is forbidden, and then only where it is allowed', async () => {
    const nas = await DavServer.start(TREE);
    const { port } = new URL(nas.url);
    const baseUrl = `http://nas.example:${port}/dav/`;
    const strict = await startHouse('postgres', {}, { OUTBOUND_DENY_PRIVATE: 'true' });
    try {
      for (const address of ['10.1.2.3', '192.168.1.2', '172.31.0.1', '100.64.0.1', 'fd00::1'])
        await withName('nas.example', address, async () => {
          expect(reasonOf(await test(baseUrl, strict))).toEqual([422, 'blocked_address']);
        });
    } finally {
      await strict.close();
    }
    const allowed = await startHouse('postgres', {}, { OUTBOUND_DENY_PRIVATE: 'true', OUTBOUND_ALLOW: '127.0.0.0/8' });
    try {
      await withName('nas.example', '127.0.0.1', async () => {
        expect((await test(baseUrl, allowed)).body).toMatchObject({ count: 1 });
      });
      const own = new URL(allowed.databaseUrl).port;
      for (const forbidden of [own, '6379', '22'])
        expect(reasonOf(await test(`http://127.0.0.1:${forbidden}/`, allowed))).toEqual([422, 'blocked_address']);
    } finally {
      await allowed.close();
      await nas.close();
    }
  });
});

describe('a server that may be reached', () => {
  let at: DavHouse;
  let elsewhere: DavServer;
  let door: Door;
  beforeAll(async () => {
    at = await startDavHouse(TREE);
    elsewhere = await DavServer.start(TREE);
    door = await Door.open();
    await at.connect();
  });
  afterAll(async () => {
    await at?.close();
    await elsewhere?.close();
    await door?.close();
  });
  beforeEach(() => {
    at.dav.recover();
    elsewhere.asked.length = 0;
  });

  const connectionId = async () => (await at.house.admin.get('/api/webdav')).body.items[0].id as string;
  const content = async () => {
    const { body } = await at.house.admin.get('/api/books?q=emma');
    return at.house.admin.get(`/api/files/${body.items[0].files[0].id}/content`);
  };
  const elsewhereAs = (host: string) => elsewhere.url.replace('127.0.0.1', host);

  it.each([301, 302, 307, 308])('sends a listing nowhere else (%s)', async (status) => {
    const id = await connectionId();
    for (const there of [
      ...[elsewhere.url, elsewhereAs('localhost'), `http://127.0.0.2:${door.port}/dav/`],
      ...[`http://localhost:${door.port}/`, 'http://10.0.0.1/dav/', `http://ann:pw@127.0.0.1:${door.port}/dav/`],
    ]) {
      at.dav.treat(/./, { method: 'PROPFIND', status, redirect: there });
      expect(reasonOf(await at.house.admin.post('/api/webdav/test', { baseUrl: at.dav.url, ...ANN }))).toEqual([
        ...[422, 'redirect_refused'],
      ]);
      expect(await at.sync(id)).toMatchObject({ lastSyncStatus: 'FAILED', lastErrorCode: 'redirect_refused' });
    }
    expect([elsewhere.asked, door.visits]).toEqual([[], 0]);
    at.dav.recover();
    expect(await at.sync(id)).toMatchObject({ lastSyncStatus: 'OK', failures: 0, missingCount: 0 });
  });

  it('may keep a file elsewhere; nobody signs in there', async () => {
    at.dav.treat(/Emma/, { method: 'GET', redirect: `${elsewhere.url}Emma.epub` });
    const { status, body } = await content();
    expect([status, Buffer.from(body).equals(Buffer.from(TREE['Emma.epub']))]).toEqual([200, true]);
    expect(elsewhere.asked.length).toBeGreaterThan(0);
    for (const { authorization, headers } of elsewhere.asked) {
      expect(authorization).toBeUndefined();
      expect(JSON.stringify(headers)).not.toContain(Buffer.from(`:${ANN.password}`).toString('base64').slice(2, -4));
    }
  });

  it.each([
    ['http://127.0.0.2:PORT/Emma.epub', 'this machine by another address'],
    ['http://[::1]:PORT/Emma.epub', 'this machine in IPv6'],
    ['http://169.254.169.254/latest', 'a link-local address'],
    ['ftp://127.0.0.1:PORT/Emma.epub', 'another protocol'],
  ])('may not lead to %s for a file (%s)', async (there) => {
    at.dav.treat(/Emma/, { method: 'GET', redirect: there.replace('PORT', String(door.port)) });
    const { status } = await content();
    expect([502, 503, 422, 403]).toContain(status);
    expect(door.visits).toBe(0);
  });

  it('that calls its files another’s has nobody ask there', async () => {
    at.dav.hold({ ...TREE, More: { 'Persuasion.epub': anEpub().titled('Persuasion').by('Jane Austen').build() } });
    at.dav.manners = { ...at.dav.manners, saysOrigin: `http://127.0.0.1:${door.port}` };
    const id = await connectionId();
    await at.sync(id);
    await at.read(id);
    expect(await at.titles()).toEqual(['Emma', 'Persuasion']);
    expect((await content()).status).toBe(200);
    at.dav.manners = { ...at.dav.manners, saysOrigin: `http://ann@169.254.169.254` };
    expect(await at.sync(id)).toMatchObject({ lastSyncStatus: 'OK' });
    expect([elsewhere.asked, door.visits]).toEqual([[], 0]);
  });
});
