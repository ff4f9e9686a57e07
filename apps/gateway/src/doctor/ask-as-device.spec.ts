import { selfSigned } from '@octavo/testing';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { createServer as createPlainServer } from 'node:net';
import type { TlsOptions } from 'node:tls';
import { askAsDevice, type Question } from './ask-as-device.js';
import { speaksTls12 } from './speaks-tls12.js';

const open: { close: () => void }[] = [];
afterAll(() => open.forEach((server) => server.close()));

async function listening(server: Pick<Server, 'listen' | 'address' | 'close'>): Promise<number> {
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as { port: number }).port;
}

const plain = async (answer: RequestListener) =>
  new URL(`http://127.0.0.1:${await listening(createServer(answer))}/octavo`);
const secure = async (settings: TlsOptions = {}) =>
  new URL(
    `https://localhost:${await listening(createSecureServer({ ...selfSigned(), ...settings }, (_, to) => to.end('{}')))}`,
  );

const GET: Question = { method: 'GET', path: '/v1/x', headers: {} };
const soon = () => AbortSignal.timeout(3_000);

describe('asking as a device', () => {
  it('sends brackets as they are, no port in Host, the whole body, and follows nowhere', async () => {
    const seen: unknown[] = [];
    const base = await plain((request, answer) => {
      let bytes = 0;
      request.on('data', (chunk: Buffer) => (bytes += chunk.length));
      request.on('end', () => {
        seen.push([request.method, request.url, request.headers.host, bytes]);
        answer.writeHead(307, { location: '/elsewhere', 'set-cookie': 'a=b' }).end('moved');
      });
    });
    const path = '/v1/assets?DiffRequests=[{"Key":"x"}]';
    const reply = await askAsDevice(base, { method: 'PUT', path, headers: {}, body: Buffer.alloc(300_000) }, soon());
    expect(seen).toEqual([['PUT', `/octavo${path}`, '127.0.0.1', 300_000]]);
    expect(reply).toMatchObject({ kind: 'answered', status: 307, headers: { 'set-cookie': ['a=b'] }, tls: null });
  });

  it('takes no more of an answer than it needs', async () => {
    const base = await plain((_, answer) => {
      const pour = () => {
        while (!answer.destroyed && answer.write(Buffer.alloc(65_536)));
      };
      answer.on('drain', pour);
      pour();
    });
    const reply = await askAsDevice(base, GET, soon());
    expect(reply.kind === 'answered' && reply.body.length).toBeLessThan(400_000);
  });

  it.each<[string, () => Promise<URL>, string | RegExp]>([
    ['nobody listens', () => Promise.resolve(new URL('http://127.0.0.1:1')), 'ECONNREFUSED'],
    ['a name that is none', () => Promise.resolve(new URL('http://nowhere.invalid')), /ENOTFOUND|EAI_AGAIN/],
    ['silence', () => plain(() => undefined), 'TIMEOUT'],
    ['an answer that never ends', () => plain((_, answer) => void answer.write('x')), 'TIMEOUT'],
    ['a cut connection', () => plain((request) => void request.socket.destroy()), 'ECONNRESET'],
    [
      'another protocol',
      async () => {
        const server = createPlainServer((socket) => socket.on('error', () => undefined).end('220 mail\r\n'));
        return new URL(`http://127.0.0.1:${await listening(server as unknown as Server)}`);
      },
      /^HPE_/,
    ],
    [
      'https of a server that speaks http',
      async () => new URL((await plain(() => undefined)).href.replace('http', 'https')),
      /EPROTO|SSL/,
    ],
    [
      'headers without end',
      () => plain((_, answer) => void answer.setHeader('x', 'y'.repeat(100_000)).end()),
      'HPE_HEADER_OVERFLOW',
    ],
  ])('tells of %s', async (_what, server, code) => {
    const reply = await askAsDevice(await server(), GET, AbortSignal.timeout(700));
    expect(reply).toMatchObject({ kind: 'failed', code: expect.stringMatching(code) });
  });

  it('notes a certificate that nobody trusts, and asks all the same', async () => {
    expect(await askAsDevice(await secure(), GET, soon())).toMatchObject({
      kind: 'answered',
      status: 200,
      tls: { protocol: 'TLSv1.3', problem: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
    });
  });
});

describe('TLS 1.2', () => {
  it('is spoken, refused, or cannot be told', async () => {
    expect(await speaksTls12(await secure(), soon())).toBe(true);
    expect(await speaksTls12(await secure({ minVersion: 'TLSv1.3' }), soon())).toBe(false);
    expect(await speaksTls12(new URL('https://127.0.0.1:1'), soon())).toBeUndefined();
    expect(await speaksTls12(await plain(() => undefined), soon())).toBeUndefined();
    expect(await speaksTls12(await secure(), AbortSignal.abort())).toBeUndefined();
  });
});
