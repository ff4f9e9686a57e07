import { Injectable } from '@nestjs/common';
import { ContentLocks, Database } from '@octavo/database';
import { LibraryRewrites, rewritingOf } from '@octavo/storage';
import { PinoLogger } from 'nestjs-pino';

/** Ends what was begun with users' files: as the database has it, so it becomes in the folder. */
@Injectable()
export class SettleRewrites {
  constructor(
    private readonly database: Database,
    private readonly locks: ContentLocks,
    private readonly files: LibraryRewrites,
    private readonly logger: PinoLogger,
  ) {}

  /**
   * Where the database knows of the new content, the original goes; where it does not, the original gets its place back.
   * For whoever works on the file alone. Throws where the folder cannot be written to: then it is still to be done.
   */
  async ofFile(fileId: string): Promise<void> {
    for (const { library, file, ...row } of await this.database.rewrites.ofFile(fileId)) {
      const rewriting = rewritingOf(row.path, row.keptPath);
      const isDone = file.fingerprint === row.checksum && file.size === row.size;
      if (isDone) await this.files.tidy(library.path, rewriting);
      else await this.files.undo(library.path, rewriting, row);
      await this.database.rewrites.end(row);
    }
  }

  /** What a killed worker left. What cannot be ended now is tried again at the next sweep. */
  async all(signal: AbortSignal): Promise<void> {
    for (const fileId of await this.database.rewrites.unfinished()) {
      try {
        await this.alone(fileId, signal, () => this.ofFile(fileId));
      } catch (error) {
        signal.throwIfAborted();
        this.logger.warn({ fileId, err: error }, 'what was begun with a file could not be ended');
      }
    }
  }

  /** Nobody else writes into the file meanwhile, wherever it runs. */
  alone<Result>(fileId: string, signal: AbortSignal, work: () => Promise<Result>): Promise<Result> {
    return this.locks.hold(`writing-${fileId}`, signal, work);
  }
}
