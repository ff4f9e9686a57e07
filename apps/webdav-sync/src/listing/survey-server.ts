import { Injectable } from '@nestjs/common';
import { type ConnectedLibrary, Database, type Scan } from '@octavo/database';
import { Connections } from '@octavo/remote';
import { newCounters } from '@octavo/sources';
import { mayLeaveOut } from '../comparing/learn-of-tags.js';
import { type Acquaintance, KnowServer } from './know-server.js';
import { ListAtOnce } from './list-at-once.js';
import { type Listed, ListSource, type ToList } from './list-source.js';

/** A server as it was found. */
export interface Survey extends Acquaintance {
  listed: Listed;
}

/** Meets a server and lists it. */
@Injectable()
export class SurveyServer {
  constructor(
    private readonly connections: Connections,
    private readonly servers: KnowServer,
    private readonly lists: ListSource,
    private readonly wholes: ListAtOnce,
    private readonly database: Database,
  ) {}

  /** Throws DavError where the server cannot be used at all, 'secret.cannot-open', the signal's reason once aborted. */
  async survey(
    connection: ConnectedLibrary,
    scan: Scan,
    { progress, signal }: { progress: (entries: number) => void; signal: AbortSignal },
  ): Promise<Survey> {
    const client = this.connections.clientOf(connection);
    const acquaintance = await this.servers.meet(connection, client, signal);
    const { serverPath, ownCloud } = acquaintance.facts;
    const learned = client.learning({ serverPath, ownCloud });
    const prunes = mayLeaveOut(connection, new Date()) && !acquaintance.isAnother;
    const what = { connection, client: learned, scan, prunes, progress, signal };
    const listed = (await this.atOnce(what)) ?? (await this.lists.list(what));
    const { end } = listed;
    if (end.kind === 'failed') throw end.error;
    signal.throwIfAborted();
    if (end.kind === 'complete' && connection.deep === null && listed.pruned === 0) await this.prove(what);
    return { ...acquaintance, listed };
  }

  /** Where folders can be left out, that is better still; what was begun folder by folder goes on so. */
  private async atOnce(what: ToList): Promise<Listed | undefined> {
    const { connection, client, scan, prunes } = what;
    if (connection.deep !== 'proven' || prunes || (await this.database.sourceListings.isBegun(scan.id)))
      return undefined;
    const before = client.requests;
    const listed = await this.wholes.list(what);
    if (!listed) return undefined;
    const counters = { ...newCounters(), requests: client.requests - before, complete: listed.folders };
    return { end: { kind: 'complete', left: [], counters }, ignored: listed.ignored, pruned: 0 };
  }

  /** What is found out is for the next time; a server that is of no use for it is asked again then. */
  private async prove({ connection, client, scan, signal }: ToList): Promise<void> {
    const deep = await this.wholes.prove(client, scan.id, signal);
    if (deep !== undefined) await this.database.connections.remember(connection.libraryId, { deep });
  }
}
