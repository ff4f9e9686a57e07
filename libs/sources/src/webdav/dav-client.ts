import { Authorizer, type Credentials } from './authorize.js';
import type { BaseUrl } from './base-url.js';
import { KnownShapes } from './known-shapes.js';
import type { Destination } from './redirects.js';
import { REAL_TIME, type Timing } from '../timing.js';
import {
  failureOfNetwork,
  inOurWords,
  type Carried,
  type Carry,
  type CarryLimits,
  type CarryOrder,
} from './transport.js';

/** One library on one server, and how it is spoken to. */
export interface DavConnection {
  base: BaseUrl;
  credentials: Credentials;
  /** The path the server itself gives the base, where it is another; learned by the probe. */
  serverPath?: string;
  /** Ask for what servers of the ownCloud family know beside: ids of files, checksums. */
  ownCloud?: boolean;
}

export interface DavClientOptions {
  carry: Carry;
  /** "Octavo/1.2". */
  agent: string;
  timing?: Timing;
}

export type DavRequest = Destination & {
  method: CarryOrder['method'];
  headers?: Readonly<Record<string, string>>;
  body?: string;
  limits: CarryLimits;
  signal?: AbortSignal | undefined;
};

/** With Digest: the challenge, the answer, and another where the nonce grew old while several requests were under way. */
const MOST_ROUNDS = 4;

/** Sends requests to one server, signed where they may be. It follows nothing and judges nothing. */
export class DavClient {
  readonly timing: Timing;
  /** What was sent so far, signing in included. */
  requests = 0;
  /** How the server writes its listings, learned from them. */
  readonly shapes = new KnownShapes();

  constructor(
    readonly connection: DavConnection,
    private readonly options: DavClientOptions,
    private readonly authorizer = new Authorizer(connection.credentials, connection.base),
  ) {
    this.timing = options.timing ?? REAL_TIME;
  }

  /** The same server with more known of it. */
  learning(facts: Pick<DavConnection, 'serverPath' | 'ownCloud'>): DavClient {
    return new DavClient({ ...this.connection, ...facts }, this.options, this.authorizer);
  }

  /** Throws DavError for what the network did; once aborted, the signal's reason. */
  async send(request: DavRequest): Promise<Carried> {
    for (let round = 1; ; round += 1) {
      const sent = this.authorizer.headerFor(request);
      const answer = await this.carry(request, sent);
      const isFinal = answer.status !== 401 || round === MOST_ROUNDS;
      if (isFinal || !this.authorizer.mayRetry(sent, answer.headers['www-authenticate'], request.origin)) return answer;
      await answer.discard();
    }
  }

  private async carry({ headers, ...order }: DavRequest, authorization: string | undefined): Promise<Carried> {
    this.requests += 1;
    const all = {
      'user-agent': this.options.agent,
      'accept-encoding': 'identity',
      ...headers,
      ...(authorization !== undefined && { authorization }),
    };
    try {
      return inOurWords(await this.options.carry({ ...order, headers: all }));
    } catch (error) {
      order.signal?.throwIfAborted();
      throw failureOfNetwork(error);
    }
  }
}
