import { LostAnswer, type Network } from './network.js';

export interface Answer {
  status: number;
  headers: Headers;
  bytes: Uint8Array;
}

export interface Call {
  headers?: Record<string, string>;
  /** A string is sent as it is, anything else as JSON. */
  body?: unknown;
  followRedirects?: boolean;
}

/** Something after which a device gives a sync up and tries again later. */
export class SyncBroken extends Error {
  override readonly name = 'SyncBroken';
}

/** A device gives up on an answer after about this long. */
const PATIENCE_MS = 30_000;

/** Sends a device's requests, writes them down, and notes what no answer of a Kobo server may do. */
export class DeviceLink {
  readonly transcript: string[] = [];
  readonly violations: string[] = [];
  private readonly secret: string | undefined;

  constructor(
    apiEndpoint: string,
    private readonly network: Network,
  ) {
    this.secret = new URL(apiEndpoint).pathname.split('/').filter(Boolean).at(-1);
  }

  /** One request and its whole answer, whatever its status. Throws SyncBroken where there is no whole answer. */
  async request(method: string, url: string, call: Call = {}): Promise<Answer> {
    const name = this.nameOf(method, url);
    const answer = await this.send(method, url, call).catch((error: unknown) => {
      this.transcript.push(`${name} no answer`);
      throw this.broken(name, error);
    });
    // one server's devices could not read their profile once it came with a cookie
    if (answer.headers.has('set-cookie')) this.note(`${name} set a cookie`);
    this.transcript.push(`${name} ${answer.status} ${answer.bytes.length} B`);
    return answer;
  }

  /** A call whose answer must be a success and JSON; anything else breaks the sync. */
  async json(method: string, url: string, call: Call = {}): Promise<unknown> {
    const answer = await this.request(method, url, call);
    return this.parsed(this.nameOf(method, url), answer);
  }

  /** The JSON of an answer. Throws SyncBroken, and notes it, where a device could do nothing with it. */
  parsed(name: string, { status, headers, bytes }: Answer): unknown {
    if (status < 200 || status > 299) throw this.refuse(`${name} was answered with ${status}`);
    if (!headers.get('content-type')?.startsWith('application/json')) this.note(`${name} was not answered with JSON`);
    try {
      return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    } catch (error) {
      throw this.refuse(`${name} was answered with something that cannot be parsed: ${String(error)}`);
    }
  }

  note(violation: string): void {
    this.violations.push(violation);
  }

  refuse(violation: string): SyncBroken {
    this.note(violation);
    return new SyncBroken(violation);
  }

  /** Method and path, without the device's token. */
  nameOf(method: string, url: string): string {
    const { pathname, search } = new URL(url);
    const path = pathname + search;
    return `${method} ${this.secret ? path.replaceAll(this.secret, '<token>') : path}`;
  }

  private async send(method: string, url: string, call: Call): Promise<Answer> {
    const { body } = call;
    const response = await this.network.fetch(url, {
      method,
      headers: call.headers,
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
      redirect: call.followRedirects === false ? 'manual' : 'follow',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return { status: response.status, headers: response.headers, bytes: new Uint8Array(await response.arrayBuffer()) };
  }

  private broken(name: string, error: unknown): SyncBroken {
    // not by instanceof: under Jest the errors of fetch come from another realm
    const { cause } = Object(error) as { cause?: NodeJS.ErrnoException };
    const message = `${name} broke off: ${String(error)} ${cause?.message ?? ''}`.trim();
    const nobodysFault = error instanceof LostAnswer || cause?.code === 'ECONNREFUSED';
    return nobodysFault ? new SyncBroken(message) : this.refuse(message);
  }
}
