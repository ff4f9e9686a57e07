import { Get, Req, Res } from '@nestjs/common';
import { headerText, SYNC_CONTINUES, SYNC_HEADER, SYNC_TOKEN_HEADER } from '@octavo/kobo';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PinoLogger } from 'nestjs-pino';
import { DeviceRoute } from '../device-route.js';
import { Caller, type KoboCaller } from '../device.guard.js';
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
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown[]> {
    void reply.type('application/json; charset=utf-8');
    const token = headerText(request.headers, SYNC_TOKEN_HEADER);
    try {
      const rawQuery = request.url.split('?').slice(1).join('?');
      const answer = await this.syncLibrary.answer(caller, { headers: request.headers, rawQuery, token });
      void reply.headers(answer.headers).header(SYNC_TOKEN_HEADER, answer.token);
      if (answer.more) void reply.header(SYNC_HEADER, SYNC_CONTINUES);
      reply.raw.once('finish', () => {
        answer.wentOut().catch((err: unknown) => this.logger.warn({ err }, 'a sync answer could not be noted'));
      });
      return answer.items;
    } catch (error) {
      // A device throws its whole sync away for one error; with nothing new and its own token it simply comes again.
      this.logger.error({ err: error, deviceId: caller.device.id }, 'a sync failed and was answered with nothing new');
      if (token) void reply.header(SYNC_TOKEN_HEADER, token.slice(0, 200));
      return [];
    }
  }
}
