import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it came; times in milliseconds since 1970. */
export interface StubRequest {
  path: string;
  headers: IncomingHttpHeaders;
  /** When it came, and when its answer was sent. */
  began: number;
  answered?: number;
}

export interface StubAnswer {
  status?: number;
  headers?: Record<string, string | string[]>;
  body?: string | Uint8Array;
}

/** What a path is answered with; undefined: the line breaks. */
type Handler = (request: StubRequest) => StubAnswer | undefined | Promise<StubAnswer | undefined>;

/** A host that answers as it is told, and notes what it was asked. Close it. */
export class StubHost {
  readonly requests: StubRequest[] = [];
  handle: Handler = () => ({ body: '"found"' });

  private constructor(private readonly server: Server) {}

  static async start(): Promise<StubHost> {
    const server = createServer();
    const host = new StubHost(server);
    server.on('request', (request, response) => void host.serve(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return host;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get paths(): string[] {
    return this.requests.map(({ path }) => path);
  }

  private async serve({ url: path = '', headers }: IncomingMessage, response: ServerResponse): Promise<void> {
    const request: StubRequest = { path, headers, began: Date.now() };
    this.requests.push(request);
    const answer = await this.handle(request);
    request.answered = Date.now();
    if (!answer) return void response.destroy();
    response.writeHead(answer.status ?? 200, answer.headers).end(answer.body);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
