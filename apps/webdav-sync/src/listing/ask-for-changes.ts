import { Injectable } from '@nestjs/common';
import type { ConnectedLibrary } from '@octavo/database';
import { foldersAbove } from '@octavo/domain';
import { type DavClient, listChanges, presentToken, type ServerFacts } from '@octavo/sources';
import { reportsOf } from '../comparing/learn-of-changes.js';
import type { Report } from '../comparing/report.js';

/** Asks servers that offer it what changed since they were compared the last time. */
@Injectable()
export class AskForChanges {
  /** Undefined where the server does not do it, or cannot now: the next question begins where this one did. */
  async of(
    connection: ConnectedLibrary,
    { client, facts, signal }: { client: DavClient; facts: ServerFacts; signal: AbortSignal },
  ): Promise<Report | undefined> {
    if (!facts.syncCollection) return undefined;
    const { token } = reportsOf(connection);
    const report = token === null ? 'refused' : await this.since(client, token, signal);
    if (report !== 'refused') return report;
    return { touched: null, token: (await presentToken(client, signal)) ?? null };
  }

  /** What else it names by now; a listing may have seen what came after the first question. */
  async goOn(report: Report, client: DavClient, signal: AbortSignal): Promise<Report> {
    if (report.touched === null || report.token === null) return report;
    const more = await this.since(client, report.token, signal);
    if (more === undefined || more === 'refused' || more.touched === null) return { ...report, touched: null };
    return { ...report, touched: new Set([...report.touched, ...more.touched]) };
  }

  private async since(client: DavClient, token: string, signal: AbortSignal): Promise<Report | 'refused' | undefined> {
    const touched = new Set<string>();
    const note = (path: string) => {
      touched.add(path);
      for (const folder of foldersAbove(path)) touched.add(folder);
    };
    const outcome = await listChanges(client, {
      token,
      signal,
      onChanges: (entries, gone) => [...entries.map(({ key }) => key), ...gone].forEach(note),
    });
    if (outcome.kind === 'failed') return undefined;
    return outcome.kind === 'refused' ? 'refused' : { touched, token: outcome.token };
  }
}
