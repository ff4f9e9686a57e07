import { AddressRules, Outbound } from '@octavo/outbound';
import type { Credentials } from '../authorize.js';
import { toBaseUrl } from '../base-url.js';
import { DavClient, type DavConnection } from '../dav-client.js';
import type { DavEntry } from '../entries.js';
import type { EntryBatch, FolderOutcome } from '../list-folder.js';
import type { Timing } from '../../timing.js';
import type { Carry, CarryLimits } from '../transport.js';
import { walk, type WalkEnd, type WalkOptions } from '../walk.js';

/** Time that passes only where somebody waits for it; chance always says the most. */
export class HandClock implements Timing {
  /** What was waited for, in milliseconds. */
  readonly slept: number[] = [];
  private at = Date.now();

  now(): number {
    return this.at;
  }

  sleep(ms: number): Promise<void> {
    this.slept.push(ms);
    this.at += ms;
    return Promise.resolve();
  }

  random(): number {
    return 1;
  }
}

export interface VisitOptions {
  credentials?: Credentials;
  serverPath?: string;
  ownCloud?: boolean;
  url?: string;
  /** Instead of whatever limits are asked for. */
  limits?: Partial<CarryLimits>;
}

/** A client of a server on this machine over the real network, with a clock of its own. */
export class DavVisit {
  readonly clock = new HandClock();
  readonly outbound = new Outbound(new AddressRules({ allow: ['127.0.0.1'], denyPrivate: true }));
  readonly client: DavClient;

  constructor(server: { url: string }, { credentials = { scheme: 'none' }, url, limits, ...more }: VisitOptions = {}) {
    const connection: DavConnection = { base: toBaseUrl(url ?? server.url), credentials, ...more };
    const carry: Carry = (order) => this.outbound.stream({ ...order, limits: { ...order.limits, ...limits } });
    this.client = new DavClient(connection, { carry, agent: 'Octavo/test', timing: this.clock });
  }

  close(): Promise<void> {
    return this.outbound.close();
  }
}

/** All that a walk handed over, as it counts. */
export interface Walked {
  end: WalkEnd;
  outcomes: Map<string, FolderOutcome>;
  /** Of folders whose outcome lets them count. */
  entries: Map<string, DavEntry>;
}

export async function walkAll(client: DavClient, options: Partial<WalkOptions> = {}): Promise<Walked> {
  const batches: EntryBatch[] = [];
  const outcomes = new Map<string, FolderOutcome>();
  const end = await walk(client, {
    ...options,
    onEntries: async (batch) => {
      batches.push(batch);
      await options.onEntries?.(batch);
    },
    onFolder: async (outcome) => {
      outcomes.set(outcome.folder.key, outcome);
      await options.onFolder?.(outcome);
    },
  });
  const counting = batches.filter(({ folder, attempt }) => {
    const outcome = outcomes.get(folder.key);
    return outcome && 'attempt' in outcome && outcome.attempt === attempt;
  });
  const entries = new Map(counting.flatMap((batch) => batch.entries).map((entry) => [entry.key, entry]));
  return { end, outcomes, entries };
}
