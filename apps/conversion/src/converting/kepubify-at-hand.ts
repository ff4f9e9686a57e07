import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Kepubify } from '@octavo/converters';
import { DomainError } from '@octavo/domain';
import { CONFIG, type Config } from '@octavo/platform';
import { join } from 'node:path';
import { PinoLogger } from 'nestjs-pino';

const TRY_AGAIN_MS = 10 * 60_000;

/** The kepubify the operator asked for: made ready at every start, and tried again while it cannot be had. */
@Injectable()
export class KepubifyAtHand implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stop = new AbortController();
  private preparing: Promise<Kepubify | undefined> = Promise.resolve(undefined);
  private again: NodeJS.Timeout | undefined;
  /** Why it is not there, in a sentence; undefined while it is, or is not wanted. */
  problem: string | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly logger: PinoLogger,
  ) {}

  get wanted(): boolean {
    return this.config.KEPUB_CONVERT && this.config.KEPUB_ENGINE === 'kepubify';
  }

  onApplicationBootstrap(): void {
    if (this.wanted) this.begin();
  }

  private begin(): void {
    this.preparing = this.prepare();
  }

  /** Waits for what is under way; undefined where it is not wanted or cannot be had. */
  tool(): Promise<Kepubify | undefined> {
    return this.preparing;
  }

  private async prepare(): Promise<Kepubify | undefined> {
    const { DATA_DIR, KEPUBIFY_PATH: path, KEPUBIFY_DOWNLOAD_URL: downloadFrom } = this.config;
    const { HTTP_PROXY, HTTPS_PROXY, NO_PROXY } = this.config;
    const proxy = { HTTP_PROXY, HTTPS_PROXY, NO_PROXY };
    const folder = join(DATA_DIR, 'tools', 'kepubify');
    try {
      const tool = await Kepubify.prepare({ folder, downloadFrom, path, proxy }, this.stop.signal);
      this.problem = undefined;
      this.logger.info({ version: tool.version }, 'kepubify converts EPUBs');
      return tool;
    } catch (error) {
      if (this.stop.signal.aborted) return undefined;
      if (!(error instanceof DomainError)) throw error;
      this.problem = error.detail;
      this.logger.warn({ problem: error.detail }, 'kepubify cannot be had; our own converter is used meanwhile');
      this.again = setTimeout(() => this.begin(), TRY_AGAIN_MS).unref();
      return undefined;
    }
  }

  beforeApplicationShutdown(): void {
    clearTimeout(this.again);
    this.stop.abort(new Error('The server is about to stop'));
  }
}
