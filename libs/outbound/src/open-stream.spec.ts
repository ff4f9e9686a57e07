import { selfSigned } from '@octavo/testing';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { AddressRules } from './address-rules.js';
import type { OutboundStream, StreamOrder } from './open-stream.js';
import { Outbound } from './outbound.js';

type Handler = (request: IncomingMessage, answer: ServerResponse) => void;

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function textOf({ body }: OutboundStream): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

describe('an answer that is read while it comes', () => {
  const certificate = selfSigned();
  const asking: Outbound[] = [];
  let server: Server;
  let tls: Server;
  let origin: string;
  let tlsOrigin: string;
  let handle: Handler;
  let connections: number;
  const outbound = (allow: string[] = ['127.0.0.1']) => {
    const one = new Outbound(new AddressRules({ allow, denyPrivate: true }));
    asking.push(one);
    return one;
  };
  const order = (more: Partial<StreamOrder> & { most?: Partial<StreamOrder['limits']> } = {}): StreamOrder => {
    const { most, ...rest } = more;
    const limits = { headersMs: 60_000, idleMs: 60_000, totalMs: 60_000, mostBytes: 100_000, ...most };
    return { method: 'GET', origin, target: '/', ...rest, limits };
  };

  beforeAll(async () => {
    server = createServer((request, answer) => handle(request, answer));
    server.on('connection', () => (connections += 1));
    tls = createTlsServer(certificate, (_request, answer) => void answer.end('safe'));
    origin = `http://127.0.0.1:${await listening(server)}`;
    tlsOrigin = `https://localhost:${await listening(tls)}`;
  });
  beforeEach(() => {
    connections = 0;
    handle = (_request, answer) => answer.end('well');
  });
  afterAll(async () => {
    await Promise.all(asking.map((one) => one.close()));
    for (const one of [server, tls]) {
      one.closeAllConnections();
      one.close();
    }
  });

  it.each(["/a%2fb%e9%E9/%41;x=(1)!*'", '/a//b/../c/%2e%2e/', '/a[1]{2}|^"', '/x?y=%2b&&z#'.replace('#', '')])(
    'is asked for at %s, byte for byte',
    async (target) => {
      let seen: string | undefined;
      handle = ({ url }, answer) => {
        seen = url;
        answer.end();
      };
      await textOf(await outbound().stream(order({ target })));
      expect(seen).toBe(target);
    },
  );

  it('has status, headers and body, and what is sent arrives', async () => {
    handle = (request, answer) => {
      answer.writeHead(207, { 'X-Two': ['a', 'b'] });
      request.pipe(answer);
    };
    const answer = await outbound().stream(order({ method: 'PROPFIND', body: '<x/>', headers: { depth: '1' } }));
    expect([answer.status, answer.headers['x-two'], await textOf(answer)]).toEqual([207, 'a, b', '<x/>']);
  });

  it('follows no redirect', async () => {
    handle = (_request, answer) => answer.writeHead(302, { location: '/next' }).end();
    const answer = await outbound().stream(order());
    await answer.discard();
    expect([answer.status, answer.headers['location']]).toEqual([302, '/next']);
  });

  it('leaves its connection to the next when it is read or discarded', async () => {
    const one = outbound();
    for (let at = 0; at < 12; at += 1) {
      const answer = await one.stream(order());
      await (at % 2 === 0 ? textOf(answer) : answer.discard());
    }
    expect(connections).toBeLessThanOrEqual(2); // the pool may find the first still busy for a moment
  });

  it.each<[string, Handler]>([
    ['never ends', (_r, answer) => drip(answer)],
    ['is long', (_r, answer) => endless(answer)],
    ['breaks off', (_r, answer) => void answer.write('half', () => setTimeout(() => answer.destroy(), 50))],
  ])('is discarded, though it %s', async (_, handler) => {
    handle = handler;
    await (await outbound().stream(order())).discard();
    handle = (_request, answer) => answer.end('well');
    expect(await textOf(await outbound().stream(order()))).toBe('well');
  });

  it.each<[string, Handler, Partial<StreamOrder['limits']>, string]>([
    ['is longer than it may be', (_r, answer) => answer.end(Buffer.alloc(200_000)), {}, 'too-large'],
    ['is longer than it may be, without saying so', (_r, answer) => endless(answer), {}, 'too-large'],
    [
      'is packed',
      (_r, answer) => answer.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(5_000_000))),
      {},
      'unsupported-encoding',
    ],
    ['never begins', () => undefined, { headersMs: 200 }, 'timeout'],
    ['stops', (_r, answer) => void answer.write('half'), { idleMs: 200 }, 'timeout'],
    ['takes too long in all', (_r, answer) => drip(answer), { totalMs: 300 }, 'timeout'],
    [
      'breaks off',
      (_r, answer) => {
        answer.writeHead(200, { 'content-length': '1000' }).write('half');
        setTimeout(() => answer.destroy(), 50);
      },
      {},
      'broken-off',
    ],
  ])('ends when it %s', async (_what, handler, most, failure) => {
    handle = handler;
    const reading = outbound().stream(order({ most })).then(textOf);
    await expect(reading).rejects.toMatchObject({ failure });
  });

  it('ends when it is told to, before and within the body, with the reason it was given', async () => {
    const reason = new Error('enough');
    for (const handler of [() => undefined, ((_r, answer) => void answer.write('half')) satisfies Handler]) {
      handle = handler;
      const controller = new AbortController();
      const reading = outbound()
        .stream(order({ signal: controller.signal }))
        .then(textOf);
      setTimeout(() => controller.abort(reason), 100);
      await expect(reading).rejects.toBe(reason);
    }
  });

  it.each([
    'http://127.0.0.1:PORT',
    'http://2130706433:PORT',
    'http://localhost:PORT',
    'http://[::ffff:127.0.0.1]:PORT',
  ])('is not asked for at %s where nobody allowed it', async (forbidden) => {
    const asked = outbound([]).stream(order({ origin: forbidden.replace('PORT', new URL(origin).port) }));
    await expect(asked).rejects.toMatchObject({ failure: 'forbidden-address' });
    expect(connections).toBe(0);
  });

  it('comes over TLS only from whom is trusted, by everybody or by this request', async () => {
    const one = outbound(['localhost']);
    await expect(one.stream(order({ origin: tlsOrigin }))).rejects.toMatchObject({ failure: 'certificate' });
    expect(await textOf(await one.stream(order({ origin: tlsOrigin, ca: certificate.cert })))).toBe('safe');
    await expect(one.stream(order({ origin: tlsOrigin }))).rejects.toMatchObject({ failure: 'certificate' });
  });

  it('forgets the certificates that were used longest ago', async () => {
    const one = outbound(['localhost']);
    for (let at = 0; at < 20; at += 1)
      expect(
        await textOf(await one.stream(order({ origin: tlsOrigin, ca: `${certificate.cert}${'\n'.repeat(at)}` }))),
      ).toBe('safe');
  });
});

function endless(answer: ServerResponse): void {
  const more = () => {
    while (!answer.destroyed && answer.write(Buffer.alloc(16_384))) continue;
  };
  answer.on('drain', more);
  more();
}

function drip(answer: ServerResponse): void {
  const timer = setInterval(() => answer.write('x'), 50);
  answer.on('close', () => clearInterval(timer));
}
