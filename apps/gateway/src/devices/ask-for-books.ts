import { Injectable } from '@nestjs/common';
import { conversion } from '@octavo/contracts';
import { Jobs } from '@octavo/queue';

/** Has books prepared that a device is to have from now on: of other servers' books only those are. */
@Injectable()
export class AskForBooks {
  constructor(private readonly jobs: Jobs) {}

  /** After the commit of what a device is to have. */
  async ask(): Promise<void> {
    await this.jobs.add(conversion.jobs.sweep, {});
  }
}
