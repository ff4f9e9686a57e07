import { Get, Headers, Res } from '@nestjs/common';
import { SYNC_CONTINUES, SYNC_HEADER, SYNC_TOKEN_HEADER, type SyncItem } from '@octavo/kobo';
import type { FastifyReply } from 'fastify';
import { PinoLogger } from 'nestjs-pino';
import { DeviceRoute } from './device-route.js';
import { Caller, type KoboCaller } from './device.guard.js';
import { SyncLibrary } from './sync-library.js';

/** The sync itself: header in, page and header out. */
@DeviceRoute()
export class LibrarySyncController {
  constructor(
    private readonly syncLibrary: SyncLibrary,
    private readonly logger: PinoLogger,
  ) {}

  @Get('v1/library/sync')
  async sync(
    @Caller() caller: KoboCaller,
    @Headers(SYNC_TOKEN_HEADER) header: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SyncItem[]> {
    void reply.type('application/json; charset=utf-8');
    try {
      const { items, token, more } = await this.syncLibrary.page(caller, header);
      void reply.header(SYNC_TOKEN_HEADER, token);
      if (more) void reply.header(SYNC_HEADER, SYNC_CONTINUES);
      return items;
    } catch (error) {
      // A device throws its whole sync away for one error; with nothing new and its own token it simply comes again.
      this.logger.error({ err: error, deviceId: caller.device.id }, 'a sync failed and was answered with nothing new');
      if (header) void reply.header(SYNC_TOKEN_HEADER, header.slice(0, 200));
      return [];
    }
  }
}
