import { getCACertificates } from 'node:tls';
import { Agent, EnvHttpProxyAgent, type Dispatcher } from 'undici';
import type { AddressRules } from './address-rules.js';
import { checkedLookup } from './checked-lookup.js';

export interface Proxies {
  http?: string | undefined;
  https?: string | undefined;
  /** As NO_PROXY has them. */
  except?: string | undefined;
}

interface Kind {
  /** PEM, trusted beside what is trusted anyway. */
  ca?: string | undefined;
  allowH2?: boolean;
}

const CONNECT_MS = 10_000;
/** Sets of certificates whose connections are kept; those of the set that was used longest ago are let go. */
const MOST_TRUSTED = 16;

/** Pools of connections that go where they may. Close them. */
export class Dispatchers {
  /** For answers that are taken whole. */
  readonly asking: Dispatcher;
  private readonly streaming: Dispatcher;
  private readonly trusting = new Map<string, Dispatcher>();

  constructor(
    private readonly rules: AddressRules,
    private readonly proxies: Proxies,
  ) {
    this.asking = this.make({});
    this.streaming = this.make({ allowH2: false });
  }

  /** For answers that are read while they come: HTTP/1.1, where a cut connection shows. */
  forStreams(ca?: string): Dispatcher {
    if (ca === undefined) return this.streaming;
    const known = this.trusting.get(ca) ?? this.make({ ca, allowH2: false });
    this.trusting.delete(ca);
    this.trusting.set(ca, known);
    const [oldest] = this.trusting;
    if (oldest && this.trusting.size > MOST_TRUSTED) {
      this.trusting.delete(oldest[0]);
      void oldest[1].close(); // what is under way comes to its end
    }
    return known;
  }

  async close(): Promise<void> {
    await Promise.all([this.asking, this.streaming, ...this.trusting.values()].map((one) => one.destroy()));
  }

  private make({ ca, ...more }: Kind): Dispatcher {
    const trust = ca === undefined ? {} : { ca: [...getCACertificates('default'), ca] };
    const connect = { lookup: checkedLookup(this.rules), timeout: CONNECT_MS, ...trust };
    const { http: httpProxy, https: httpsProxy, except: noProxy } = this.proxies;
    // A proxy looks names up itself: who names one trusts it with that.
    if (httpProxy || httpsProxy)
      return new EnvHttpProxyAgent({
        httpProxy,
        httpsProxy,
        noProxy,
        connect,
        ...(ca && { requestTls: trust }),
        ...more,
      });
    return new Agent({ connect, bodyTimeout: 0, headersTimeout: 0, ...more });
  }
}
