/** What came back. `body` is parsed where it is JSON. */
export interface Answer {
  status: number;
  headers: Headers;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- specs look into answers freely
  body: any;
}

/** Somebody with a browser's cookie jar, or a script with an API key. */
export class Visitor {
  private cookie = '';
  apiKey: string | undefined;

  constructor(private readonly url: string) {}

  async signIn(email: string, password: string): Promise<Answer> {
    return this.call('POST', '/api/session', { email, password });
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.call('GET', path, undefined, headers);
  }

  post(path: string, body?: unknown): Promise<Answer> {
    return this.call('POST', path, body);
  }

  patch(path: string, body: unknown): Promise<Answer> {
    return this.call('PATCH', path, body);
  }

  delete(path: string): Promise<Answer> {
    return this.call('DELETE', path);
  }

  /** As a browser sends a form with files. */
  async form(path: string, form: FormData, method = 'POST'): Promise<Answer> {
    const encoded = new Response(form);
    const type = encoded.headers.get('content-type')!;
    return this.call(method, path, new Uint8Array(await encoded.arrayBuffer()), { 'content-type': type });
  }

  async call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const response = await fetch(this.url + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...(this.apiKey ? { authorization: `Bearer ${this.apiKey}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body) }),
    });
    const set = response.headers.getSetCookie()[0];
    if (set) this.cookie = set.split(';')[0]!;
    const bytes = new Uint8Array(await response.arrayBuffer());
    const json = /json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      body: json && bytes.length > 0 ? JSON.parse(Buffer.from(bytes).toString('utf8')) : bytes,
    };
  }
}
