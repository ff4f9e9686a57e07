import { Injectable } from '@nestjs/common';
import { Connections } from '@octavo/remote';
import {
  type BaseUrl,
  BASE_URL_FAULTS,
  type Credentials,
  DavError,
  probe,
  type ProbeOutcome,
  readBaseUrl,
  type ServerFacts,
} from '@octavo/sources';
import { InvalidRequest } from '../http/zod.pipe.js';
import { UnusableServer } from './unusable-server.js';

/** How somebody wants to reach a server. */
export interface Wish {
  baseUrl: string;
  username: string;
  password: string;
}

/** A server that can be used, and how. */
export interface UsableServer {
  base: BaseUrl;
  scheme: Credentials['scheme'];
  facts: ServerFacts;
}

const PATIENCE_MS = 45_000;

/** Finds out whether a server can be used as somebody says, and in which way one signs in. */
@Injectable()
export class TryServer {
  constructor(private readonly connections: Connections) {}

  /** Throws 'request.invalid' for what is no address, UnusableServer with a plain reason for what cannot be used. */
  async reach({ baseUrl, username, password }: Wish): Promise<UsableServer> {
    const read = readBaseUrl(baseUrl);
    if ('fault' in read) throw new InvalidRequest([{ path: 'baseUrl', message: BASE_URL_FAULTS[read.fault] }]);
    const base = read.url;
    if (username === '' && password === '') return this.usable(base, { scheme: 'none' });
    const scheme = base.secure ? 'basic' : await this.gentlest(base);
    return this.usable(base, { scheme, username, password });
  }

  /** Where others can listen, a password is not shown to a server that does not need to see it. */
  private async gentlest(base: BaseUrl): Promise<'basic' | 'digest'> {
    const outcome = await this.probe(base, { scheme: 'none' });
    return outcome.kind === 'unusable' && outcome.wants?.includes('digest') ? 'digest' : 'basic';
  }

  private async usable(base: BaseUrl, credentials: Credentials): Promise<UsableServer> {
    const outcome = await this.probe(base, credentials);
    if (outcome.kind === 'usable') return { base, scheme: credentials.scheme, facts: outcome.facts };
    if (credentials.scheme === 'basic' && wantsDigest(outcome)) {
      return this.usable(base, { ...credentials, scheme: 'digest' });
    }
    throw new UnusableServer(outcome.error, outcome);
  }

  /** Somebody waits for it. */
  private async probe(base: BaseUrl, credentials: Credentials): Promise<ProbeOutcome> {
    const patience = AbortSignal.timeout(PATIENCE_MS);
    try {
      return await probe(this.connections.clientFor(base, credentials), patience);
    } catch (error) {
      if (!patience.aborted) throw error;
      return { kind: 'unusable', error: new DavError('timeout', { cause: error }) };
    }
  }
}

function wantsDigest(outcome: ProbeOutcome): boolean {
  return (
    outcome.kind === 'unusable' &&
    outcome.error.reason === 'auth_scheme_unsupported' &&
    outcome.wants?.includes('digest') === true
  );
}
