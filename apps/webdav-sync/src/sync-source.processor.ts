import { Injectable } from '@nestjs/common';
import type { JobContext, PayloadOf, Processor, ResultOf, webdavSync } from '@octavo/contracts';
import { Announcements, type ConnectedLibrary, Database } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { CompareServer } from './compare-server.js';
import { failureOf, SettleConnection } from './scheduling/settle-connection.js';
import { Turns } from './scheduling/turns.js';

type Job = typeof webdavSync.jobs.syncSource;

/**
 * Lists a server, compares it with what is known, and takes new files in by their names. Only whoever has the turn does;
 * killed at any instant, the next one goes on with what was listed.
 */
@Injectable()
export class SyncSource implements Processor<Job> {
  constructor(
    private readonly database: Database,
    private readonly turns: Turns,
    private readonly server: CompareServer,
    private readonly settle: SettleConnection,
    private readonly announcements: Announcements,
  ) {}

  async process({ libraryId, preview }: PayloadOf<Job>, context: JobContext): Promise<ResultOf<Job>> {
    await this.comparable(libraryId, preview);
    const turn = await this.turns.take(libraryId, context.signal);
    try {
      const connection = await this.comparable(libraryId, preview);
      const { signal } = turn;
      return await this.compare(connection, { ...context, signal, turn: turn.id, preview });
    } finally {
      await turn.end();
      this.announcements.announce('source', libraryId);
    }
  }

  /** Throws where there is nothing to be compared now. */
  private async comparable(libraryId: string, preview: boolean): Promise<ConnectedLibrary> {
    const connection = await this.database.connections.find(libraryId);
    if (!connection || connection.state === 'REMOVED') throw new DomainError('source.not-found');
    if (connection.state !== 'ACTIVE') throw new DomainError('source.refused', connection.lastError ?? undefined);
    if (connection.library.paused && !preview) throw new DomainError('library.paused');
    return connection;
  }

  private async compare(
    connection: ConnectedLibrary,
    context: JobContext & { turn: string; preview: boolean },
  ): Promise<ResultOf<Job>> {
    const { signal, preview } = context;
    try {
      return await this.server.compare(connection, context);
    } catch (error) {
      // Whoever stopped us says what becomes of it: the same job goes on after a restart.
      signal.throwIfAborted();
      const failure = failureOf(error);
      if (failure && !preview) await this.settle.failed(connection, failure);
      // Without the database nothing can be noted; the ledger gives the job to somebody else then.
      if (!failure && !preview) await this.settle.brokenOff(connection).catch(() => undefined);
      throw error;
    }
  }
}
