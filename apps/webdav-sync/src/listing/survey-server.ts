import { Injectable } from '@nestjs/common';
import type { ConnectedLibrary, Scan } from '@octavo/database';
import { Connections } from '@octavo/remote';
import { newCounters } from '@octavo/sources';
import { mayGoByReports, mayGoByTags } from '../comparing/learn-of-changes.js';
import type { Report } from '../comparing/report.js';
import { AskForChanges } from './ask-for-changes.js';
import { type Acquaintance, KnowServer } from './know-server.js';
import { byReport, byTags, type LeavesOut } from './leave-out.js';
import { ListAtOnce } from './list-at-once.js';
import { type Listed, ListSource, type ToList } from './list-source.js';

/** A server as it was found. */
export interface Survey extends Acquaintance {
  listed: Listed;
  /** What it says of changes itself, where it was asked. */
  report: Report | undefined;
}

/** Meets a server and lists it. */
@Injectable()
export class SurveyServer {
  constructor(
    private readonly connections: Connections,
    private readonly servers: KnowServer,
    private readonly lists: ListSource,
    private readonly wholes: ListAtOnce,
    private readonly changes: AskForChanges,
  ) {}

  /** Throws DavError where the server cannot be used at all, 'secret.cannot-open', the signal's reason once aborted. */
  async survey(
    connection: ConnectedLibrary,
    scan: Scan,
    { progress, signal }: { progress: (entries: number) => void; signal: AbortSignal },
  ): Promise<Survey> {
    const client = this.connections.clientOf(connection);
    const acquaintance = await this.servers.meet(connection, client, signal);
    const { facts, isAnother } = acquaintance;
    const learned = client.learning({ serverPath: facts.serverPath, ownCloud: facts.ownCloud });
    const isBegun = await this.lists.isBegun(scan.id);
    // A listing that is gone on with began with another report: the next one is to name what came since that.
    const asks = !isAnother && !isBegun;
    const report = asks ? await this.changes.of(connection, { client: learned, facts, signal }) : undefined;
    const leavesOut = isAnother ? undefined : leftOutOf(connection, report);
    const what = { connection, client: learned, scan, leavesOut, progress, signal };
    const listed = (isBegun ? undefined : await this.atOnce(what)) ?? (await this.lists.list(what));
    const { end } = listed;
    if (end.kind === 'failed') throw end.error;
    signal.throwIfAborted();
    if (end.kind !== 'complete' || listed.pruned > 0) return { ...acquaintance, listed, report };
    if (connection.deep === null) await this.wholes.prove(connection.libraryId, scan.id, { client: learned, signal });
    return { ...acquaintance, listed, report: report && (await this.changes.goOn(report, learned, signal)) };
  }

  /** Where folders can be left out, that is better still; what was begun folder by folder goes on so. */
  private async atOnce(what: ToList): Promise<Listed | undefined> {
    const { connection, client, leavesOut } = what;
    if (connection.deep !== 'proven' || leavesOut) return undefined;
    const before = client.requests;
    const listed = await this.wholes.list(what);
    if (!listed) return undefined;
    const counters = { ...newCounters(), requests: client.requests - before, complete: listed.folders };
    return { end: { kind: 'complete', left: [], counters }, ignored: listed.ignored, pruned: 0 };
  }
}

function leftOutOf(connection: ConnectedLibrary, report: Report | undefined): LeavesOut | undefined {
  const now = new Date();
  if (report?.touched && mayGoByReports(connection, now)) return byReport(report.touched);
  return mayGoByTags(connection, now) ? byTags : undefined;
}
