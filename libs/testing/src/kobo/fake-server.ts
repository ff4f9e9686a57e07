import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { TextReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import {
  authorizeRedirect,
  deviceAuthAnswer,
  discoveryDocument,
  newEntitlement,
  resourcesFor,
  storeAnswer,
  tokenAnswer,
  type KoboBook,
} from '@octavo/kobo';

export interface FakeAnswer {
  status?: number;
  headers?: Record<string, string>;
  /** Bytes are sent as they are, anything else as JSON. */
  body?: unknown;
  chunked?: boolean;
}

export interface SeenRequest {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
}

type Route = [method: string, path: RegExp, answer: (request: SeenRequest, match: string[]) => FakeAnswer];

const TOKENS = {
  accessToken: 'a'.repeat(32),
  refreshToken: 'r'.repeat(32),
  trackingId: 'b6a6f3d4-0a06-4d4c-8a1c-3c1f7e8e2f10',
};

/**
 * The smallest Kobo server that a device is content with, to test the simulated device against. Its sync token is the
 * number of items that were sent; `routes` put before its own make it misbehave.
 */
export class FakeServer {
  readonly requests: SeenRequest[] = [];
  readonly routes: Route[] = [];
  items: unknown[] = [];
  pageSize = 100;
  readonly files = new Map<string, Uint8Array>();
  private server: Server | undefined;

  get base(): string {
    const { port } = this.server?.address() as AddressInfo;
    return `http://127.0.0.1:${port}/kobo/s3cret`;
  }

  async open(): Promise<this> {
    this.server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { method = '', url = '', headers } = request;
        const path = url.replace('/kobo/s3cret', '');
        send(response, this.answer({ method, path, headers, body: Buffer.concat(chunks).toString() }));
      });
    });
    await new Promise<void>((listening) => this.server?.listen(0, '127.0.0.1', listening));
    return this;
  }

  async close(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((closed) => this.server?.close(closed));
  }

  /** Puts a book on offer, with its file, and in line to be synced. */
  async add(book: KoboBook): Promise<void> {
    this.items.push(newEntitlement(book));
    this.files.set(book.entitlementId, await kepub(book.title));
  }

  asked(path: RegExp): SeenRequest[] {
    return this.requests.filter((request) => path.test(`${request.method} ${request.path}`));
  }

  private answer(request: SeenRequest): FakeAnswer {
    this.requests.push(request);
    for (const [method, path, answer] of [...this.routes, ...this.ownRoutes()]) {
      const match = method === request.method ? path.exec(request.path) : null;
      if (match) return answer(request, match);
    }
    const { pathname } = new URL(request.path, 'http://x');
    return storeAnswer(request.method, pathname.replace(/^\/v1/, ''), { headers: request.headers, query: {} });
  }

  private ownRoutes(): Route[] {
    const { base } = this;
    return [
      ['POST', /^\/v1\/auth\//, ({ body }) => ({ body: deviceAuthAnswer(JSON.parse(body), TOKENS) })],
      [
        'GET',
        /^\/v1\/initialization$/,
        () => ({ body: { Resources: resourcesFor({ base, origin: new URL(base).origin }) } }),
      ],
      ['GET', /^\/oauth\/.well-known/, () => ({ body: discoveryDocument(`${base}/oauth`) })],
      [
        'GET',
        /^\/oauth\/authorize\?(.*)/,
        (_, [, query]) => {
          const redirect = authorizeRedirect(Object.fromEntries(new URLSearchParams(query)), 'c0de');
          return redirect ? { status: 302, headers: { location: redirect.location } } : { status: 400 };
        },
      ],
      ['POST', /^\/oauth\/token$/, () => ({ body: tokenAnswer({ ...TOKENS, userId: 'u' }) })],
      ['GET', /^\/v1\/library\/sync/, (request) => this.page(request)],
      ['GET', /^\/v1\/library\/(.+)\/metadata$/, (_, [, id]) => ({ body: [this.metadataOf(id)] })],
      [
        'GET',
        /^\/file\/(.+)$/,
        (_, [, id]) => ({ body: this.files.get(id ?? ''), headers: epubHeaders('Book.kepub.epub') }),
      ],
      [
        'GET',
        /^\/v1\/books\/.+\/thumbnail\/(\d+)\/(\d+)\//,
        (_, [, width, height]) => ({
          body: jpeg({ width: Number(width), height: Number(height) }),
          headers: { 'content-type': 'image/jpeg' },
        }),
      ],
      ['PUT', /^\/v1\/library\/(.+)\/state$/, () => ({ body: { RequestResult: 'Success', UpdateResults: [] } })],
      ['DELETE', /^\/v1\/library\/(.+)$/, () => ({ status: 204 })],
    ];
  }

  private page({ headers }: SeenRequest): FakeAnswer {
    const from = Number(headers['x-kobo-synctoken'] ?? 0);
    const body = this.items.slice(from, from + this.pageSize);
    const next = from + body.length;
    const more = next < this.items.length;
    return { body, headers: { 'x-kobo-synctoken': String(next), ...(more && { 'x-kobo-sync': 'continue' }) } };
  }

  private metadataOf(id: string | undefined): unknown {
    return (this.items as ReturnType<typeof newEntitlement>[])
      .map((item) => item.NewEntitlement?.BookMetadata)
      .findLast((metadata) => metadata?.EntitlementId === id);
  }
}

