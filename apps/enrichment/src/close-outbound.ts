import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { Outbound } from '@octavo/outbound';

/** Ends what is still asked for when the worker ends. */
@Injectable()
export class CloseOutbound implements BeforeApplicationShutdown {
  constructor(private readonly outbound: Outbound) {}

  async beforeApplicationShutdown(): Promise<void> {
    await this.outbound.close();
  }
}
