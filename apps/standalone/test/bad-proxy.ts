import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  request,
  type Server,
  type ServerResponse,
} from 'node:http';
import { gzipSync } from 'node:zlib';

/** What a proxy does wrong. Each is called where it may change something. */
export interface Misbehaviour {
  /** Answers in the house's place; true when it did. */
  instead?: (request: IncomingMessage, answer: ServerResponse) => boolean | void;
  /** Changes the headers on the way in. */
  asked?: (headers: IncomingHttpHeaders) => void;
  /** Changes the answer on the way out. */
  answered?: (headers: IncomingHttpHeaders, body: Buffer) => Buffer | void;
  /** The longest headers it takes from behind, as nginx with a small buffer. */
  mostHeaderBytes?: number;
}

/** A reverse proxy as people run them, which misbehaves on command. It takes /octavo off the path when `prefix` is set. */
export class BadProxy {
  private behaviour: Misbehaviour = {};
  private target = 0;
  /** Method, path and Host of every request it saw. */
  readonly seen: { method: string; url: string; host: string | undefined; cookie: string | undefined }[] = [];

  private constructor(
    private readonly server: Server,
    readonly url: string,
    private readonly prefix: string,
  ) {}

  static async open(prefix = ''): Promise<BadProxy> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    const proxy = new BadProxy(server, `http://127.0.0.1:${port}${prefix}`, prefix);
    server.on('request', (from: IncomingMessage, to: ServerResponse) => proxy.pass(from, to));
    return proxy;
  }

  /** What stands behind it from now on, and how it behaves until it is told otherwise. */
  does(behaviour: Misbehaviour): void {
    this.behaviour = behaviour;
    this.seen.splice(0);
  }

  leadsTo(url: string): void {
    this.target = Number(new URL(url).port);
  }

  private pass(from: IncomingMessage, to: ServerResponse): void {
    const { method = 'GET', url = '/' } = from;
    const headers = { ...from.headers };
    this.seen.push({ method, url, host: headers.host, cookie: headers.cookie });
    if (this.behaviour.instead?.(from, to)) return void from.resume();
    if (!url.startsWith(`${this.prefix}/`)) return void to.writeHead(404).end('not here');
    headers['x-forwarded-for'] = '192.168.1.77';
    headers['x-forwarded-proto'] = 'http';
    headers['x-forwarded-host'] = headers.host;
    headers['x-forwarded-port'] = new URL(this.url).port;
    if (this.prefix) headers['x-forwarded-prefix'] = this.prefix;
    this.behaviour.asked?.(headers);
    const path = url.slice(this.prefix.length);
    const behind = request({
      host: '127.0.0.1',
      port: this.target,
      method,
      path,
      headers: headers as OutgoingHttpHeaders,
    });
    behind.on('error', () => to.destroy());
    behind.on('response', (answer) => void this.giveBack(answer, to));
    from.pipe(behind);
  }

  private async giveBack(answer: IncomingMessage, to: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of answer as AsyncIterable<Buffer>) chunks.push(chunk);
    const { mostHeaderBytes = Infinity, answered } = this.behaviour;
    if (answer.rawHeaders.join('').length > mostHeaderBytes)
      return void to.writeHead(502).end('upstream sent too big header');
    const headers = { ...answer.headers };
    delete headers['transfer-encoding'];
    const body = answered?.(headers, Buffer.concat(chunks)) ?? Buffer.concat(chunks);
    to.writeHead(answer.statusCode ?? 502, headers).end(body);
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

/** Compresses what is a zip already, as a careless proxy does, and leaves the length out. */
export function compressedAgain(headers: IncomingHttpHeaders, body: Buffer): Buffer | void {
  if (!headers['content-type']?.includes('epub')) return;
  delete headers['content-length'];
  headers['content-encoding'] = 'gzip';
  return gzipSync(body);
}
