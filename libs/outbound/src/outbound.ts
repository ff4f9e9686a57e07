import { isIP } from 'node:net';
import { request } from 'undici';
import type { AddressRules } from './address-rules.js';
import { Dispatchers, type Proxies } from './dispatchers.js';
import type { OutboundAnswer, OutboundRequest } from './exchange.js';
import { flatHeaders } from './flat-headers.js';
import { limitedBody } from './limited-body.js';
import { openStream, type OutboundStream, type StreamOrder } from './open-stream.js';
import { OutboundError, outboundError } from './problems.js';
import { redirectOf } from './redirects.js';

const MOST_REDIRECTS = 5;

const portOf = ({ port, protocol }: URL) => Number(port) || (protocol === 'https:' ? 443 : 80);

/** Asks others for things, at addresses that may be asked and within limits. Close it. */
export class Outbound {
  private readonly dispatchers: Dispatchers;

  constructor(
    private readonly rules: AddressRules,
    proxies: Proxies = {},
  ) {
    this.dispatchers = new Dispatchers(rules, proxies);
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

  /**
   * The answer as it comes, whatever its status, redirects included. Throws OutboundError, and so does its body; once
   * aborted, the signal's reason.
   */
  async stream(order: StreamOrder): Promise<OutboundStream> {
    this.refuseForbidden(new URL(order.origin));
    return openStream(order, this.dispatchers.forStreams(order.ca));
  }

  /** An address in a URL is looked up by nobody. */
  private refuseForbidden(url: URL): void {
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (!/^https?:$/.test(url.protocol)) throw new OutboundError('forbidden-redirect', `${url.protocol} is not asked`);
    if (!this.rules.allowsPort(portOf(url)))
      throw new OutboundError('forbidden-address', `Port ${portOf(url)} of ${host} is not one of web servers`);
    if (isIP(host) === 0 || this.rules.allowsHost(host)) return;
    const objection = this.rules.objectionTo(host);
    if (objection) throw new OutboundError('forbidden-address', `${host} is ${objection}, which is not allowed`);
  }

  private async once(url: URL, order: OutboundRequest, signal: AbortSignal): Promise<OutboundAnswer> {
    const { method = 'GET', headers = {}, body: sent = null, mostBytes } = order;
    const answer = await request(url, { method, headers, body: sent, signal, dispatcher: this.dispatchers.asking });
    const flat = flatHeaders(answer.headers);
    const body = await limitedBody(answer.body, flat['content-encoding'], { mostBytes, host: url.host });
    const cookies = [answer.headers['set-cookie'] ?? []].flat();
    return { url: url.href, status: answer.statusCode, headers: flat, cookies, body };
  }

  async close(): Promise<void> {
    await this.dispatchers.close();
  }
}
