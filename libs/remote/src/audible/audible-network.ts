import { Injectable } from '@nestjs/common';
import { Outbound } from '@octavo/outbound';
import type { Asked, AskOrder } from '@octavo/sources';

/** A page of a thousand titles is some megabytes, and takes Audible a while to put together. */
const LIMITS = { withinMs: 150_000, mostBytes: 64_000_000 };

/** The way to Audible and Amazon: only to their hosts, or to those an operator put in their place. */
@Injectable()
export class AudibleNetwork {
  constructor(private readonly outbound: Outbound) {}

  /**
   * One exchange. What is signed is what goes out: a target that would be escaped otherwise on its way throws. Throws
   * OutboundError where there is no answer; once aborted, the signal's reason.
   */
  async ask({ method, origin, target, headers, body, signal }: AskOrder): Promise<Asked> {
    const url = new URL(`${origin}${target}`);
    if (!url.href.endsWith(target)) throw new TypeError('The target of a request is not escaped as it has to be');
    const packed = { 'accept-encoding': 'gzip', ...headers };
    const order = { url: url.href, method, headers: packed, ...LIMITS, ...(body !== undefined && { body }), signal };
    const { status, headers: got, body: bytes } = await this.outbound.ask(order);
    return { status, headers: got, body: bytes };
  }
}
