import { Inject, Injectable } from '@nestjs/common';
import { Outbound, type OutboundAnswer } from '@octavo/outbound';
import { ownHost } from './allowed-address.js';
import { ASK_SETTINGS, type AskSettings } from './ask-settings.js';
import { CookieJar } from './cookie-jar.js';
import type { Errand } from './errand.js';
import { requestHeaders } from './request-headers.js';
import { Timing } from './timing.js';

/** Carries single requests, with the headers and the cookies they need. Follows no redirects. */
@Injectable()
export class Courier {
  private readonly jar = new CookieJar();

  constructor(
    private readonly outbound: Outbound,
    @Inject(ASK_SETTINGS) private readonly settings: AskSettings,
    private readonly timing: Timing,
  ) {}

  /**
   * Asks `url`, which is the request's own or where that led to: cookies that are meant for one page go with that one
   * alone. Throws OutboundError; once aborted, the signal's reason.
   */
  async send(url: URL, { provider, request, limits, signal }: Errand): Promise<OutboundAnswer> {
    const domain = ownHost(url.hostname, provider.hosts) ?? url.hostname;
    const now = this.timing.now().getTime();
    const extra = url.href === URL.parse(request.url)?.href ? (request.cookies ?? {}) : {};
    const cookie = this.jar.headerFor(url, domain, extra, now);
    const headers = { ...requestHeaders(provider, request, this.settings.userAgent), ...(cookie && { cookie }) };
    const answer = await this.outbound.ask({ url: url.href, headers, ...limits, signal });
    this.jar.take(answer.cookies, url, domain, now);
    return answer;
  }
}
