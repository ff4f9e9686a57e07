import { once } from 'node:events';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a server does with each request. */
export type Answer = (response: ServerResponse, path: string) => void;

/** A server on loopback that files are downloaded from, and that can behave in any way. */
export class ReleaseServer {
  readonly asked: string[] = [];

  private constructor(
    private readonly server: Server,
    public answer: Answer,
  ) {
    const listen: RequestListener = (request, response) => {
      this.asked.push(request.url ?? '');
      this.answer(response, request.url ?? '');
    };
    server.on('request', listen);
  }

  static async start(answer: Answer): Promise<ReleaseServer> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new ReleaseServer(server, answer);
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}

export const serve =
  (bytes: Buffer): Answer =>
  (response) =>
    response.end(bytes);
