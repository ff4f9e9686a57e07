import { readConfig } from '@octavo/platform';
import { KoboStore } from '@octavo/testing';
import { createServer } from 'node:net';
import { StoreClient } from './store-client.js';

const ask = { method: 'GET', target: '/v1/x', headers: {} };

describe('the line to the store', () => {
  let store: KoboStore;
  let client: StoreClient;
  beforeEach(async () => {
    store = await KoboStore.start();
    client = new StoreClient(readConfig({ KOBO_STORE_BASE_URL: store.url }));
  });
  afterEach(async () => {
    client.onApplicationShutdown();
    await store.close();
  });

  it('carries path, query and body byte for byte', async () => {
    const target = '/v1/x//y%2Fz/;a=1?q=a%2Cb&Filters=%7B%7D&D=[{"K":"|^`<>\\"}]';
    const body = Buffer.from([0, 255, 13, 10, 0x7b]);
    await client.ask({ method: 'POST', target, headers: { 'x-kobo-a': 'b' }, body });
    expect(store.requests).toMatchObject([{ method: 'POST', target, body, headers: { 'x-kobo-a': 'b' } }]);
  });

  it.each(['GET', 'HEAD', 'PUT', 'POST', 'PATCH', 'DELETE'])('carries %s without a body', async (method) => {
    expect((await client.ask({ ...ask, method })).status).toBe(200);
    expect(store.requests[0]).toMatchObject({ method, body: Buffer.alloc(0) });
    expect(store.requests[0]!.headers['transfer-encoding']).toBeUndefined();
  });

  it('stays below the path of the store, where that has one', async () => {
    const below = new StoreClient(readConfig({ KOBO_STORE_BASE_URL: `${store.url}/mirror/` }));
    await below.ask(ask);
    expect(store.requests[0]!.target).toBe('/mirror/v1/x');
    below.onApplicationShutdown();
  });

  it('follows no redirect', async () => {
    store.fail('redirect elsewhere');
    expect(await client.ask(ask)).toMatchObject({ status: 302, headers: { location: 'https://evil.example/stolen' } });
    expect(store.requests).toHaveLength(1);
  });

  it.each([
    ['silence', /longer than 300 ms/],
    ['trickle', /longer than 300 ms/],
    ['cut off', /broke off/],
    ['huge', /larger than/],
  ] as const)('gives up on %s in time', async (fault, reason) => {
    store.fail(fault);
    const began = performance.now();
    const patience = fault === 'huge' ? 5_000 : 300;
    await expect(client.ask(ask, patience)).rejects.toMatchObject({
      code: 'store.unavailable',
      detail: expect.stringMatching(reason),
    });
    expect(performance.now() - began).toBeLessThan(patience + 60_000);
    expect(client.isSilent).toBe(/longer/.test(reason.source));
  });

  it('knows that the store is silent until it speaks again', async () => {
    store.fail('silence', /./, 1);
    await expect(client.ask(ask, 100)).rejects.toThrow();
    expect(client.isSilent).toBe(true);
    await client.ask(ask);
    expect(client.isSilent).toBe(false);
  });

  it('says so when nobody is there', async () => {
    await store.close();
    await expect(client.ask(ask)).rejects.toMatchObject({ code: 'store.unavailable' });
    store = await KoboStore.start();
  });

  it('asks again when the connection it kept was closed in the meantime, but does not repeat a POST', async () => {
    // a server that answers once on a connection and hangs up on the second request without reading it
    let requests = 0;
    const server = createServer((socket) => {
      let answered = false;
      socket.on('error', () => undefined);
      socket.on('data', () => {
        requests += 1;
        if (answered) return socket.destroy();
        answered = true;
        socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const other = new StoreClient(readConfig({ KOBO_STORE_BASE_URL: `http://127.0.0.1:${port}` }));
    expect((await other.ask(ask)).status).toBe(200);
    expect((await other.ask(ask)).status).toBe(200);
    expect(requests).toBe(3);
    await expect(other.ask({ ...ask, method: 'POST' })).rejects.toMatchObject({ code: 'store.unavailable' });
    expect(requests).toBe(4);
    other.onApplicationShutdown();
    server.close();
  });
});
