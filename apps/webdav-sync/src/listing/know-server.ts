import { Injectable } from '@nestjs/common';
import { type ConnectedLibrary, Database } from '@octavo/database';
import { factsOf } from '@octavo/remote';
import { type DavClient, probe, type ServerFacts } from '@octavo/sources';

/** Servers that tell who they are are asked every time, others once in a while. */
const KNOWN_FOR_MS = 30 * 24 * 60 * 60_000;

/** What is known of a server before it is listed. */
export interface Acquaintance {
  facts: ServerFacts;
  /** It is another one than it was, or goes on from a backup. */
  isAnother: boolean;
}

/** Finds out whether a server is still the one that is known. */
@Injectable()
export class KnowServer {
  constructor(private readonly database: Database) {}

  /** Throws DavError where the server cannot be used. */
  async meet(connection: ConnectedLibrary, client: DavClient, signal: AbortSignal): Promise<Acquaintance> {
    const before = factsOf(connection);
    const isFresh = Date.now() - connection.factsAt.getTime() < KNOWN_FOR_MS;
    if (isFresh && !before.ownCloud) return { facts: before, isAnother: false };
    const outcome = await probe(client, signal);
    if (outcome.kind === 'unusable') throw outcome.error;
    const facts = outcome.facts;
    const isAnother = !connection.isMoved && isAnotherThan(before, facts);
    // What is another stays in doubt until somebody says that it is meant, or takes it for what it is.
    if (!isAnother) await this.database.connections.learn(connection.libraryId, { ...facts }, !isFresh);
    return { facts, isAnother };
  }
}

function isAnotherThan(before: ServerFacts, now: ServerFacts): boolean {
  const differs = (one: string | undefined, other: string | undefined) =>
    one !== undefined && other !== undefined && one !== other;
  return (
    differs(before.rootId, now.rootId) ||
    differs(before.dataFingerprint, now.dataFingerprint) ||
    before.kind !== now.kind
  );
}
