import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { storeAnswer } from '@octavo/kobo';
import { type FakeAnswer, send } from '../../kobo/fake-server.js';
import type { Hands } from '../hands.js';
import { ModelAccounts, type ModelDevice } from './model-accounts.js';
import { modelHands } from './model-hands.js';
import { annotationRoute } from './model-annotations.js';
import { ROUTES } from './model-routes.js';
import { type ModelRequest, parsedOr, type Wrong } from './model-request.js';
import { ModelSync } from './model-sync.js';
import { TAG_ROUTES } from './model-tag-routes.js';

/**
 * A Kobo server in memory that does everything as it should, with hands, so that every check passes; `wrong` makes it do
 * one thing otherwise, which is how each check is seen to fail.
 */
export class ModelServer {
  wrong: Wrong = (_, answer) => answer;
  readonly accounts = new ModelAccounts(() => this.origin);
  readonly sync = new ModelSync();
  hands: Hands = {};
  base = '';
  private server: Server | undefined;

  get origin(): string {
    return `http://127.0.0.1:${(this.server?.address() as AddressInfo).port}`;
  }

  async open(): Promise<this> {
    this.server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { method = '', url = '', headers } = request;
        const answer = this.answer({ method, path: url, headers, body: Buffer.concat(chunks).toString() });
        send(response, method === 'HEAD' ? headOf(answer) : answer);
      });
    });
    await new Promise<void>((listening) => this.server?.listen(0, '127.0.0.1', listening));
    this.hands = modelHands(this.accounts);
    this.base = (await this.hands.reader?.(3)) ?? '';
    return this;
  }

  async close(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((closed) => this.server?.close(closed));
  }

  private answer({ path: url, ...request }: Omit<ModelRequest, 'device'>): FakeAnswer {
    const [, token = '', path = ''] = /^\/kobo\/([^/?]+)(.*)$/.exec(url) ?? [];
    const device = this.accounts.devices.get(token);
    if (!url.startsWith('/kobo/')) return annotationRoute({ ...request, path: url }, this);
    const whole = { ...request, path, device: device as ModelDevice };
    if (!device) return this.wrong(whole, { status: 401, body: {} });
    return this.wrong(whole, device.mayRead ? this.rightAnswer(whole) : { status: 403, body: {} });
  }

  private rightAnswer(request: ModelRequest): FakeAnswer {
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    for (const [verb, pattern, answer] of [...ROUTES, ...TAG_ROUTES]) {
      const match = verb === method ? pattern.exec(request.path) : null;
      if (match) return answer(request, match, this.sync);
    }
    const { pathname } = new URL(request.path, 'http://x');
    const { headers, body } = request;
    return storeAnswer(method, pathname.replace(/^\/v1/, ''), { headers, query: {}, body: parsedOr(body, undefined) });
  }
}

function headOf(answer: FakeAnswer): FakeAnswer {
  const { body, headers } = answer;
  if (!(body instanceof Uint8Array)) return answer;
  return { ...answer, body: new Uint8Array(), headers: { 'content-length': String(body.length), ...headers } };
}
