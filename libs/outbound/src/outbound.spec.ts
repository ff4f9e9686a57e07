import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { AddressRules } from './address-rules.js';
import type { OutboundRequest } from './exchange.js';
import { Outbound } from './outbound.js';

type Handler = (request: IncomingMessage, answer: ServerResponse) => void;

describe('asking others', () => {
  let server: Server;
  let base: string;
  let port: number;
  let handle: Handler;
  let connections: number;
  const asking: Outbound[] = [];
  const outbound = (allow: string[] = ['127.0.0.1']) => {
    const one = new Outbound(new AddressRules({ allow, denyPrivate: true }));
    asking.push(one);
    return one;
  };
  const order = (path = '/', more: Partial<OutboundRequest> = {}): OutboundRequest => ({
    url: `${base}${path}`,
    withinMs: 60_000,
    mostBytes: 100_000,
    ...more,
  });

  beforeAll(async () => {
    server = createServer((request, answer) => handle(request, answer));
    server.on('connection', () => (connections += 1));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
    base = `http://127.0.0.1:${port}`;
  });
  beforeEach(() => {
    connections = 0;
    handle = (_request, answer) => answer.end('well');
  });
  afterAll(async () => {
    await Promise.all(asking.map((one) => one.close()));
    server.closeAllConnections();
    server.close();
  });

  it('gives status, headers, cookies and body, whatever the status', async () => {
    handle = ({ headers }, answer) => {
      answer.writeHead(503, { 'Set-Cookie': ['a=1', 'b=2'], 'X-Heard': headers['x-said'] ?? '' });
      answer.end('busy');
    };
    const { status, headers, cookies, body, url } = await outbound().ask(order('/x', { headers: { 'x-said': 'hi' } }));
    expect([status, headers['x-heard'], cookies, Buffer.from(body).toString(), url]).toEqual([
      503,
      'hi',
      ['a=1', 'b=2'],
      'busy',
      `${base}/x`,
    ]);
  });

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ])('unpacks %s', async (encoding, pack) => {
    handle = (_request, answer) => answer.writeHead(200, { 'content-encoding': encoding }).end(pack('a book'));
    expect(Buffer.from((await outbound().ask(order())).body).toString()).toBe('a book');
  });

  it.each<[string, Handler, string]>([
    ['is longer than it may be', (_r, answer) => answer.end(Buffer.alloc(200_000)), 'too-large'],
    [
      'unpacks to more than it may',
      (_r, answer) => answer.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(50_000_000))),
      'too-large',
    ],
    [
      'says it is packed and is not',
      (_r, answer) => answer.writeHead(200, { 'content-encoding': 'gzip' }).end('plain'),
      'broken-off',
    ],
    [
      'breaks off',
      (_r, answer) => {
        answer.writeHead(200, { 'content-length': '1000' }).write('half');
        setTimeout(() => answer.destroy(), 50);
      },
      'broken-off',
    ],
    [
      'redirects without end',
      (_r, answer) => answer.writeHead(302, { location: '/again' }).end(),
      'too-many-redirects',
    ],
    [
      'redirects to this machine by another name',
      (_r, answer) => answer.writeHead(302, { location: 'http://[::1]:9/' }).end(),
      'forbidden-address',
    ],
    [
      'redirects to a file',
      (_r, answer) => answer.writeHead(302, { location: 'file:///etc' }).end(),
      'forbidden-redirect',
    ],
    [
      'redirects with a password',
      (_r, answer) => answer.writeHead(302, { location: 'http://a:b@127.0.0.1/' }).end(),
      'forbidden-redirect',
    ],
  ])('ends when an answer %s', async (_what, handler, failure) => {
    handle = handler;
    await expect(outbound().ask(order('/', { mayFollow: () => true }))).rejects.toMatchObject({ failure });
  });

  it('ends when nothing comes, or too slowly', async () => {
    handle = (_request, answer) => void answer.write('drip');
    await expect(outbound().ask(order('/', { withinMs: 300 }))).rejects.toMatchObject({ failure: 'timeout' });
  });

  it('ends when it is told to, with the reason it was given', async () => {
    handle = () => undefined;
    const controller = new AbortController();
    const asked = outbound().ask(order('/', { signal: controller.signal }));
    const reason = new Error('enough');
    setTimeout(() => controller.abort(reason), 50);
    await expect(asked).rejects.toBe(reason);
  });

  it('follows redirects only where it may, and says where they ended', async () => {
    handle = ({ url }, answer) =>
      url === '/from' ? void answer.writeHead(301, { location: '/to' }).end() : void answer.end('here');
    expect((await outbound().ask(order('/from', { mayFollow: () => true }))).url).toBe(`${base}/to`);
    expect((await outbound().ask(order('/from'))).status).toBe(301);
    await expect(outbound().ask(order('/from', { mayFollow: () => false }))).rejects.toMatchObject({
      failure: 'forbidden-redirect',
    });
  });

  it.each(['http://127.0.0.1:PORT/', 'http://2130706433:PORT/', 'http://0x7f.1:PORT/', 'http://localhost:PORT/'])(
    'never connects to %s where nobody allowed it',
    async (url) => {
      const asked = outbound([]).ask({ ...order(), url: url.replace('PORT', String(port)) });
      await expect(asked).rejects.toMatchObject({ failure: 'forbidden-address' });
      expect(connections).toBe(0);
    },
  );

  it('reaches a name that was allowed, wherever it leads', async () => {
    const { status } = await outbound(['localhost']).ask({ ...order(), url: `http://localhost:${port}/` });
    expect(status).toBe(200);
  });

  it('says what went wrong without paths or passwords', async () => {
    const url = 'http://ada:secret@127.0.0.1:9/private?key=1';
    const failure: unknown = await outbound()
      .ask({ ...order(), url })
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ failure: 'unreachable' });
    expect(String(failure)).not.toMatch(/secret|private|key/);
  });
});
