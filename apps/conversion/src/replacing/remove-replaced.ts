import { Injectable } from '@nestjs/common';
import { Database } from '@octavo/database';
import { LibraryReplacements } from '@octavo/storage';
import { PinoLogger } from 'nestjs-pino';

const AT_ONCE = 500;

/** Removes the originals whose KEPUBs have taken their places. What changed since is somebody's work and stays. */
@Injectable()
export class RemoveReplaced {
  constructor(
    private readonly database: Database,
    private readonly replacements: LibraryReplacements,
    private readonly logger: PinoLogger,
  ) {}

  /** What cannot be removed now is tried again at the next sweep. */
  async removeAll(): Promise<void> {
    for (const original of await this.database.replacedOriginals.list(AT_ONCE)) {
      try {
        const gone = await this.replacements.remove(original.library.path, original.path, original);
        if (!gone) this.logger.warn({ path: original.path }, 'an EPUB that was replaced has changed, so it stays');
        await this.database.replacedOriginals.remove(original);
      } catch (error) {
        this.logger.warn({ path: original.path, err: error }, 'an EPUB that was replaced could not be removed');
      }
    }
  }
}