export function send(response: ServerResponse, { status = 200, headers = {}, body, chunked }: FakeAnswer): void {
  const json = !(body instanceof Uint8Array);
  const bytes = json ? Buffer.from(body === undefined ? '' : JSON.stringify(body)) : body;
  response.writeHead(status, {
    ...(json && { 'content-type': 'application/json; charset=utf-8' }),
    ...(!chunked && { 'content-length': String(bytes.length) }),
    ...headers,
  });
  response.end(bytes);
}

export const epubHeaders = (name: string): Record<string, string> => ({
  'content-type': 'application/epub+zip',
  'content-disposition': `attachment; filename="${name}"; filename*=UTF-8''${encodeURIComponent(name)}`,
});

/** The n-th of any number of books that differ. */
export function aBook(base: string, n: number, changes: Partial<KoboBook> = {}): KoboBook {
  const id = `5b9f6f0e-7c0d-4a57-9d5b-${String(n).padStart(12, '0')}`;
  const at = new Date('2026-01-01T10:00:00Z');
  return {
    entitlementId: id,
    revisionId: id,
    title: `Book ${n}`,
    authors: [{ name: 'Jane Doe', role: 'author' }],
    coverImageId: `${id}-1`,
    download: { format: 'KEPUB', size: 1, url: `${base}/file/${id}` },
    addedAt: at,
    changedAt: at,
    grantedAt: at,
    ...changes,
  };
}

/** As much of a KEPUB as a device's check looks at; without spans it is an EPUB. */
export async function kepub(text: string, { spans = true, mimetypeFirst = true } = {}): Promise<Uint8Array> {
  const zip = new ZipWriter(new Uint8ArrayWriter());
  const mimetype = () => zip.add('mimetype', new TextReader('application/epub+zip'), { level: 0 });
  if (mimetypeFirst) await mimetype();
  const body = spans ? `<span class="koboSpan" id="kobo.1.1">${text}</span>` : text;
  await zip.add('OEBPS/one.xhtml', new TextReader(`<html><body><p>${body}</p></body></html>`));
  if (!mimetypeFirst) await mimetype();
  return zip.close();
}

/** The markers of a JPEG as far as its size, and no picture. */
export function jpeg({ width = 100, height = 150, frame = 0xc0, components = 3 }): Uint8Array {
  const table = [0xff, 0xdb, 0, 4, 1, 2];
  const size = [height >> 8, height & 255, width >> 8, width & 255];
  const rest = new Array<number>(components * 3).fill(1);
  return Uint8Array.from([
    0xff,
    0xd8,
    ...table,
    0xff,
    frame,
    0,
    8 + components * 3,
    8,
    ...size,
    components,
    ...rest,
    0xff,
    0xd9,
  ]);
}
