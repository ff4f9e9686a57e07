import { Injectable } from '@nestjs/common';
import { DataFiles } from '@octavo/storage';
import { RemoveReplaced } from './replacing/remove-replaced.js';
import { SettleRewrites } from './writing/settle-rewrites.js';

/** No conversion takes so long. */
const ABANDONED_AFTER_MS = 24 * 60 * 60_000;

/** Ends in the folders, the users' and ours, what killed workers left. */
@Injectable()
export class TidyFolders {
  constructor(
    private readonly removal: RemoveReplaced,
    private readonly rewrites: SettleRewrites,
    private readonly data: DataFiles,
  ) {}

  async tidy(signal: AbortSignal): Promise<void> {
    await this.removal.removeAll();
    await this.rewrites.all(signal);
    for (const folder of ['converted', 'writing']) await this.data.removeDrafts([folder], ABANDONED_AFTER_MS);
  }
}
