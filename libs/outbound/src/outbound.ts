import { isIP } from 'node:net';
import { Agent, EnvHttpProxyAgent, request, type Dispatcher } from 'undici';
import type { AddressRules } from './address-rules.js';
import { checkedLookup } from './checked-lookup.js';
import type { OutboundAnswer, OutboundRequest } from './exchange.js';
import { limitedBody } from './limited-body.js';
import { OutboundError, outboundError } from './problems.js';
import { redirectOf } from './redirects.js';

export interface Proxies {
  http?: string | undefined;
  https?: string | undefined;
  /** As NO_PROXY has them. */
  except?: string | undefined;
}

const MOST_REDIRECTS = 5;
const CONNECT_MS = 10_000;

/** Asks others for things, at addresses that may be asked and within limits. Close it. */
export class Outbound {
  private readonly dispatcher: Dispatcher;

  constructor(
    private readonly rules: AddressRules,
    proxies: Proxies = {},
  ) {
    const connect = { lookup: checkedLookup(rules), timeout: CONNECT_MS };
    const { http: httpProxy, https: httpsProxy, except: noProxy } = proxies;
    // A proxy looks names up itself: who names one trusts it with that.
    this.dispatcher =
      httpProxy || httpsProxy
        ? new EnvHttpProxyAgent({ httpProxy, httpsProxy, noProxy, connect })
        : new Agent({ connect, bodyTimeout: 0, headersTimeout: 0 });
  }

  /** Throws OutboundError; once aborted, the signal's reason. */
  async ask(order: OutboundRequest): Promise<OutboundAnswer> {
    const timeUp = AbortSignal.timeout(order.withinMs);
    const signal = order.signal ? AbortSignal.any([order.signal, timeUp]) : timeUp;
    let url = new URL(order.url);
    try {
      for (let hops = 0; ; hops += 1) {
        this.refuseForbidden(url);
        const answer = await this.once(url, order, signal);
        const next = redirectOf(answer, url, order);
        if (!next) return answer;
        if (hops === MOST_REDIRECTS) throw new OutboundError('too-many-redirects', `${url.host} redirects without end`);
        url = next;
      }
    } catch (error) {
      order.signal?.throwIfAborted();
      if (timeUp.aborted) throw new OutboundError('timeout', `${url.host} does not answer in time`, { cause: error });
      throw outboundError(error, url.host);
    }
  }

  /** An address in a URL is looked up by nobody. */
  private refuseForbidden(url: URL): void {
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (!/^https?:$/.test(url.protocol)) throw new OutboundError('forbidden-redirect', `${url.protocol} is not asked`);
    if (isIP(host) === 0 || this.rules.allowsHost(host)) return;
    const objection = this.rules.objectionTo(host);
    if (objection) throw new OutboundError('forbidden-address', `${host} is ${objection}, which is not allowed`);
  }

  private async once(url: URL, order: OutboundRequest, signal: AbortSignal): Promise<OutboundAnswer> {
    const { method = 'GET', headers = {}, mostBytes } = order;
    const answer = await request(url, { method, headers, signal, dispatcher: this.dispatcher });
    const flat = flatHeaders(answer.headers);
    const body = await limitedBody(answer.body, flat['content-encoding'], { mostBytes, host: url.host });
    const cookies = [answer.headers['set-cookie'] ?? []].flat();
    return { url: url.href, status: answer.statusCode, headers: flat, cookies, body };
  }

  async close(): Promise<void> {
    await this.dispatcher.destroy();
  }
}

function flatHeaders(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  const entries = Object.entries(headers).filter(
    (entry): entry is [string, string | string[]] => entry[1] !== undefined,
  );
  return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), [value].flat().join(', ')]));
}
