import { AddressRules, Outbound } from '@octavo/outbound';
import {
  DavClient,
  type DavEntry,
  type EntryBatch,
  type FolderOutcome,
  probe,
  type ProbeOutcome,
  RemoteFile,
  toBaseUrl,
  walk,
  type WalkEnd,
} from '@octavo/sources';

/** Somebody who reads a library over WebDAV as Octavo itself reads those of others. */
export class DavReader {
  private readonly outbound = new Outbound(new AddressRules({ allow: ['127.0.0.1'], denyPrivate: true }));
  readonly client: DavClient;

  constructor(url: string, username: string, password: string) {
    const connection = { base: toBaseUrl(url), credentials: { scheme: 'basic' as const, username, password } };
    this.client = new DavClient(connection, { carry: (order) => this.outbound.stream(order), agent: 'Octavo/test' });
  }

  probe(): Promise<ProbeOutcome> {
    return probe(this.client);
  }

  /** All there is, by name, as far as its listing counts. */
  async walk(): Promise<{ end: WalkEnd; entries: Map<string, DavEntry> }> {
    const batches: EntryBatch[] = [];
    const outcomes = new Map<string, FolderOutcome>();
    const end = await walk(this.client, {
      onEntries: (batch) => void batches.push(batch),
      onFolder: (outcome) => void outcomes.set(outcome.folder.key, outcome),
    });
    const counting = batches.filter(({ folder, attempt }) => {
      const outcome = outcomes.get(folder.key);
      return outcome?.kind === 'complete' && outcome.attempt === attempt;
    });
    return { end, entries: new Map(counting.flatMap(({ entries }) => entries).map((entry) => [entry.key, entry])) };
  }

  /** A file as it comes in parts. */
  async bytesOf({ path, size }: DavEntry): Promise<Uint8Array> {
    const file = new RemoteFile(this.client, { path, size: size! });
    const parts: Uint8Array[] = [];
    for (let at = 0; at < file.size; at += 10_000) parts.push(await file.read(at, 10_000));
    return Buffer.concat(parts);
  }

  close(): Promise<void> {
    return this.outbound.close();
  }
}
