import { SYNC_CONTINUES, SYNC_HEADER, SYNC_TOKEN_HEADER } from '@octavo/kobo';
import { holds } from './expectation.js';
import { type HttpAnswer, type HttpCall, httpCall, jsonOf } from './http-call.js';

/** One answer of library/sync. */
export interface Page {
  items: unknown[];
  token: string | undefined;
  more: boolean;
  answer: HttpAnswer;
}

export const SYNC_PATH = '/v1/library/sync?Filter=ALL&DownloadUrlFilter=Generic,Android&PrioritizeRecentReads=true';

/** More pages than this are a server that never comes to an end. */
const MOST_PAGES = 2_000;

/** What can be asked at one device's address. */
export class Endpoint {
  /** The token of the last whole sync. */
  token: string | undefined;

  constructor(readonly base: string) {}

  call(method: string, path: string, call: Omit<HttpCall, 'method'> = {}): Promise<HttpAnswer> {
    return httpCall(this.base + path, { ...call, method });
  }

  get(path: string, headers: Record<string, string> = {}): Promise<HttpAnswer> {
    return this.call('GET', path, { headers });
  }

  /** The JSON of a GET that must succeed. */
  async json(path: string, headers: Record<string, string> = {}): Promise<unknown> {
    return jsonOf(await this.get(path, headers), `GET ${path}`);
  }

  /** The page that follows a token, or the first one; Unmet where it is no list. */
  async page(token?: string, path = SYNC_PATH): Promise<Page> {
    const answer = await this.get(path, token === undefined ? {} : { [SYNC_TOKEN_HEADER]: token });
    const items = jsonOf(answer, 'library/sync');
    holds(Array.isArray(items), 'library/sync to answer with a list', items);
    return {
      items: items as unknown[],
      token: answer.headers.get(SYNC_TOKEN_HEADER) ?? undefined,
      more: answer.headers.get(SYNC_HEADER) === SYNC_CONTINUES,
      answer,
    };
  }

  /** All pages from the last token on, or from the one given; remembers the last. */
  async sync(from = this.token): Promise<unknown[]> {
    return (await this.pages(from)).flatMap(({ items }) => items);
  }

  async pages(from = this.token): Promise<Page[]> {
    const pages: Page[] = [];
    for (let token = from; ;) {
      holds(pages.length < MOST_PAGES, `a sync to end within ${MOST_PAGES} pages`, 'still more');
      const page = await this.page(token);
      pages.push(page);
      token = page.token ?? token;
      this.token = token;
      if (!page.more) return pages;
    }
  }
}
